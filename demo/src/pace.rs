//! Keeps the moves of a whole municipality near the turnover its parameters ask for.

/// Counts moves as homes are made one after another, and says how much faster or slower the next
/// home's tenants should move: chance alone would miss by several points in a small municipality.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Wanted moves in a thousand home-years.
    turnover: u32,
    home_years: u32,
    moves: u32,
}

/// The usual pace, in ‰.
const USUAL: i64 = 1000;

/// Each move too few makes the next home's tenants move so much more often, in ‰ of the usual.
const PER_MOVE: i64 = 100;

impl Pace {
    pub fn new(turnover: u32) -> Self {
        Self { turnover, home_years: 0, moves: 0 }
    }

    /// How often the next home's tenants should move, in ‰ of the usual.
    pub fn per_mille(self) -> u32 {
        let wanted = i64::from(self.turnover) * i64::from(self.home_years) / 1000;
        let missing = wanted - i64::from(self.moves);
        u32::try_from((USUAL + PER_MOVE * missing).clamp(USUAL / 2, USUAL * 2)).expect("clamped above zero")
    }

    /// Counts a home that has been made.
    pub fn count(&mut self, years: u32, moves: usize) {
        self.home_years += years;
        self.moves += u32::try_from(moves).expect("a home has few tenancies");
    }
}
