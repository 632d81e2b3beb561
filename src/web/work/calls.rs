//! What calls for somebody beside the cases: decisions to sign, appeals, offers, leases to look at again.

use crate::office::appeals::{Due, DueWhat};
use crate::office::offers;
use crate::office::work::{Call, List};
use crate::web::Frame;
use crate::web::charts::grouped;
use housing::calendar::days_between;
use housing::offers::OfferDue;

/// What waits, with the first of it named.
pub struct CallView {
    pub count: usize,
    pub named: Vec<DueView>,
}

pub struct DueView {
    pub href: String,
    pub number: String,
    pub applicant: String,
    pub what: String,
    /// The day it is due by, where it is.
    pub day: String,
    /// How long it has waited, and since when.
    pub waited: String,
    pub late: bool,
}

/// Leases to look at again, with the way to them.
pub struct ReviewView {
    pub href: &'static str,
    pub count: String,
    pub text: String,
}

/// What waits, in words.
pub fn call(frame: &Frame, list: &List, call: &Call<Due>) -> CallView {
    CallView { count: call.count, named: call.first.iter().filter_map(|due| due_view(frame, list, due)).collect() }
}

fn due_view(frame: &Frame, list: &List, due: &Due) -> Option<DueView> {
    let (number, name) = list.calls.labels.get(&due.case)?;
    let (page, waited) = match due.what {
        DueWhat::Approval | DueWhat::Review | DueWhat::Returned | DueWhat::Unsent => ("decision", "work-since"),
        DueWhat::ForwardBy | DueWhat::Appeal(_) => ("appeal", "work-since-appeal"),
    };
    let days = days_between(due.since, frame.today).to_string();
    Some(DueView {
        href: format!("/cases/{}/{page}", due.case),
        number: number.clone(),
        applicant: name.listed(),
        what: frame.t(due.what.text_key()),
        day: if due_by_a_day(due.what) { frame.day(&due.day) } else { String::new() },
        waited: frame.ta(waited, &[("days", &days), ("day", &frame.day(&due.since))]),
        late: due_by_a_day(due.what) && due.day < frame.today,
    })
}

/// Whether it is due by its day; otherwise it has waited since.
const fn due_by_a_day(what: DueWhat) -> bool {
    match what {
        DueWhat::Approval | DueWhat::Review | DueWhat::Returned | DueWhat::Unsent => false,
        DueWhat::ForwardBy | DueWhat::Appeal(_) => true,
    }
}

/// What is due with an offer, with its day.
pub fn offer_view(frame: &Frame, list: &List, due: &offers::Due) -> Option<DueView> {
    let (number, name) = list.calls.labels.get(&due.case)?;
    let what = frame.t(match due.what {
        OfferDue::ToSend { .. } => "offer-due-to-send",
        OfferDue::Viewing { .. } => "offer-due-viewing",
        OfferDue::Remind { .. } => "offer-due-remind",
        OfferDue::Answer { .. } => "offer-due-answer",
        OfferDue::PlanMoveIn { .. } => "offer-due-plan",
        OfferDue::MoveIn { .. } => "offer-due-move-in",
        OfferDue::Lapsed { .. } => "offer-due-lapsed",
        OfferDue::NewDecision { .. } => "offer-due-new-decision",
    });
    Some(DueView {
        href: format!("/offers/{}", due.offer),
        number: number.clone(),
        applicant: name.listed(),
        what,
        day: frame.day(&due.what.day()),
        waited: String::new(),
        late: false,
    })
}

/// The leases to look at again; none of what there is none of.
pub fn reviews(frame: &Frame, list: &List) -> Vec<ReviewView> {
    let Some(found) = list.calls.reviews else { return Vec::new() };
    let all = [
        ("/tenancies?lease=expired", found.expired, "work-lease-expired"),
        ("/tenancies?lease=M3", found.ending, "work-lease-ending"),
    ];
    let some = all.into_iter().filter(|(_, count, _)| *count > 0);
    some.map(|(href, count, text)| ReviewView { href, count: grouped(count), text: frame.t(text) }).collect()
}
