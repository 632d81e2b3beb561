//! Shares that hold in small numbers too, where chance would miss by several points.

/// Says yes so often that the share so far is as near the wanted one as it can be.
#[derive(Clone, Copy, Debug)]
pub struct Quota {
    per_mille: u32,
    asked: usize,
    yes: usize,
}

impl Quota {
    /// Yes to so many of a thousand.
    pub fn new(per_mille: u32) -> Self {
        Self { per_mille, asked: 0, yes: 0 }
    }

    /// Asks for so many homes at once; `possible` is whether the answer may be yes at all.
    pub fn ask(&mut self, homes: usize, possible: bool) -> bool {
        let yes = possible && (2 * self.yes + homes) * 1000 <= 2 * self.per_mille as usize * (self.asked + homes);
        self.count(homes, yes);
        yes
    }

    /// Counts so many homes whose answer was given.
    pub fn count(&mut self, homes: usize, yes: bool) {
        self.asked += homes;
        self.yes += if yes { homes } else { 0 };
    }

    /// Whether the answer should always be yes.
    pub fn is_all(self) -> bool {
        self.per_mille == 1000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_holds_in_small_numbers() {
        for per_mille in [0, 40, 460, 1000] {
            let mut quota = Quota::new(per_mille);
            let yes = (0..50).filter(|_| quota.ask(1, true)).count();
            assert_eq!(yes, per_mille as usize * 50 / 1000);
        }
    }

    #[test]
    fn what_could_not_be_yes_is_made_up_for() {
        let mut quota = Quota::new(500);
        let yes = (0..40).filter(|home| quota.ask(1, home % 4 == 0 || home % 4 == 3)).count();
        assert_eq!(yes, 20);
    }
}
