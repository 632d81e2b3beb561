//! How long the largest made-up municipality takes: `cargo run --release -p demo --example make_large`.
#![expect(clippy::print_stdout, reason = "an example tells its result")]

use std::time::Instant;

use demo::{Profile, municipality};

fn main() {
    let today = housing::Date::constant(2026, 3, 1);
    for profile in [Profile::Small, Profile::Medium, Profile::Large] {
        let began = Instant::now();
        let municipality = municipality(profile, 1, today);
        let (mut homes, mut tenancies, mut people, mut invoices) = (0, 0, 0, 0);
        for home in municipality.dwellings() {
            homes += 1;
            tenancies += home.tenancies.len();
            people += home.tenancies.iter().map(|one| one.household.members.len()).sum::<usize>();
            invoices += home.tenancies.iter().map(|one| one.invoices.len()).sum::<usize>();
        }
        let (mut applicants, mut open) = (0, 0);
        for applicant in municipality.applications() {
            applicants += 1;
            open += usize::from(applicant.application.facts.is_open());
            people += applicant.household.members.len();
        }
        println!(
            "{profile:?}: {homes} homes, {tenancies} tenancies, {people} people, {invoices} open invoices, \
             {applicants} applications without a home, {open} of them open: {} ms",
            began.elapsed().as_millis()
        );
    }
}
