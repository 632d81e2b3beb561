//! Bounds that are true whatever the guide says: any prices at all, put on the limits, prove how good a plan can be
//! at most. They are counted here in whole numbers.

/// Prices are counted in units of this small a part.
const PARTS: i128 = 1 << 30;
/// No price is put higher than this, in parts: any price makes a bound, and this one can still be added up.
const HIGHEST_PRICE: f64 = (1_u128 << 80) as f64;

/// A limit as the bound sees it, beyond those written with the columns.
#[derive(Clone, Debug)]
pub(crate) struct ExtraRow {
    pub entries: Vec<(u32, i64)>,
    pub limit: i64,
    /// If it is true of every plan anyhow and only there to help the guide: the limits it is half of.
    pub halves: Vec<u32>,
}

/// What some prices prove.
pub(crate) struct Bound {
    /// In parts.
    total: i128,
    /// What each column adds beyond its price, in parts.
    pub reduced: Vec<i128>,
}

/// A column taken for sure, or left for sure, or open.
pub(crate) type Held = Option<bool>;

impl Bound {
    /// The bound of these prices (one for each row, in the objective's own unit), while some limits must be used up and
    /// some columns are held.
    pub fn new<'a>(
        objective: &[i64],
        columns: impl Iterator<Item = &'a [(u32, i32)]>,
        limits: impl Iterator<Item = i64>,
        extra: &[ExtraRow],
        prices: &[f64],
        tight: &[bool],
        held: &[Held],
    ) -> Self {
        #[expect(clippy::float_arithmetic, reason = "any rounding of a price is as true a price")]
        let whole = |price: f64| (price * PARTS as f64).clamp(-HIGHEST_PRICE, HIGHEST_PRICE).round() as i128;
        // Only a limit that must be used up can have a price below nought.
        let prices: Vec<i128> = prices
            .iter()
            .zip(tight)
            .map(|(&price, &tight)| whole(if tight { price } else { price.max(0.0) }))
            .collect();
        let mut total = 0;
        let mut rows = 0;
        for (limit, price) in limits.zip(&prices) {
            total += i128::from(limit) * price;
            rows += 1;
        }
        let mut reduced: Vec<i128> = objective.iter().map(|&value| i128::from(value) * PARTS).collect();
        for (reduced, entries) in reduced.iter_mut().zip(columns) {
            *reduced -= entries.iter().map(|&(row, count)| prices[row as usize] * i128::from(count)).sum::<i128>();
        }
        for (row, price) in extra.iter().zip(&prices[rows..]).filter(|(_, price)| **price != 0) {
            total += i128::from(row.limit) * price;
            row.entries.iter().for_each(|&(column, count)| reduced[column as usize] -= price * i128::from(count));
        }
        for (&reduced, held) in reduced.iter().zip(held) {
            match held {
                None => total += reduced.max(0),
                Some(true) => total += reduced,
                Some(false) => {}
            }
        }
        Self { total, reduced }
    }

    /// No plan is worth more than this.
    pub fn at_most(&self) -> i64 {
        i64::try_from(self.total.div_euclid(PARTS)).unwrap_or(i64::MAX)
    }

    /// The same, in thousandths.
    pub fn in_thousandths(&self) -> i64 {
        i64::try_from(self.total.saturating_mul(1000).saturating_add(PARTS - 1).div_euclid(PARTS)).unwrap_or(i64::MAX)
    }

    /// What an open column must be in every plan worth at least `value`.
    pub fn must_be(&self, column: usize, value: i64) -> Held {
        let without_its_best = self.total - self.reduced[column].abs();
        if without_its_best >= i128::from(value) * PARTS {
            return None;
        }
        Some(self.reduced[column] > 0)
    }
}
