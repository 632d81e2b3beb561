//! Placements by need class come whole. The guide's do not, and a part of an urgent placement outweighs much else.

use super::{Growing, Settled};
use crate::exchange::{RowKind, TooMany};
use crate::plan::{Plan, Value};
use crate::problem::Problem;
use crate::relaxed::STEEPNESS;

/// The guide makes so much of a placement for nothing.
const NO_PART: f64 = 1e-6;

impl Growing<'_> {
    /// Settles, and where the guide makes a part of a placement of some class, finds out how many there can be at most.
    pub fn settle_with_whole_counts(
        &mut self,
        weights: &[i64],
        plan: &Plan,
        out_of_time: &dyn Fn() -> bool,
    ) -> Result<Settled, TooMany> {
        let mut settled = self.settle(weights, plan, out_of_time)?;
        let counted: Vec<usize> =
            (0..self.rows.len()).filter(|&row| matches!(self.rows[row].kind, RowKind::Counts(_))).collect();
        for row in counted {
            if out_of_time() || !self.search.uses_a_part_of(row, NO_PART) {
                continue;
            }
            let placements = self.pieces.counted_in(row);
            let limit = self.settle(&placements, plan, out_of_time)?.at_most();
            if limit < self.rows[row].limit {
                self.rows[row].limit = limit;
                self.search.set_limit(row, limit);
            }
            settled = self.settle(weights, plan, out_of_time)?;
        }
        Ok(settled)
    }

    /// Do the limits that were found leave no room for better counts than these?
    fn counts_keep_to_limits(&self, value: &Value) -> bool {
        let limits = self.rows.iter().filter(|row| matches!(row.kind, RowKind::Counts(_))).map(|row| row.limit);
        let mut together = 0;
        let full = limits.zip(&value.counts).take_while(|(limit, count)| {
            together = together * i64::from(STEEPNESS) + **count;
            *limit == together
        });
        full.count() == value.counts.len()
    }

    /// Is it certain that no plan has better counts of placements by class?
    pub fn proves_the_counts(&mut self, problem: &Problem, plan: &Plan, out_of_time: &dyn Fn() -> bool) -> bool {
        let value = plan.value(problem);
        let classes = problem.classes();
        if self.counts_keep_to_limits(&value) {
            return true;
        }
        let members = |class: u32| problem.households.iter().filter(|line| line.need_class == Some(class)).count();
        let mut units = vec![0_i64; classes.len()];
        let mut unit = 1_i64;
        for (at, &class) in classes.iter().enumerate().rev() {
            units[at] = unit;
            let Some(next) = i64::try_from(members(class) + 1).ok().and_then(|most| unit.checked_mul(most)) else {
                return false;
            };
            unit = next;
        }
        if unit > (1 << 50) / self.parts {
            return false;
        }
        let of_fit = |fit: &crate::problem::Fit| {
            let class = problem.households[fit.household].need_class;
            class.map_or(0, |class| units[classes.binary_search(&class).expect("classes are all listed")])
        };
        let weights: Vec<i64> = problem.fits.iter().map(of_fit).collect();
        let found: i64 = value.counts.iter().zip(&units).map(|(count, unit)| count * unit).sum();
        self.begin_again();
        self.settle(&weights, plan, out_of_time).is_ok_and(|settled| settled.at_most() <= found)
    }
}
