//! The base amount of the national insurance, that income limits are counted in.

use std::fmt;
use std::str::FromStr;

use crate::Date;
use crate::dated::{Dated, NothingInForce, Since};
use crate::money::Ore;
use crate::rates::{RateProblem, Row, Table, decimal};

/// So many times the base amount, in hundredths: `3,5 G` is 350.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BaseAmounts(pub u32);

/// The base amount of the national insurance over time (*grunnbeløpet*, G), as the Labour and Welfare
/// Administration publishes it each May.
#[doc(alias = "grunnbeløp")]
#[doc(alias = "G")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseAmount(Dated<Ore>);

/// What stands where a number of base amounts should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not a number of base amounts such as 3.5")]
pub struct NotBaseAmounts {
    pub found: String,
}

impl BaseAmount {
    /// Reads `parameters/grunnbelop.csv`.
    ///
    /// # Errors
    /// Everything that is wrong with it: without a line, the days it covers would get the amount before.
    pub fn read(csv: &str) -> Result<Self, Vec<RateProblem>> {
        Ok(Self(Dated::new("base amount (G)", Table::read("grunnbelop.csv", csv)?.rows(since)?)))
    }

    /// The amount on a day.
    ///
    /// # Errors
    /// Before the first amount we know there is none.
    pub fn on(&self, day: Date) -> Result<Ore, NothingInForce> {
        self.since(day).map(|since| since.value)
    }

    /// The amount on a day, with its first day and its source.
    ///
    /// # Errors
    /// Before the first amount we know there is none.
    pub fn since(&self, day: Date) -> Result<&Since<Ore>, NothingInForce> {
        self.0.on(day)
    }
}

fn since(row: &Row<'_>) -> Result<Since<Ore>, RateProblem> {
    let value = Ore::kroner(row.number("g_kr")?.into());
    Ok(Since { from: row.day("valid_from")?, value, source: row.text("source")?.to_owned() })
}

impl BaseAmounts {
    /// So many times an amount of whole kroner: exact, since a hundredth of a krone is an øre.
    pub fn of(self, base_amount: Ore) -> Ore {
        Ore(base_amount.0 * i64::from(self.0) / 100)
    }
}

/// As rules write it, `3,5`.
impl fmt::Display for BaseAmounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, hundredths) = (self.0 / 100, self.0 % 100);
        match hundredths {
            0 => write!(f, "{whole}"),
            _ if hundredths.is_multiple_of(10) => write!(f, "{whole},{}", hundredths / 10),
            _ => write!(f, "{whole},{hundredths:02}"),
        }
    }
}

impl FromStr for BaseAmounts {
    type Err = NotBaseAmounts;

    /// `3,5`, `3.5`, `4` or `4 G`, with two decimals at most.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text.trim().trim_end_matches(['G', 'g']).trim_end();
        let hundredths = decimal(&number.replace(',', "."), 2).filter(|hundredths| (0..100_000).contains(hundredths));
        let hundredths = hundredths.and_then(|hundredths| u32::try_from(hundredths).ok());
        hundredths.map(Self).ok_or_else(|| NotBaseAmounts { found: text.to_owned() })
    }
}

impl TryFrom<String> for BaseAmounts {
    type Error = NotBaseAmounts;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<BaseAmounts> for String {
    fn from(amounts: BaseAmounts) -> Self {
        amounts.to_string()
    }
}
