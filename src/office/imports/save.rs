//! One transaction for the whole import: killed half-way, nothing has happened.

use super::known::Known;
use super::notes::Hidden;
use super::wizard::kept;
use super::{Prepared, applications, arrears, dwellings, missing};
use crate::access::{Action, Role, Thing};
use crate::exchange::SheetKind;
use crate::office::{About, Actor, Office, OfficeError, Work, cases, new_id};
use crate::store::imports::{self as store, Import};
use crate::store::{self as facts, StoreError, Tx};
use housing::Date;
use serde::{Deserialize, Serialize};

/// How many things an import made, changed and found as they were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The import's id, under which its files are kept.
    pub id: String,
    pub dwellings: Tally,
    pub people: Tally,
    pub tenancies: Tally,
    pub applications: Tally,
    pub invoices: Tally,
    /// People whom a note marks as protected, for somebody to look at.
    pub protection_to_check: u64,
    /// Notes that name somebody who is protected, beside another home than theirs, and were not taken in.
    #[serde(default)]
    pub notes_left_out: u64,
    /// On the register but no longer in the files. Nothing is deleted.
    pub missing: missing::Missing,
}

/// An import under way in its transaction.
pub(super) struct Saving<'saving, 'work, 'store> {
    pub work: &'saving mut Work<'work, 'store>,
    pub outcome: &'saving mut Outcome,
    /// The day the files' facts are known from.
    pub as_of: Date,
    /// Whose an application's cases are.
    pub staff: cases::Staff,
    /// What can be found on the register: homes by address and unit, invoices by number, people by the
    /// hash of their identity number and by their name's sort key.
    pub homes: Known,
    pub invoices: Known,
    pub people: Known,
    /// Whom no note beside another home may name.
    pub hidden: Hidden,
    /// Hears of every row that has been saved.
    pub saved_row: &'saving dyn Fn(),
}

impl Saving<'_, '_, '_> {
    /// A row has been saved.
    pub(super) fn saved(&mut self) -> Result<(), StoreError> {
        (self.saved_row)();
        self.work.note_on_the_way()
    }
}

/// Saves the good rows and keeps the files. What they say without a day is known from `as_of`.
///
/// # Errors
/// When the actor may not import, or the store fails; then nothing has changed.
pub fn accept(office: &Office, actor: &Actor, prepared: &Prepared, as_of: Date) -> Result<Outcome, OfficeError> {
    accept_as(office, actor, &new_id(), (prepared, as_of), &|| {}, |_| Ok(())).map(|(outcome, ())| outcome)
}

/// As [`accept`], under an id that is known beforehand; `saved_row` hears of every row on the way.
/// A last question is asked in the same transaction: what the register says when the import is in it.
///
/// # Errors
/// As [`accept`].
pub fn accept_as<T>(
    office: &Office,
    actor: &Actor,
    id: &str,
    (prepared, as_of): (&Prepared, Date),
    saved_row: &dyn Fn(),
    ask: impl Fn(&mut Tx<'_>) -> Result<T, StoreError>,
) -> Result<(Outcome, T), OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    let save = |work: &mut Work<'_, '_>| {
        if store::find(work.tx, id)?.is_some_and(|known| known.state != store::State::Preview) {
            return Err(OfficeError::Stale);
        }
        let mut outcome = Outcome { id: id.to_owned(), ..Outcome::default() };
        save_rows(work, (prepared, as_of), saved_row, &mut outcome)?;
        keep_files(work, prepared, as_of, &outcome)?;
        let answer = ask(work.tx)?;
        Ok((outcome, answer))
    };
    // The command line does one thing at a time; the pages go on meanwhile.
    let is_operator = actor.role == Role::Operator;
    let done = if is_operator { office.change_alone(actor, save) } else { office.change(actor, save) }?;
    // What is known of the tables' sizes was of the register before.
    if prepared.accepted_rows() >= MANY_ROWS
        && let Err(error) = office.store().refresh_statistics()
    {
        tracing::warn!(%error, "the import is done; what is known of the tables' sizes is of before it");
    }
    Ok(done)
}

/// So many rows can change how the register is best read.
const MANY_ROWS: u64 = 1_000;

/// Does everything [`accept`] would do and takes it back again: what would happen, and what the
/// register would say.
///
/// # Errors
/// As [`accept`].
pub fn rehearse<T>(
    office: &Office,
    actor: &Actor,
    prepared: &Prepared,
    as_of: Date,
    ask: impl Fn(&mut Tx<'_>) -> Result<T, StoreError>,
) -> Result<(Outcome, T), OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    let told = std::cell::RefCell::new(None);
    let taken_back = office.change(actor, |work| {
        let mut outcome = Outcome::default();
        save_rows(work, (prepared, as_of), &|| {}, &mut outcome)?;
        let answer = ask(work.tx)?;
        told.replace(Some((outcome, answer)));
        Err::<(), _>(OfficeError::NotFound)
    });
    match (told.into_inner(), taken_back) {
        (Some(answer), _) => Ok(answer),
        (None, Err(error)) => Err(error),
        (None, Ok(())) => Err(OfficeError::NotFound),
    }
}

fn save_rows(
    work: &mut Work<'_, '_>,
    (prepared, as_of): (&Prepared, Date),
    saved_row: &dyn Fn(),
    outcome: &mut Outcome,
) -> Result<(), OfficeError> {
    let homes = Known::beginning_with(facts::dwellings::any(work.tx)?);
    let invoices = Known::beginning_with(facts::arrears::any(work.tx)?);
    let people = Known::beginning_with(facts::people::any(work.tx)?);
    let staff = cases::Staff::read(work.tx)?;
    let hidden = Hidden::read(work.tx, prepared)?;
    let (homes, applications, invoices) = work.adding_many(prepared.accepted_rows(), |work| {
        let mut saving = Saving { work, outcome, as_of, staff, homes, invoices, people, hidden, saved_row };
        // Homes first, so that invoices find theirs; their tenants are on the register then.
        let homes = dwellings::save(&mut saving, prepared.sheets_of(SheetKind::Dwellings))?;
        let applications = applications::save(&mut saving, prepared.sheets_of(SheetKind::Applications))?;
        let invoices = arrears::save(&mut saving, prepared.sheets_of(SheetKind::Arrears))?;
        Ok((homes, applications, invoices))
    })?;
    outcome.missing = missing::find(work.tx, &homes, &applications, &invoices)?;
    Ok(())
}

fn keep_files(work: &mut Work<'_, '_>, prepared: &Prepared, as_of: Date, outcome: &Outcome) -> Result<(), OfficeError> {
    let summary = serde_json::to_string(outcome).expect("an outcome has only texts and numbers");
    let import = Import {
        id: outcome.id.clone(),
        at: work.now,
        officer: work.actor.id.clone(),
        as_of,
        state: store::State::Done,
        summary: summary.clone(),
    };
    store::save(work.tx, &import)?;
    for (position, file) in prepared.files.iter().enumerate() {
        store::save_file(work.tx, &import.id, &kept(work.secrets, &import.id, position, file, &file.mapping())?)?;
    }
    work.note("import", About::thing(Thing::Import, &import.id), summary);
    Ok(())
}
