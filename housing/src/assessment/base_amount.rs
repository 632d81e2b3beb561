//! The base amount of the national insurance, that income limits are counted in.

use std::fmt;
use std::str::FromStr;

use crate::Date;
use crate::dated::{Dated, NothingInForce, Since};
use crate::money::Ore;

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

/// What stands where amounts should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadBaseAmounts {
    #[error("{found:?} is not a number of base amounts such as 3.5")]
    Number { found: String },
    #[error("line {line} of the base amounts is not a day, an amount in kroner and a source: {found:?}")]
    Line { line: usize, found: String },
}

impl BaseAmount {
    /// Reads `valid_from,g_kr,average_year_kr,source,verified` with its heading.
    ///
    /// # Errors
    /// The first line that cannot be read: without it, the days it covers would get the amount before.
    pub fn read(csv: &str) -> Result<Self, BadBaseAmounts> {
        let rows = csv.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty());
        let values: Result<Vec<_>, _> = rows
            .map(|(at, line)| since(line).ok_or_else(|| BadBaseAmounts::Line { line: at + 1, found: line.to_owned() }))
            .collect();
        Ok(Self(Dated::new("base amount (G)", values?)))
    }

    /// The amount on a day.
    ///
    /// # Errors
    /// Before the first amount we know there is none.
    pub fn on(&self, day: Date) -> Result<Ore, NothingInForce> {
        self.0.on(day).map(|since| since.value)
    }
}

fn since(line: &str) -> Option<Since<Ore>> {
    let mut cells = line.split(',');
    let from = cells.next()?.trim().parse().ok()?;
    let value = Ore::kroner(cells.next()?.trim().parse().ok()?);
    let source = cells.nth(1)?.trim().to_owned();
    Some(Since { from, value, source })
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
    type Err = BadBaseAmounts;

    /// `3,5`, `3.5`, `4` or `4 G`, with two decimals at most.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text.trim().trim_end_matches(['G', 'g']).trim_end();
        let read = || {
            let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, "0"));
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            if !digits(whole) || !digits(decimals) || decimals.len() > 2 || whole.len() > 3 {
                return None;
            }
            Some(Self(whole.parse::<u32>().ok()? * 100 + format!("{decimals:0<2}").parse::<u32>().ok()?))
        };
        read().ok_or_else(|| BadBaseAmounts::Number { found: text.to_owned() })
    }
}

impl TryFrom<String> for BaseAmounts {
    type Error = BadBaseAmounts;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<BaseAmounts> for String {
    fn from(amounts: BaseAmounts) -> Self {
        amounts.to_string()
    }
}
