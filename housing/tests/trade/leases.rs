//! `leiekontrakter.txt`: the fact is the last day of the lease, or that there is none.

use housing::people::{Name, PersonFacts, Protection};
use housing::tenancies::{LeaseKind, LeaseState, TenancyFacts};

use crate::cases::{self, Case};

#[test]
fn a_lease_stands_where_the_renewal_watch_says() {
    cases::check("leiekontrakter.txt", |case| {
        let state = tenancy(case).lease_state(case.day);
        assert_eq!(tenancy(case).is_expired(case.day), matches!(state, LeaseState::Expired { .. }));
        match state {
            LeaseState::OpenEnded => "tidsubestemt".to_owned(),
            LeaseState::Running { days_left, .. } => format!("løper, {days_left} dager igjen"),
            LeaseState::RunsOut { days_left, window, .. } => {
                format!("går ut innen {} måneder, {days_left} dager igjen", window.months())
            }
            LeaseState::Expired { days_ago, .. } => format!("utløpt for {days_ago} dager siden"),
        }
    });
}

#[track_caller]
fn tenancy(case: &Case) -> TenancyFacts {
    let lease_until = match case.facts[0].strip_prefix("siste dag ") {
        Some(day) => Some(day.parse().expect("a last day is written 2026-03-01")),
        None => {
            assert_eq!(case.facts, ["ingen siste dag"]);
            None
        }
    };
    TenancyFacts {
        tenant: PersonFacts {
            name: Name::read("Nesvåg, Iryna").expect("it has letters"),
            identity: None,
            born: None,
            telephone: None,
            email: None,
            protection: Protection::Ungraded,
            protection_to_check: false,
        },
        from: None,
        lease_until,
        kind: if lease_until.is_some() { LeaseKind::FixedTerm } else { LeaseKind::OpenEnded },
        moved_out: None,
        move_out_reason: None,
        rent: None,
        note: None,
    }
}
