//! The letters that wait to be sent: marked as sent, printed together, or handed to another system.

use super::recipients::protection;
use crate::access::{Action, Denied, Thing};
use crate::office::documents::open;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, cases, offers};
use crate::store::Tx;
use crate::store::applications;
use crate::store::cases as store_cases;
use crate::store::documents::{self as store, Dispatch, Document, RecipientKind, Waiting};
use crate::store::people;
use housing::Date;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use crate::store::documents::Channel as Way;

/// The most letters in one go.
const MOST: i64 = 500;

/// A letter in the queue, with who it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InQueue {
    pub waiting: Waiting,
    pub person: String,
}

/// The letters that wait, the oldest first.
///
/// # Errors
/// When the actor may not look at documents.
pub fn queue(office: &Office, actor: &Actor) -> Result<Vec<InQueue>, OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let letters = office.store().read(|tx| {
        let waiting = store::waiting(tx, !actor.sees_protected, MOST)?;
        let named = waiting.into_iter().map(|waiting| {
            let person = people::find(tx, &waiting.person)?.map(|person| person.name.to_string());
            Ok::<_, OfficeError>(InQueue { person: person.unwrap_or_default(), waiting })
        });
        named.collect::<Result<Vec<_>, _>>()
    })?;
    let details = serde_json::json!({"rows": letters.len()}).to_string();
    office.looked(actor, About::thing(Thing::Document, ""), details)?;
    Ok(letters)
}

/// A document that the actor may know of, with where it went.
fn known(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<(Document, Vec<Dispatch>), OfficeError> {
    let document = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    let (application, _) = crate::office::applications::known_application(tx, actor, &document.application)?;
    actor.may_tie(application.restricted).map_err(|_| OfficeError::Denied(Denied::Hidden))?;
    let sent = store::of_document(tx, id)?;
    Ok((document, sent))
}

/// Notes that letters left on a day, each by the same channel.
///
/// # Errors
/// [`OfficeError::Invalid`] for a day to come, or before a letter was made; [`OfficeError::Stale`] when one of them had left already.
pub fn mark_sent(
    office: &Office,
    actor: &Actor,
    documents: &[String],
    channel: Way,
    sent: Date,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    if sent > office.today() {
        return Err(OfficeError::Invalid(vec![Problem::plain("sent", "letter-problem-sent-in-future")]));
    }
    office.change(actor, |work| {
        for id in documents {
            let (document, letters) = known(work.tx, actor, id)?;
            if sent < document.day {
                let facts = vec![("title", document.title), ("day", document.day.strftime("%d.%m.%Y").to_string())];
                return Err(OfficeError::Invalid(vec![Problem {
                    field: "sent",
                    text: "letter-problem-sent-early",
                    facts,
                }]));
            }
            for letter in letters.iter().filter(|letter| letter.sent.is_none()) {
                if !store::hand_over(work.tx, letter, channel, (sent, &work.actor.id))? {
                    return Err(OfficeError::Stale);
                }
            }
            let details = serde_json::json!({"after": {"sent": sent.to_string(), "channel": channel.code()}});
            work.note("send", About { thing: Thing::Document, id, person: &document.person }, details.to_string());
            offers::letter_left(work, id)?;
            promise_given(work, &document, sent)?;
        }
        Ok(())
    })
}

/// What an interim answer promises holds from the day it left (`L1.5`).
fn promise_given(work: &mut Work<'_, '_>, document: &Document, sent: Date) -> Result<(), OfficeError> {
    let Some((case, promised)) = store::promise(work.tx, &document.id)? else { return Ok(()) };
    store_cases::set_promised(work.tx, &case, sent, promised)?;
    let details = serde_json::json!({"after": {"promised": promised.to_string()}}).to_string();
    work.note("change", About { thing: Thing::Case, id: &case, person: &document.person }, details);
    Ok(())
}

/// Corrects how and when a letter left; the journal keeps what was noted before, and why it was wrong.
///
/// # Errors
/// [`OfficeError::Invalid`] without a reason, when the letter has not left, for a day to come, before it was made, or
/// after it is proven to have arrived.
pub fn correct_dispatch(
    office: &Office,
    actor: &Actor,
    id: &str,
    (channel, sent): (Way, Date),
    why: &str,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    office.change(actor, |work| {
        let (document, letters) = known(work.tx, actor, id)?;
        let problems = correction_problems(&document, &letters, (sent, work.today), why);
        if !problems.is_empty() {
            return Err(OfficeError::Invalid(problems));
        }
        for letter in letters.iter().filter(|letter| letter.sent.is_some()) {
            if !store::correct_hand_over(work.tx, letter, channel, (sent, &work.actor.id))? {
                return Err(OfficeError::Stale);
            }
        }
        let was = letters.iter().find(|letter| letter.sent.is_some());
        let was = was.map(|letter| (letter.sent.map(|day| day.to_string()), letter.channel.code()));
        let details = serde_json::json!({
            "before": {"sent": was.as_ref().map(|(day, _)| day), "channel": was.as_ref().map(|(_, code)| code)},
            "after": {"sent": sent.to_string(), "channel": channel.code(), "why": why.trim()},
        });
        work.note("change", About { thing: Thing::Document, id, person: &document.person }, details.to_string());
        offers::letter_left(work, id)?;
        promise_given(work, &document, sent)
    })
}

fn correction_problems(
    document: &Document,
    letters: &[Dispatch],
    (sent, today): (Date, Date),
    why: &str,
) -> Vec<Problem> {
    let proven = letters.iter().filter_map(|letter| letter.arrived).min();
    let lacks = [
        (why.trim().is_empty(), "why_sent", "letter-problem-why-corrected"),
        (letters.iter().all(|letter| letter.sent.is_none()), "sent", "letter-problem-not-sent"),
        (sent > today, "sent", "letter-problem-sent-in-future"),
        (sent < document.day, "sent", "letter-problem-sent-before-made"),
        (proven.is_some_and(|arrived| arrived < sent), "sent", "letter-problem-sent-after-arrival"),
    ];
    lacks.into_iter().filter(|(lacks, _, _)| *lacks).map(|(_, field, text)| Problem::plain(field, text)).collect()
}

/// Notes the day a letter is proven to have arrived: the appeal deadline follows from it (`L1.8`).
///
/// # Errors
/// [`OfficeError::Invalid`] when it has not left, or arrived before it left or in the future.
pub fn prove_arrival(office: &Office, actor: &Actor, id: &str, arrived: Date) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    office.change(actor, |work| {
        let (document, letters) = known(work.tx, actor, id)?;
        let letter = letters.first().ok_or(OfficeError::NotFound)?;
        let wrong = |text| Err(OfficeError::Invalid(vec![Problem::plain("arrived", text)]));
        match letter.sent {
            None => return wrong("letter-problem-not-sent"),
            Some(sent) if arrived < sent => return wrong("letter-problem-arrived-early"),
            Some(_) if arrived > work.today => return wrong("letter-problem-sent-in-future"),
            Some(_) => {}
        }
        if !store::prove_arrival(work.tx, letter, arrived, &work.actor.id)? {
            return Err(OfficeError::Stale);
        }
        let before = letter.arrived.map(|day| day.to_string());
        let details = serde_json::json!({"before": {"arrived": before}, "after": {"arrived": arrived.to_string()}});
        work.note("change", About { thing: Thing::Document, id, person: &document.person }, details.to_string());
        offers::letter_left(work, id)
    })
}

/// The letters as they are, for printing them together or handing them over; each look is noted.
///
/// # Errors
/// [`OfficeError::NotFound`] when one of them is not there, or the actor may not know of it.
pub fn together(office: &Office, actor: &Actor, ids: &[String]) -> Result<Vec<Parcel>, OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let parcels = office.store().read(|tx| {
        let parcels = ids.iter().map(|id| {
            let (document, letters) = known(tx, actor, id)?;
            let bytes = open(tx, office.secrets(), &document)?;
            let number = number(tx, &document)?;
            Ok::<_, OfficeError>(Parcel { document, recipients: letters, number, bytes })
        });
        parcels.collect::<Result<Vec<_>, _>>()
    })?;
    let abouts: Vec<About<'_>> = parcels
        .iter()
        .map(|parcel| About { thing: Thing::Document, id: &parcel.document.id, person: &parcel.document.person })
        .collect();
    office.looked_at(actor, &abouts, "")?;
    Ok(parcels)
}

fn number(tx: &mut Tx<'_>, document: &Document) -> Result<String, OfficeError> {
    let application = applications::find(tx, &document.application)?.ok_or(OfficeError::NotFound)?;
    let case = document.case.as_ref().map(|id| store_cases::find(tx, id)).transpose()?.flatten();
    Ok(case.map_or_else(|| application.number(), |case| cases::number(&application, &case)))
}

/// The letters as one PDF for the printer, in the order they are named; each look is noted.
///
/// # Errors
/// As [`together`]; [`OfficeError::Invalid`] when they cannot be put together.
pub fn printed(office: &Office, actor: &Actor, title: &str, ids: &[String]) -> Result<Vec<u8>, OfficeError> {
    let letters = together(office, actor, ids)?.into_iter().map(|parcel| parcel.bytes.into());
    let letters: Vec<Arc<[u8]>> = letters.collect();
    ::letters::pile(title, &letters).map_err(|problem| {
        let facts = vec![("cause", problem.to_string())];
        OfficeError::Invalid(vec![Problem { field: "", text: "letter-problem-layout", facts }])
    })
}

/// One letter on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    pub document: Document,
    /// To whom it goes, and where.
    pub recipients: Vec<Dispatch>,
    /// The number of the case or, where it belongs to all of them, of the application.
    pub number: String,
    pub bytes: Vec<u8>,
}

/// Somebody who carries letters away: a folder today, a digital mail service later.
pub trait Channel {
    /// How letters go that are handed over here.
    fn way(&self) -> Way;

    /// Takes one letter. Handed the same letter twice, it is sent once.
    ///
    /// # Errors
    /// When the letter was not taken.
    fn take(&self, parcel: &Parcel) -> Result<(), NotTaken>;
}

/// Why a letter was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the letter {document} could not be handed over: {cause}")]
pub struct NotTaken {
    pub document: String,
    pub cause: String,
}

/// A folder that the municipality's dispatch system empties: a PDF and a JSON file for each letter. The JSON
/// comes last, so that what has one is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderChannel {
    pub folder: PathBuf,
}

impl FolderChannel {
    fn put(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        let (unfinished, whole) = (self.folder.join(format!(".{name}.part")), self.folder.join(name));
        write_private(&unfinished, bytes)?;
        std::fs::rename(unfinished, whole)
    }
}

/// Writes a file that only its owner and the owner's group can read.
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o640);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// How whoever carries the letter gets it there: to its `ADDRESS`, by `POPULATION_REGISTER` where that is protected
/// (`L7.3`), `BY_HAND_OF_OFFICE` when nobody has noted one, or, of letters from before addresses were kept, as it is
/// printed on the `LETTER`.
fn delivery(letter: &Dispatch) -> &'static str {
    match &letter.address {
        _ if letter.by_register => "POPULATION_REGISTER",
        _ if letter.unaddressed => "BY_HAND_OF_OFFICE",
        Some(_) => "ADDRESS",
        None => "LETTER",
    }
}

/// The letters whose address has become protected since they were made, by their titles: they carry what may no longer
/// leave the office (`L7.2`, `L7.3`).
fn protected_since(tx: &mut Tx<'_>, ids: &[String], today: Date) -> Result<Vec<String>, OfficeError> {
    let mut titles = Vec::new();
    for id in ids {
        let document = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
        let to_party = store::of_document(tx, id)?
            .into_iter()
            .any(|letter| letter.recipient_kind == RecipientKind::Party && !letter.by_register && !letter.unaddressed);
        let application = applications::find(tx, &document.application)?.ok_or(OfficeError::NotFound)?;
        let party = people::find(tx, &document.person)?.ok_or(OfficeError::NotFound)?;
        let level = protection(tx, &party, &application.household, today)?;
        if to_party && !level.address_may_leave_the_office() {
            titles.push(document.title);
        }
    }
    Ok(titles)
}

impl Channel for FolderChannel {
    fn way(&self) -> Way {
        Way::Post
    }

    fn take(&self, parcel: &Parcel) -> Result<(), NotTaken> {
        let document = &parcel.document;
        let recipients = parcel.recipients.iter().map(|letter| {
            serde_json::json!({
                "name": letter.recipient,
                "kind": letter.recipient_kind.code(),
                "delivery": delivery(letter),
                "address": letter.address,
            })
        });
        let about = serde_json::json!({
            "id": document.id,
            "file": format!("{}.pdf", document.id),
            "sha256": document.sha256,
            "kind": document.kind,
            "title": document.title,
            "dated": document.day.to_string(),
            "number": parcel.number,
            "channel": self.way().code(),
            "recipients": recipients.collect::<Vec<_>>(),
        });
        let not_taken = |cause: std::io::Error| NotTaken { document: document.id.clone(), cause: cause.to_string() };
        self.put(&format!("{}.pdf", document.id), &parcel.bytes).map_err(not_taken)?;
        self.put(&format!("{}.json", document.id), about.to_string().as_bytes()).map_err(not_taken)
    }
}

/// Hands letters to a channel and notes that they left today. What was handed over before it stopped is
/// noted too.
///
/// # Errors
/// [`OfficeError::Invalid`] names the letter that was not taken, and those whose address became protected after they
/// were made: nothing is handed over then.
pub fn hand_over(office: &Office, actor: &Actor, ids: &[String], channel: &dyn Channel) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    let parcels = together(office, actor, ids)?;
    let protected = office.store().read(|tx| protected_since(tx, ids, office.today()))?;
    if !protected.is_empty() {
        let facts = vec![("titles", protected.join(", "))];
        return Err(OfficeError::Invalid(vec![Problem { field: "", text: "letter-problem-protected-since", facts }]));
    }
    for parcel in parcels {
        channel.take(&parcel).map_err(|not_taken| {
            let facts = vec![("title", parcel.document.title.clone()), ("cause", not_taken.cause)];
            OfficeError::Invalid(vec![Problem { field: "", text: "letter-problem-not-taken", facts }])
        })?;
        mark_sent(office, actor, std::slice::from_ref(&parcel.document.id), channel.way(), office.today())?;
    }
    Ok(())
}
