//! Which caps count which household in which home.

use crate::problem::Problem;

/// The caps of a problem, looked up by household and home.
pub(crate) struct CapIndex {
    of_household: Vec<Vec<u32>>,
    of_home: Vec<Vec<u32>>,
}

impl CapIndex {
    pub fn new(problem: &Problem) -> Self {
        Self::of(problem, |_| true)
    }

    /// Of these caps only.
    pub fn of(problem: &Problem, wanted: impl Fn(usize) -> bool) -> Self {
        let mut index = Self {
            of_household: vec![Vec::new(); problem.households.len()],
            of_home: vec![Vec::new(); problem.homes.len()],
        };
        for (at, cap) in problem.caps.iter().enumerate().filter(|(at, _)| wanted(*at)) {
            let at = u32::try_from(at).expect("fewer caps than 32 bits can count");
            cap.households.iter().for_each(|&household| index.of_household[household].push(at));
            cap.homes.iter().for_each(|&home| index.of_home[home].push(at));
        }
        index
    }

    /// The caps that count this household if it lives in this home, in order.
    pub fn counting(&self, household: usize, home: usize) -> impl Iterator<Item = usize> + '_ {
        let (one, other) = (&self.of_household[household], &self.of_home[home]);
        let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        few.iter().filter(|cap| many.binary_search(cap).is_ok()).map(|&cap| cap as usize)
    }

    /// What a household that moves adds to each cap, and takes from it; a cap that counts both homes is named twice.
    pub fn changes(&self, household: usize, from: Option<usize>, to: usize) -> impl Iterator<Item = (usize, i8)> + '_ {
        let leaves = from.into_iter().flat_map(move |home| self.counting(household, home));
        self.counting(household, to).map(|cap| (cap, 1)).chain(leaves.map(|cap| (cap, -1)))
    }
}

/// What is left of the caps while homes are given away one by one.
pub(crate) struct CapRoom {
    index: CapIndex,
    room: Vec<i64>,
}

impl CapRoom {
    /// With so many counted in each cap.
    pub fn new(problem: &Problem, count: impl Fn(&crate::problem::Cap) -> i64) -> Self {
        let room = problem.caps.iter().map(|cap| problem.effective_limit(cap) - count(cap)).collect();
        Self { index: CapIndex::new(problem), room }
    }

    /// Counts a household without a home in, unless a cap is full.
    pub fn takes_in(&mut self, household: usize, home: usize) -> bool {
        let has_room = self.index.counting(household, home).all(|cap| self.room[cap] > 0);
        if has_room {
            self.index.counting(household, home).for_each(|cap| self.room[cap] -= 1);
        }
        has_room
    }
}
