//! `husrom demo-data`: a made-up municipality to try things out on.

use super::{Place, out};
use crate::office::{Actor, demo_data};
use clap::ValueEnum;
use housing::Date;
use std::process::ExitCode;

/// What can be said to `demo-data`.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// How large a municipality, or a replica whose totals are known
    #[arg(long, value_enum, default_value_t = Profile::Small)]
    profile: Profile,
    /// Two seeds give two different municipalities; the same seed gives the same one
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day the facts stand as of (default today)
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Profile {
    Small,
    Medium,
    Large,
    /// Gjøvik 2009: the numbers of a real municipality, made-up people
    #[value(name = "gjovik-2009")]
    Gjovik2009,
}

/// Fills an empty register, and makes one officer for each role.
///
/// # Errors
/// When there are homes on the register already.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let settings = arguments.place.settings()?;
    let mut office = arguments.place.office(&settings)?;
    let operator = Actor::operator();
    let today = arguments.as_of.unwrap_or_else(|| office.today());
    let progress = |saved: usize| {
        if saved.is_multiple_of(20_000) {
            out::talk(&format!("… {saved} saved"));
        }
    };
    let size = match arguments.profile {
        Profile::Small => demo::Profile::Small,
        Profile::Medium => demo::Profile::Medium,
        Profile::Large => demo::Profile::Large,
        Profile::Gjovik2009 => {
            let replica = demo::replica::gjovik_2009();
            let (homes, applicants) = (replica.dwellings.into_iter(), replica.applications.into_iter());
            let filled = demo_data::fill(&office, &operator, homes, applicants, progress);
            return finish(&office, today, filled);
        }
    };
    let made = demo::municipality(size, arguments.seed, today);
    let filled = demo_data::fill(&office, &operator, made.dwellings(), made.applications(), progress);
    let finished = finish(&office, today, filled)?;
    demo_data::work_lately(&mut office, &operator, today)?;
    Ok(finished)
}

fn finish(
    office: &crate::office::Office,
    today: Date,
    filled: Result<demo_data::Filled, crate::office::OfficeError>,
) -> anyhow::Result<ExitCode> {
    let filled = filled.map_err(|error| match error {
        crate::office::OfficeError::Stale => {
            anyhow::anyhow!("there are homes on the register already; hint: made-up data goes into an empty one")
        }
        other => other.into(),
    })?;
    demo_data::add_officers(office, &Actor::operator())?;
    demo_data::spread(office, &Actor::operator(), today)?;
    out::talk(&format!(
        "Made {} homes, {} tenancies and {} applications. Everybody is invented.",
        filled.dwellings, filled.tenancies, filled.applications
    ));
    out::talk(&format!("Officers to log in as, all with the password {}:", demo_data::PASSWORD));
    for (login, name, role, _) in demo_data::OFFICERS {
        out::data(&format!("{login}\t{}\t{name}", role.code()));
    }
    Ok(ExitCode::SUCCESS)
}
