//! The newest decisions of the made-up office, made as an office makes them: one writes, another signs, the letter
//! leaves and arrives. Older ones are known by the status of their application alone, as after an import.

use super::desk::Desk;
use crate::clock::Clock;
use crate::office::appeals::{self, NewAppeal, Told};
use crate::office::cases::{Staff, open, request_of};
use crate::office::decisions::{self, Next};
use crate::office::{Office, OfficeError, applications, letters};
use crate::store::applications::{self as store, Application, Filter, SortBy, StatusFilter};
use crate::store::cases::{self as store_cases, Case, Handover};
use crate::store::documents::Channel;
use crate::store::{Slice, Tx, decisions as store_decisions};
use housing::Date;
use housing::applications::ApplicationStatus;
use housing::calendar::{add_days, roll};
use housing::decisions::{
    DecisionKind, FollowUpChoice, FollowUpKind, HomeAccess, LeaseLength, Outcome, RefusalGround, WrittenDecision,
};
use housing::dwellings::Rooms;

/// How many of the newest of each outcome get decisions: each is several letters to set, and a municipality has
/// thousands.
const NEWEST: [(ApplicationStatus, i64); 3] =
    [(ApplicationStatus::WaitingForHome, 10), (ApplicationStatus::Appealed, 1), (ApplicationStatus::Refused, 3)];

/// The oldest decision that is made anew, in days: the law of today held then.
const OLDEST: i32 = 500;

/// Makes the newest decisions, and takes in the appeals on those that were appealed.
pub(super) fn decide(office: &mut Office, desk: &Desk, today: Date) -> Result<(), OfficeError> {
    let mut chosen = Vec::new();
    for (status, most) in NEWEST {
        let filter = Filter { status: Some(StatusFilter::Is(status)), ..Filter::default() };
        let slice = Slice { most, offset: 0 };
        let listed = office.store().read(|tx| store::list(tx, &filter, (SortBy::Received, true), slice))?;
        chosen.extend(listed.into_iter().map(|listed| listed.application));
    }
    for (index, application) in chosen.iter().enumerate() {
        let decided = application.decided.filter(|day| *day >= add_days(today, -OLDEST) && *day > application.received);
        let Some(decided) = decided else { continue };
        let appealed = appealed_on(office, application)?;
        let cases = reopen(office, desk, application, decided)?;
        for (case, number) in cases.iter().zip(index..) {
            make(office, desk, (case, application), (decided, number), today)?;
        }
        if let (Some(day), Some(case)) = (appealed, cases.iter().find(|case| case.kind != DecisionKind::HousingHelp)) {
            appeal(office, desk, (case, application), day)?;
        }
    }
    Ok(())
}

/// The day an application that stands as appealed came to stand so.
fn appealed_on(office: &Office, application: &Application) -> Result<Option<Date>, OfficeError> {
    if application.status != ApplicationStatus::Appealed {
        return Ok(None);
    }
    let statuses = office.store().read(|tx| store::statuses(tx, &application.id))?;
    Ok(statuses.last().map(|(day, _)| *day))
}

/// The cases of an application as they stood before the decision: open, and with whoever writes it.
fn reopen(office: &Office, desk: &Desk, application: &Application, day: Date) -> Result<Vec<Case>, OfficeError> {
    let now = office.now();
    office.store().write(|tx| {
        let undecided = Application { status: ApplicationStatus::InProgress, decided: None, ..application.clone() };
        store::update(tx, application, &undecided, day)?;
        let mut cases = store_cases::of_application(tx, &application.id)?;
        if cases.is_empty() {
            cases = open(tx, &undecided, &request_of(&undecided), &Staff::default())?;
        }
        for case in &cases {
            store_cases::set_closed(tx, &case.id, None, None)?;
            give(tx, desk, case, now)?;
        }
        Ok(store_cases::of_application(tx, &application.id)?)
    })
}

fn give(tx: &mut Tx<'_>, desk: &Desk, case: &Case, at: i64) -> Result<(), OfficeError> {
    let writer = &desk.writer;
    let to = Handover {
        at,
        unit: case.unit.clone(),
        officer: Some(writer.id.clone()),
        handed_by: writer.id.clone(),
        note: None,
    };
    let version = store_cases::find(tx, &case.id)?.map_or(case.version, |case| case.version);
    store_cases::hand_over(tx, (&case.id, version), &to)?;
    Ok(())
}

/// One decision, from the draft to the letter. Of every seven letters one is proven to have arrived.
fn make(
    office: &mut Office,
    desk: &Desk,
    (case, application): (&Case, &Application),
    (decided, number): (Date, usize),
    today: Date,
) -> Result<(), OfficeError> {
    let gives = application.status == ApplicationStatus::WaitingForHome;
    let renewed = case.kind == DecisionKind::Renewal;
    let outcome = if !gives {
        Outcome::Refusal
    } else if renewed {
        Outcome::Extension
    } else {
        Outcome::Grant
    };
    office.clock = Clock::fixed(add_days(decided, -2).max(application.received));
    let id = decisions::begin(office, &desk.writer, &case.id, (outcome, None), None)?;
    let kept = |office: &Office| {
        let found = office.store().read(|tx| store_decisions::find(tx, &id))?;
        found.ok_or(OfficeError::NotFound)
    };
    let draft = kept(office)?;
    let written = completed(decisions::written_of(office.secrets(), &draft)?, case.kind, application, number);
    decisions::save(office, &desk.writer, (&id, draft.version), (&written, None), &Next::Submit)?;
    office.clock = Clock::fixed(decided);
    decisions::sign(office, &desk.signer, (&id, kept(office)?.version), "")?;
    let sent = roll(add_days(decided, 1));
    let Some(letter) = kept(office)?.document.filter(|_| sent <= today) else { return Ok(()) };
    office.clock = Clock::fixed(sent);
    letters::mark_sent(office, &desk.writer, std::slice::from_ref(&letter), Channel::Post, sent)?;
    let arrived = roll(add_days(sent, 3));
    if number % 7 == 3 && arrived <= today {
        office.clock = Clock::fixed(arrived);
        letters::prove_arrival(office, &desk.writer, &letter, arrived)?;
    }
    Ok(())
}

/// What somebody would have added to what the program proposed.
fn completed(
    proposed: WrittenDecision,
    kind: DecisionKind,
    application: &Application,
    number: usize,
) -> WrittenDecision {
    let rooms = proposed.rooms.unwrap_or(Rooms(2));
    let mut written = proposed;
    if written.outcome == Some(Outcome::Refusal) {
        if written.refusal_grounds.is_empty() {
            written.refusal_grounds = vec![RefusalGround::HasSuitableHome];
        }
        written.reasons.push_str("\n\nHusstanden har en egnet bolig og kan bli boende der.");
    }
    if written.outcome.is_some_and(Outcome::gives) {
        written.reasons.push_str("\n\nHusstanden har lett etter bolig selv og ikke funnet noen som passer.");
        written.content = "Hjelp til å skaffe og beholde en bolig som er tilpasset husstanden.".to_owned();
        if kind == DecisionKind::MunicipalHome {
            written.square_metres = Some(25 + 15 * u16::from(rooms.0));
            written.rooms = Some(rooms);
            written.lease = Some(LeaseLength::Months(36));
            written.waiting_list = true;
            let access =
                if application.wheelchair == Some(true) { HomeAccess::Wheelchair } else { HomeAccess::NoNeeds };
            written.access = vec![access];
        }
    }
    if written.conclusion.trim().is_empty() {
        written.conclusion = "Du får hjelp etter boligsosialloven.".to_owned();
    }
    let needs_follow_up = number.is_multiple_of(3) && written.outcome.is_some_and(Outcome::gives);
    if needs_follow_up {
        written.follow_up = Some(FollowUpChoice::Granted);
        written.follow_up_kinds = vec![FollowUpKind::LivingPractice, FollowUpKind::MoneyAdvice];
        written.follow_up_level = Some(2);
    } else {
        written.follow_up = Some(FollowUpChoice::NotNeeded);
        written.follow_up_reason = "Husstanden klarer seg selv i egen bolig.".to_owned();
    }
    written
}

/// The appeal on a refusal, as it came in.
fn appeal(
    office: &mut Office,
    desk: &Desk,
    (case, application): (&Case, &Application),
    received: Date,
) -> Result<(), OfficeError> {
    office.clock = Clock::fixed(received);
    let told = Told {
        wanted: "Boligen vi har nå, er for liten og kald. Vi ber om at søknaden blir vurdert på nytt.".to_owned(),
        signed: true,
        ..Told::default()
    };
    appeals::receive(office, &desk.colleague, &case.id, &NewAppeal { received, told, dismissal_of: None })?;
    let refused = office.store().read(|tx| store::find(tx, &application.id))?.ok_or(OfficeError::NotFound)?;
    let whose = (application.id.as_str(), refused.version);
    applications::set_status(office, &desk.colleague, whose, ApplicationStatus::Appealed, received)
}
