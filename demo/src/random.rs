//! Chance that can be repeated: the same seed, subject and index give the same draws on every
//! machine and in every version.
//!
//! The generator is SplitMix64, written out here so that no library's next version can change what
//! a seed means. It is not for secrets.

/// The golden ratio as a 64-bit fraction: SplitMix64's step, and what spreads [`spread`] evenly.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// What a stream of draws is about. Each home and each applicant has a stream of its own, so that
/// one more draw for one of them changes nothing for the next.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    Building = 1,
    Dwelling = 2,
    Tenancies = 3,
    OpenApplication = 4,
    ClosedApplication = 5,
}

/// A stream of draws.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The stream of one thing, e.g. home number 17.
    pub fn stream(seed: u64, subject: Subject, index: usize) -> Self {
        Self(mixed(mixed(mixed(seed) ^ subject as u64) ^ index as u64))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mixed(self.0)
    }

    /// A whole number from 0 up to, but not including, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        scaled(self.next(), end)
    }

    /// A whole number from `low` to `high`, both possible.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = usize::try_from(high - low + 1).expect("low is never above high");
        low + i32::try_from(self.below(span)).expect("smaller than a span that fitted")
    }

    /// True in so many of a thousand draws.
    pub fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille as usize
    }

    /// One of the choices, all equally likely.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// One of the choices, each as likely as its weight says.
    pub fn weighted<T: Copy>(&mut self, choices: &[(T, u32)]) -> T {
        at_share(self.next(), choices)
    }

    /// Days around a median: half of the draws at or under it, few beyond two and a half times it.
    pub fn days_around(&mut self, median: u32) -> i32 {
        let median = i32::try_from(median).expect("medians of days are small");
        if self.below(2) == 0 { self.between(median / 3, median) } else { self.between(median, median * 5 / 2) }
    }
}

/// The choice for item `index` such that any run of items has the shares the weights ask for, much
/// closer than chance would: even a small municipality gets its 4 % of large homes.
pub fn spread<T: Copy>(index: usize, offset: u64, choices: &[(T, u32)]) -> T {
    at_share((index as u64).wrapping_mul(GOLDEN).wrapping_add(mixed(offset)), choices)
}

/// The choice at this fraction (of 2⁶⁴) of the weights laid end to end.
fn at_share<T: Copy>(fraction: u64, choices: &[(T, u32)]) -> T {
    let total: u32 = choices.iter().map(|(_, weight)| weight).sum();
    let mut left = scaled(fraction, total as usize);
    for (choice, weight) in choices {
        if left < *weight as usize {
            return *choice;
        }
        left -= *weight as usize;
    }
    unreachable!("a table of choices has at least one weight above zero")
}

/// `end` times a fraction of 2⁶⁴, rounded down.
fn scaled(fraction: u64, end: usize) -> usize {
    usize::try_from((u128::from(fraction) * end as u128) >> 64).expect("smaller than end, which fitted")
}

fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What seed 1 means must never change: demo data in bug reports and benchmarks depend on it.
    #[test]
    fn a_seed_means_the_same_for_ever() {
        let mut random = Random::stream(1, Subject::Dwelling, 0);
        assert_eq!([random.below(1000), random.below(1000), random.below(1000)], [102, 310, 975]);
    }

    #[test]
    fn spread_keeps_the_shares_in_a_short_run() {
        let choices = [('a', 250), ('b', 700), ('c', 50)];
        let count = |wanted| (0..100).filter(|&index| spread(index, 9, &choices) == wanted).count();
        assert!(count('a').abs_diff(25) <= 2 && count('b').abs_diff(70) <= 2 && count('c').abs_diff(5) <= 1);
    }

    #[test]
    fn half_of_the_days_are_within_the_median() {
        let mut random = Random::stream(7, Subject::Building, 3);
        let within = (0..1000).filter(|_| random.days_around(40) <= 40).count();
        assert!((460..=560).contains(&within), "{within} of 1000");
    }
}
