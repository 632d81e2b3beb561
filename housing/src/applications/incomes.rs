//! What a household is said to live on: each source, and each member.

use super::Answers;
use crate::Date;
use crate::assessment::{Basis, Earning};
use crate::money::Ore;
use crate::people::MemberRole;
use serde::{Deserialize, Serialize};

code_list! {
    /// What somebody lives on (*inntektskilde*).
    #[doc(alias = "inntektskilde")]
    IncomeSource "income-source" {
        Work = "ARBEID", Pension = "PENSJON", OtherWelfare = "ANDREV", SocialAssistance = "SOSHJ",
        HousingAllowance = "BOSTOTTE", Maintenance = "BIDRAG", Student = "STUDIE", Nothing = "INGEN",
        NotKnown = "UKJENT",
    }
}

impl IncomeSource {
    /// The sources that money comes from.
    pub const PAYING: &[Self] = &[
        Self::Work,
        Self::Pension,
        Self::OtherWelfare,
        Self::SocialAssistance,
        Self::HousingAllowance,
        Self::Maintenance,
        Self::Student,
    ];
}

/// What the applicant gets from one source in a month, after tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Income {
    pub source: IncomeSource,
    pub a_month: Ore,
}

/// D: one of those the application names beside the applicant, as it tells of them. Whoever moves in is a member of the
/// household on the register too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberSaid {
    pub name: String,
    pub role: MemberRole,
    pub born: Option<Date>,
    /// Days in an ordinary month that they are here; `None` for those who always are.
    pub days_a_month: Option<u8>,
    /// `None` when the question was not answered.
    pub moves_in: Option<bool>,
    /// In a month, after tax.
    pub income: Option<Ore>,
}

const MONTHS: i64 = 12;

impl Answers {
    /// What the sources and the members who move in are said to bring in a month; `None` when nothing is said of it.
    pub fn said_income(&self) -> Option<Ore> {
        let sources = self.economy.incomes.iter().map(|income| income.a_month);
        let said: Vec<Ore> = sources.chain(self.members_earn().map(|(income, _)| income)).collect();
        (!said.is_empty()).then(|| said.into_iter().sum())
    }

    /// What each of the household earns in a year, after tax, where it has so much in a month: the members what they are
    /// said to, and the applicant, who was `born` that day, the rest. Rules may leave out what the young earn.
    pub fn earnings(&self, a_month: Ore, born: Option<Date>) -> Vec<Earning> {
        let earning =
            |income: Ore, born| Earning { born, a_year: Ore(income.0.saturating_mul(MONTHS)), basis: Basis::Net };
        let members: Vec<(Ore, Option<Date>)> = self.members_earn().filter(|(income, _)| *income > Ore(0)).collect();
        let rest = Ore(a_month.0 - members.iter().map(|(income, _)| income.0).sum::<i64>());
        let own = (rest > Ore(0) || members.is_empty()).then_some((rest, born));
        own.into_iter().chain(members).map(|(income, born)| earning(income, born)).collect()
    }

    fn members_earn(&self) -> impl Iterator<Item = (Ore, Option<Date>)> {
        let moving = self.members.iter().filter(|member| member.moves_in != Some(false));
        moving.filter_map(|member| Some((member.income?, member.born)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn members_earn_their_own_and_the_applicant_the_rest() {
        let member = |kroner, moves_in| MemberSaid {
            name: "Myhre, Bo".to_owned(),
            role: MemberRole::Child,
            born: Some(date(2008, 3, 3)),
            days_a_month: None,
            moves_in,
            income: Some(Ore::kroner(kroner)),
        };
        let mut answers =
            Answers { members: vec![member(4_000, None), member(9_000, Some(false))], ..Answers::default() };
        let income = |source, kroner| Income { source, a_month: Ore::kroner(kroner) };
        assert_eq!(answers.said_income(), Some(Ore::kroner(4_000)), "whoever stays behind brings nothing");
        answers.economy.incomes =
            vec![income(IncomeSource::Work, 18_000), income(IncomeSource::HousingAllowance, 2_000)];
        assert_eq!(answers.said_income(), Some(Ore::kroner(24_000)));
        let born = Some(date(1980, 1, 1));
        let earned: Vec<_> =
            answers.earnings(Ore::kroner(24_000), born).iter().map(|one| (one.born, one.a_year)).collect();
        assert_eq!(earned, [(born, Ore::kroner(240_000)), (Some(date(2008, 3, 3)), Ore::kroner(48_000))]);
        // A household without income has asked for one all the same.
        assert_eq!(Answers::default().earnings(Ore(0), born).len(), 1);
        assert_eq!(Answers::default().said_income(), None);
    }
}
