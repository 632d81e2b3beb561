//! The numbers a made-up municipality follows, each with its source: `demo/parameters.toml`.

use std::collections::BTreeMap;

use housing::Date;
use housing::calendar::add_years;

/// How large a municipality to make up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// 330 homes, 15 000 inhabitants.
    Small,
    /// 720 homes, 30 000 inhabitants.
    Medium,
    /// 110 000 homes and 60 000 open applications: a country in one register, to measure with.
    Large,
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Read at its source.
    Sourced,
    /// Arithmetic on sourced numbers.
    Derived,
    /// Our own choice; no fact about any municipality.
    Assumption,
}

/// One line of the file.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What the number counts.
    pub unit: String,
    small: u32,
    medium: u32,
    large: u32,
    pub status: Status,
    /// The source, or the reason for the choice.
    pub basis: String,
}

impl Parameter {
    /// The number for a municipality of this size.
    pub fn value(&self, profile: Profile) -> u32 {
        match profile {
            Profile::Small => self.small,
            Profile::Medium => self.medium,
            Profile::Large => self.large,
        }
    }
}

/// Every parameter by name, as the file has them.
pub fn all() -> BTreeMap<String, Parameter> {
    toml::from_str(include_str!("../parameters.toml")).expect("our own file, read by every test of this package")
}

/// Reads each named parameter into a field of the same name.
macro_rules! parameters {
    ($($name:ident),+ $(,)?) => {
        /// The parameters of one profile. Units and sources stand in the file, under the field's name.
        #[derive(Clone, Debug)]
        pub struct Parameters { $(pub $name: u32),+ }

        impl Parameters {
            /// The numbers for a municipality of this size.
            pub fn of(profile: Profile) -> Self {
                let all = all();
                Self { $($name: all[stringify!($name)].value(profile)),+ }
            }

            /// The day the made-up history begins; tenancies of that day began before it.
            pub fn history_begins(&self, today: Date) -> Date {
                let years = i16::try_from(self.history_years).expect("a history of a few years");
                add_years(today, -years)
            }

            /// The names this program uses; the file has these and no others.
            #[cfg(test)]
            const NAMES: &[&str] = &[$(stringify!($name)),+];
        }
    };
}

parameters! {
    inhabitants, dwellings, history_years, care_home_share, owned_share, rooms_1_share, rooms_2_share, rooms_3_share,
    rooms_4_share, rooms_5_share, wheelchair_share, wheelchair_share_in_care_homes, turnover_ordinary, turnover_care,
    mid_lease_exit, lease_years, renewed_share, overdue_lease_share, open_ended_share, vacancy_days, out_of_use_share,
    processing_days, days_to_move_in, exchange_share, refused_share, withdrawn_share, waiting, open_ordinary, open_care, appeals, homeless,
    single_share, with_children_share, age_18_24_share, age_25_39_share, age_40_54_share, age_55_66_share, age_67_share,
    arrears_share, credit_share, rent_rise, confidential_one_in, strictly_confidential_one_in,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_the_parameters_we_use_and_no_others() {
        let in_file: Vec<String> = all().into_keys().collect();
        let mut used: Vec<String> = Parameters::NAMES.iter().map(|&name| name.to_owned()).collect();
        used.sort();
        assert_eq!(in_file, used);
    }

    #[test]
    fn every_parameter_says_its_unit_and_its_basis() {
        for (name, parameter) in all() {
            assert!(!parameter.unit.is_empty() && !parameter.basis.is_empty(), "{name}");
        }
    }

    #[test]
    fn shares_of_rooms_and_of_ages_make_a_whole() {
        for profile in [Profile::Small, Profile::Medium, Profile::Large] {
            let p = Parameters::of(profile);
            assert_eq!(1000, p.rooms_1_share + p.rooms_2_share + p.rooms_3_share + p.rooms_4_share + p.rooms_5_share);
            assert_eq!(
                1000,
                p.age_18_24_share + p.age_25_39_share + p.age_40_54_share + p.age_55_66_share + p.age_67_share
            );
        }
    }
}
