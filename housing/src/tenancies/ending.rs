//! How a tenancy ends: notice, protest, and staying on (*husleieloven* chapter 9).

use crate::Date;
use crate::calendar::{add_days, add_months, end_of_month, roll};

/// What is let, as far as the notice period goes (§ 9-6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeFor {
    Dwelling,
    /// A single room with access to another's home.
    Room,
    /// A separate garage or storeroom.
    Storage,
}

/// The days that follow from a notice to quit by the landlord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protest {
    /// The last day the tenant can protest.
    pub protest_by: Date,
    /// The last day the landlord can sue after a protest; then the notice lapses.
    pub sue_by: Date,
}

/// The last day of the tenancy: for a dwelling the end of the month the period runs out in, for a room
/// or a storeroom the day itself. It is not moved when it falls on a holiday.
pub fn notice_ends(received: Date, what: NoticeFor, months: i32) -> Date {
    let runs_out = add_months(received, months);
    match what {
        NoticeFor::Dwelling => end_of_month(runs_out),
        NoticeFor::Room | NoticeFor::Storage => runs_out,
    }
}

/// The last days to protest and to sue (§ 9-8).
pub fn protest(received: Date, protest_months: i32, sue_months: i32) -> Protest {
    let protest_by = roll(add_months(received, protest_months));
    Protest { protest_by, sue_by: roll(add_months(protest_by, sue_months)) }
}

/// The last day to ask in writing that a tenant moves who stays on after a fixed term; from the day after
/// the lease is open-ended (§ 9-2 third paragraph).
pub fn ask_to_move_by(end: Date, months: i32) -> Date {
    add_months(end, months)
}

/// When to look at a fixed term that runs out (`L4.1`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermReminders {
    /// Six months before: does the household still need the home?
    pub review: Date,
    /// Three months before: the decision on extension.
    pub decide: Date,
    /// The last day for the written request to move.
    pub ask_to_move_by: Date,
    /// From this day the lease is open-ended, if nobody asked.
    pub open_ended_from: Date,
}

/// The reminders for a fixed term with this last day.
pub fn term_reminders(end: Date, holding_over_months: i32) -> TermReminders {
    let ask_to_move_by = ask_to_move_by(end, holding_over_months);
    TermReminders {
        review: add_months(end, -6),
        decide: add_months(end, -3),
        ask_to_move_by,
        open_ended_from: add_days(ask_to_move_by, 1),
    }
}
