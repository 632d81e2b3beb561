//! Whether a fixed term can stand (*husleieloven* §§ 9-3 and 11-1, the validator of `law.md` 4.2).

use crate::Date;
use crate::calendar::{add_days, add_years};

/// A lease for a fixed term, as it is about to be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedTerm {
    pub start: Date,
    /// The last day.
    pub end: Date,
    /// A public dwelling for disadvantaged tenants (§ 11-1).
    pub public_dwelling: bool,
    /// The tenant was told in writing that it is such a dwelling and which exceptions are agreed.
    pub written_information: bool,
    /// Special reasons (*særlige grunner*) for a short lease are written down.
    pub special_reasons: bool,
    /// There has been a short lease for the same dwelling and parties before.
    pub earlier_short_lease: bool,
    /// Weighty reasons (*tungtveiende grunner*) for another are written down.
    pub weighty_reasons: bool,
    /// One of the exceptions of § 9-3, and the tenant got the reason in writing at signing.
    pub written_exception: bool,
}

/// What a fixed term rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermStanding {
    /// It is as long as the law asks.
    LongEnough,
    /// A first short lease of a public dwelling, for special reasons.
    SpecialReasons,
    /// Another short lease, for weighty reasons.
    WeightyReasons,
    /// An exception of § 9-3, for as long as its reason holds.
    WrittenException,
    /// Too short: in law the lease is open-ended, whatever the paper says.
    OpenEnded,
}

impl TermStanding {
    /// Whether it stands as a fixed term.
    pub const fn is_fixed(self) -> bool {
        match self {
            Self::LongEnough | Self::SpecialReasons | Self::WeightyReasons | Self::WrittenException => true,
            Self::OpenEnded => false,
        }
    }

    /// The step of the validator that answered, 1 to 5.
    pub const fn step(self) -> i32 {
        match self {
            Self::LongEnough => 1,
            Self::SpecialReasons => 2,
            Self::WeightyReasons => 3,
            Self::WrittenException => 4,
            Self::OpenEnded => 5,
        }
    }

    /// The provision it rests on.
    pub const fn source(self) -> &'static str {
        match self {
            Self::LongEnough => "husleieloven § 9-3 første ledd",
            Self::SpecialReasons | Self::WeightyReasons => "husleieloven § 11-1",
            Self::WrittenException => "husleieloven § 9-3 andre ledd",
            Self::OpenEnded => "husleieloven §§ 9-3 og 11-1",
        }
    }
}

/// The earliest last day of a full term.
pub fn shortest_end(start: Date, years: i32) -> Date {
    let years = i16::try_from(years).expect("terms are a handful of years");
    add_days(add_years(start, years), -1)
}

impl FixedTerm {
    /// What the term rests on, when the shortest term is so many years.
    pub fn standing(&self, shortest_years: i32) -> TermStanding {
        let informed = self.public_dwelling && self.written_information && self.special_reasons;
        if self.end >= shortest_end(self.start, shortest_years) {
            TermStanding::LongEnough
        } else if informed && !self.earlier_short_lease {
            TermStanding::SpecialReasons
        } else if informed && self.weighty_reasons {
            TermStanding::WeightyReasons
        } else if self.written_exception {
            TermStanding::WrittenException
        } else {
            TermStanding::OpenEnded
        }
    }

    /// What would have to be in place for a short lease of a public dwelling, by the names of the facts.
    pub fn lacks(&self) -> Vec<&'static str> {
        let another = self.earlier_short_lease && !self.weighty_reasons;
        [
            (!self.public_dwelling, "public_dwelling"),
            (!self.written_information, "written_information"),
            (!self.special_reasons, "special_reasons"),
            (another, "weighty_reasons"),
        ]
        .into_iter()
        .filter_map(|(lacks, fact)| lacks.then_some(fact))
        .collect()
    }
}
