//! What settled prices prove.

/// What settled prices prove, counted in parts of a weight.
pub(crate) struct Settled {
    /// No plan weighs more, in parts.
    pub total: i128,
    pub parts: i64,
    /// By row.
    pub prices: Vec<i64>,
    /// What each fit brings beyond the prices; no piece brings more than nought.
    pub profits: Vec<i64>,
}

impl Settled {
    /// No plan weighs more.
    pub fn at_most(&self) -> i64 {
        self.in_weight(self.total)
    }

    /// No plan with a piece that loses more than this weighs more.
    pub fn at_most_beyond(&self, loss: i64) -> i64 {
        self.in_weight(self.total - i128::from(loss) - 1)
    }

    fn in_weight(&self, total: i128) -> i64 {
        i64::try_from(total.div_euclid(i128::from(self.parts))).unwrap_or(i64::MAX)
    }

    /// What a piece may lose and still be part of a plan that weighs more than this. `None` if there is no such plan.
    pub fn short_of_bound(&self, weight: i64) -> Option<i64> {
        let short = self.total - (i128::from(weight) + 1) * i128::from(self.parts);
        (short >= 0).then(|| i64::try_from(short).unwrap_or(i64::MAX))
    }
}
