//! A few offers of the made-up office, made and answered as an office does: accepted, awaited, declined and lapsed.

use super::desk::Desk;
use crate::clock::Clock;
use crate::office::offers::{self, Answer, Move, NewOffer, Terms};
use crate::office::{Office, OfficeError, letters};
use crate::store::applications::Application;
use crate::store::documents::Channel;
use crate::store::{Slice, applications as store, cases, decisions, offers as store_offers};
use housing::Date;
use housing::applications::ApplicationStatus;
use housing::calendar::{add_days, roll};
use housing::decisions::DecisionKind;
use housing::offers::DeclineReason;

/// What becomes of an offer, and how many days ago it was made.
#[derive(Clone, Copy)]
enum Becomes {
    Declined(DeclineReason),
    Lapsed,
    Accepted,
    Awaited,
}

/// One of every so many who wait has an offer, or has had one.
const ONE_OF: usize = 3;

const STORIES: [(Becomes, i32); 6] = [
    (Becomes::Declined(DeclineReason::Stairs), 30),
    (Becomes::Accepted, 12),
    (Becomes::Lapsed, 40),
    (Becomes::Awaited, 3),
    (Becomes::Declined(DeclineReason::Area), 24),
    (Becomes::Accepted, 9),
];

/// Makes offers to some of those who have a decision and wait.
pub(super) fn offer(office: &mut Office, desk: &Desk, today: Date) -> Result<(), OfficeError> {
    let filter = store::Filter {
        status: Some(store::StatusFilter::Is(ApplicationStatus::WaitingForHome)),
        ..store::Filter::default()
    };
    let newest = Slice { most: 60, offset: 0 };
    let waiting = office.store().read(|tx| store::list(tx, &filter, (store::SortBy::Received, true), newest))?;
    let mut stories = STORIES.into_iter();
    for listed in waiting.into_iter().step_by(ONE_OF) {
        let Some(case) = decided_case(office, &listed.application)? else { continue };
        let Some((becomes, days)) = stories.next() else { break };
        let granted = listed.application.decided.unwrap_or(today);
        let made = roll(add_days(today, -days).max(add_days(granted, 1)));
        if made < today {
            tell(office, desk, &case, (becomes, made), today)?;
        }
    }
    Ok(())
}

/// The case of a home that was granted with a decision.
fn decided_case(office: &Office, application: &Application) -> Result<Option<String>, OfficeError> {
    office.store().read(|tx| {
        let cases = cases::of_application(tx, &application.id)?;
        let Some(case) = cases.into_iter().find(|case| case.kind == DecisionKind::MunicipalHome) else {
            return Ok(None);
        };
        let stands = decisions::of_case(tx, &case.id)?.iter().any(|decision| decision.stands);
        Ok(stands.then_some(case.id))
    })
}

fn tell(
    office: &mut Office,
    desk: &Desk,
    case: &str,
    (becomes, made): (Becomes, Date),
    today: Date,
) -> Result<(), OfficeError> {
    office.clock = Clock::fixed(made);
    let writer = &desk.writer;
    let to_offer = offers::to_offer(office, writer, case, "")?;
    let Some(one) = to_offer.homes.into_iter().find(|one| one.rooms_do != Some(false)) else {
        return Ok(());
    };
    let (home, empty) = (one.home, one.empty);
    let terms = Terms {
        rent: home.rent.unwrap_or(housing::money::Ore::kroner(7_500)),
        costs: "Strøm kommer i tillegg\nDepositum: tre måneders leie".to_owned(),
        from: roll(empty.first_day(add_days(made, 35))),
        lease_months: to_offer.lease_months,
        viewing: "Etter avtale med forvalter".to_owned(),
    };
    let new = NewOffer { case: case.to_owned(), dwelling: home.id, terms, viewing: Some(add_days(made, 3)) };
    let offer = offers::make(office, writer, &new)?;
    let row = |office: &Office| office.store().read(|tx| store_offers::find(tx, &offer))?.ok_or(OfficeError::NotFound);
    offers::write_letter(office, writer, (&offer, row(office)?.version))?;
    let sent = roll(add_days(made, 1)).min(today);
    office.clock = Clock::fixed(sent);
    let letter = row(office)?.document.into_iter().collect::<Vec<_>>();
    letters::mark_sent(office, writer, &letter, Channel::Post, sent)?;
    let answered = add_days(sent, 4).min(today);
    let answer = |answer, note: &str| Move::Answer { answer, on: answered, note: note.to_owned() };
    let step = match becomes {
        Becomes::Awaited => return Ok(()),
        // Granted so lately that the answer is still awaited.
        Becomes::Lapsed if row(office)?.answer_by.is_some_and(|by| by >= today) => return Ok(()),
        Becomes::Lapsed => {
            office.clock = Clock::fixed(today);
            Move::Lapse
        }
        Becomes::Accepted => {
            office.clock = Clock::fixed(answered);
            answer(Answer::Yes, "Svarte på telefon")
        }
        Becomes::Declined(reason) => {
            office.clock = Clock::fixed(answered);
            answer(Answer::No(reason), "Svarte på telefon")
        }
    };
    offers::act(office, writer, (&offer, row(office)?.version), &step)
}
