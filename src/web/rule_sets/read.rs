//! What stands in the form of a rule set becomes a rule set, or is named as wrong.

use super::fields::{
    INCOME_LIMITS, RANKS_WITH_POINTS, bedrooms, follow_up, income_limit, points_of_rank, priority, situation,
};
use crate::office::Problem;
use crate::web::rule_form::Reading;
use housing::applications::HousingSituation;
use housing::assessment::{
    AgeRule, Basis, HomeRule, IncomeLimits, IncomeRule, JudgedRule, LeaseRule, OfferRule, OverdueRule, PointsTable,
    PriorityRow, PurchaseRule, QuarantineRule, RuleSet, StayRule, TimeHereRule, WealthRule,
};
use housing::people::{Bedrooms, RoomNorm};
use housing::waiting_list::PriorityGround;
use housing::written;

impl Reading<'_> {
    /// The rule set that stands in the form. `base` gives what the form has no field for.
    pub fn rule_set(&mut self, base: &RuleSet) -> RuleSet {
        let valid_from = crate::web::reading::needed_day(self.values, "valid_from", &mut self.problems);
        RuleSet {
            name: self.words("name"),
            valid_from: valid_from.unwrap_or(base.valid_from),
            source: self.words("source"),
            appeal_body: self.words("appeal_body"),
            time_counts: self.is_checked("time_counts"),
            age: self.group("age", Self::age),
            time_here: self.group("time_here", Self::time_here),
            stay: self.group("stay", Self::stay),
            home: self.group("home", Self::home),
            income: self.group("income", Self::income),
            wealth: self.group("wealth", Self::wealth),
            overdue: self.group("overdue", Self::overdue),
            quarantine: self.group("quarantine", Self::quarantine),
            purchase: self.group("purchase", Self::purchase),
            target_group: self
                .group("target_group", |form| JudgedRule { clause: form.both_forms("target_group.clause") }),
            own_effort: self.group("own_effort", |form| JudgedRule { clause: form.both_forms("own_effort.clause") }),
            lease: self.lease(),
            offer: self.offer(),
            room_norm: self.room_norm(&base.room_norm),
            priority: self.priority(),
            points: self.group("points", Self::points),
            follow_up: self.follow_up(base),
        }
    }

    fn age(&mut self) -> AgeRule {
        AgeRule {
            clause: self.both_forms("age.clause"),
            waivable: self.is_checked("age.waivable"),
            least_years: self.needed("age.least_years", "age.least_years"),
            exceptions: self.codes("age.exceptions"),
        }
    }

    fn time_here(&mut self) -> TimeHereRule {
        TimeHereRule {
            clause: self.both_forms("time_here.clause"),
            waivable: self.is_checked("time_here.waivable"),
            least_months: self.needed("time_here.least_months", "time_here.least_months"),
            exceptions: self.codes("time_here.exceptions"),
        }
    }

    fn stay(&mut self) -> StayRule {
        StayRule {
            clause: self.both_forms("stay.clause"),
            waivable: self.is_checked("stay.waivable"),
            accepted: self.codes("stay.accepted"),
        }
    }

    fn home(&mut self) -> HomeRule {
        let answered = |answer: &str| -> Vec<HousingSituation> {
            let of_answer = |one: &&HousingSituation| self.values.get(&situation(**one)) == answer;
            HousingSituation::ALL.iter().filter(of_answer).copied().collect()
        };
        HomeRule {
            clause: self.both_forms("home.clause"),
            waivable: self.is_checked("home.waivable"),
            situations: answered("met"),
            judged_situations: answered("judged"),
            lease_months_left: self.number("home.lease_months_left", "home.lease_months_left"),
        }
    }

    fn income(&mut self) -> IncomeRule {
        IncomeRule {
            clause: self.both_forms("income.clause"),
            waivable: self.is_checked("income.waivable"),
            basis: self.values.get("income.basis").parse().unwrap_or(Basis::Gross),
            counted_from_age: self.number("income.counted_from_age", "income.counted_from_age"),
            limits: self.income_limits(),
        }
    }

    fn income_limits(&mut self) -> IncomeLimits {
        match self.values.get("income.unit") {
            "G" => IncomeLimits::BaseAmounts { by_persons: self.limits(|typed| typed.parse().ok()) },
            "kr" => IncomeLimits::Kroner {
                by_persons: self.limits(|typed| u32::try_from(written::whole_number(typed).ok()?).ok()),
            },
            _ => IncomeLimits::Judgement,
        }
    }

    /// The limits from one person on, until the first empty field.
    fn limits<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut limits = Vec::new();
        for persons in 1..=INCOME_LIMITS {
            let Some(typed) = self.values.filled(&income_limit(persons)) else { break };
            match read(typed) {
                Some(limit) => limits.push(limit),
                None => {
                    let facts = vec![("found", typed.to_owned())];
                    self.problems.push(Problem { field: "income.limits", text: "rule-set-problem-number", facts });
                }
            }
        }
        limits
    }

    fn wealth(&mut self) -> WealthRule {
        WealthRule {
            clause: self.both_forms("wealth.clause"),
            waivable: self.is_checked("wealth.waivable"),
            most_kroner: self.number("wealth.most_kroner", "wealth.most_kroner"),
        }
    }

    fn overdue(&mut self) -> OverdueRule {
        OverdueRule {
            clause: self.both_forms("overdue.clause"),
            waivable: self.is_checked("overdue.waivable"),
            loan: self.is_checked("overdue.loan"),
            rent: self.is_checked("overdue.rent"),
            other: self.is_checked("overdue.other"),
        }
    }

    fn quarantine(&mut self) -> QuarantineRule {
        QuarantineRule {
            clause: self.both_forms("quarantine.clause"),
            waivable: self.is_checked("quarantine.waivable"),
            months: self.needed("quarantine.months", "quarantine.months"),
        }
    }

    fn purchase(&mut self) -> PurchaseRule {
        PurchaseRule { clause: self.both_forms("purchase.clause"), waivable: self.is_checked("purchase.waivable") }
    }

    fn lease(&mut self) -> LeaseRule {
        LeaseRule {
            clause: self.both_forms("lease.clause"),
            years: self.needed("lease.years", "lease.years"),
            years_with_children: self.needed("lease.years_with_children", "lease.years_with_children"),
            renewal_years: self.needed("lease.renewal_years", "lease.renewal_years"),
            renewal_years_with_children: self
                .needed("lease.renewal_years_with_children", "lease.renewal_years_with_children"),
            child_until_age: self.needed("lease.child_until_age", "lease.child_until_age"),
        }
    }

    fn offer(&mut self) -> OfferRule {
        OfferRule {
            clause: self.both_forms("offer.clause"),
            answer_days: self.needed("offer.answer_days", "offer.answer_days"),
            in_workdays: self.is_checked("offer.in_workdays"),
            remind_days: self.needed("offer.remind_days", "offer.remind_days"),
            most_declined: self.needed("offer.most_declined", "offer.most_declined"),
            good_reasons: self.codes("offer.good_reasons"),
            no_answer_counts: self.is_checked("offer.no_answer_counts"),
        }
    }

    fn room_norm(&mut self, base: &RoomNorm) -> RoomNorm {
        let mut norm = base.clone();
        for (at, row) in norm.rows.iter_mut().enumerate() {
            row.bedrooms = self.bedrooms(at);
        }
        norm.larger = self.bedrooms(norm.rows.len());
        norm
    }

    fn bedrooms(&mut self, row: usize) -> Bedrooms {
        let [(least, _), (most, _)] = bedrooms(row);
        Bedrooms { least: self.needed(&least, "room_norm"), most: self.needed(&most, "room_norm") }
    }

    fn priority(&mut self) -> Vec<PriorityRow> {
        let row = |&ground: &PriorityGround| {
            let rank = self.values.filled(&priority(ground))?.parse().ok()?;
            Some(PriorityRow { ground, rank })
        };
        PriorityGround::ALL.iter().filter_map(row).collect()
    }

    fn points(&mut self) -> PointsTable {
        let by_rank = (1..=RANKS_WITH_POINTS).map_while(|rank| self.number(&points_of_rank(rank), "points.by_rank"));
        PointsTable {
            by_rank: by_rank.collect(),
            clause: self.both_forms("points.clause"),
            per_child: self.needed("points.per_child", "points.per_child"),
            most_children: self.needed("points.most_children", "points.most_children"),
            per_month: self.needed("points.per_month", "points.per_month"),
            most_months: self.needed("points.most_months", "points.most_months"),
        }
    }

    fn follow_up(&self, base: &RuleSet) -> Vec<housing::assessment::FollowUpRow> {
        let mut rows = base.follow_up.clone();
        for (at, row) in rows.iter_mut().enumerate() {
            row.level = self.values.get(&follow_up(at)).parse().unwrap_or(row.level);
        }
        rows
    }
}
