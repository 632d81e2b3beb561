//! Notes in files: none stands where it would tell who is protected, or where they live.

use super::Prepared;
use super::save::Saving;
use crate::access::Thing;
use crate::exchange::Record;
use crate::office::changes::difference;
use crate::office::tenancies::as_facts;
use crate::office::{About, OfficeError};
use crate::store::tenancies::{self, Tenancy};
use crate::store::{StoreError, Tx, households, people};
use housing::text::fold;
use std::collections::HashSet;

/// The family names of those whose homes only the named group may know, word by word.
pub(super) struct Hidden(HashSet<String>);

impl Hidden {
    /// Those on the register and those whom the files say so of.
    pub(super) fn read(tx: &mut Tx<'_>, prepared: &Prepared) -> Result<Self, StoreError> {
        let mut hidden: HashSet<String> =
            people::names_restricted(tx)?.iter().flat_map(|name| telling_words(&name.family)).collect();
        let sheets = prepared.files.iter().flat_map(|file| &file.sheets);
        for accepted in sheets.flat_map(|(_, checked)| &checked.accepted) {
            let person = match &accepted.record {
                Record::Dwelling(row) => row.tenancy.as_ref().map(|tenancy| &tenancy.tenant),
                Record::Application(application) => Some(&application.applicant),
                Record::Invoice(invoice) => Some(&invoice.debtor),
            };
            if let Some(person) = person.filter(|person| person.protection.hides_home()) {
                hidden.extend(telling_words(&person.name.family));
            }
        }
        Ok(Self(hidden))
    }

    fn are_named_in(&self, note: &str) -> bool {
        !self.0.is_empty() && words(note).iter().any(|word| self.0.contains(word))
    }
}

/// Whether a note is left out, and counted, because it names somebody who is protected: beside any home but theirs it
/// would tell where they are (`L7.2`).
pub(super) fn is_left_out(saving: &mut Saving<'_, '_, '_>, note: Option<&str>) -> bool {
    let names_somebody = note.is_some_and(|note| saving.hidden.are_named_in(note));
    saving.outcome.notes_left_out += u64::from(names_somebody);
    names_somebody
}

/// The note, when it may stand where everybody who sees the home reads it. One that names somebody of a protected
/// household that lives or has lived there is kept with their tenancy instead, which is restricted (`L7.2`, `L7.3`).
pub(super) fn unless_of_somebody_protected(
    saving: &mut Saving<'_, '_, '_>,
    dwelling: &str,
    note: Option<&str>,
) -> Result<Option<String>, OfficeError> {
    let Some(note) = note else { return Ok(None) };
    let Some(tenancy) = protected_and_named(saving.work.tx, dwelling, note)? else {
        return Ok(if is_left_out(saving, Some(note)) { None } else { Some(note.to_owned()) });
    };
    let kept = tenancy.note.clone().unwrap_or_default();
    if !kept.contains(note) {
        let both = [kept, note.to_owned()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
        let changed = Tenancy { note: Some(both), ..tenancy.clone() };
        if !tenancies::update(saving.work.tx, &changed)? {
            return Err(OfficeError::Stale);
        }
        let about = About { thing: Thing::Tenancy, id: &tenancy.id, person: &tenancy.tenant };
        saving.work.note("change", about, difference(&as_facts(&tenancy), &as_facts(&changed)));
    }
    Ok(None)
}

/// The restricted tenancy in the home whose household a note names.
fn protected_and_named(tx: &mut Tx<'_>, dwelling: &str, note: &str) -> Result<Option<Tenancy>, StoreError> {
    for tenancy in tenancies::of_dwelling(tx, dwelling)?.into_iter().filter(|tenancy| tenancy.restricted) {
        for member in households::members(tx, &tenancy.household)? {
            let person = people::find(tx, &member.person)?;
            if person.is_some_and(|person| names(note, &person.name)) {
                return Ok(Some(tenancy));
            }
        }
    }
    Ok(None)
}

/// Whether any word of the name stands in the note.
fn names(note: &str, name: &housing::people::Name) -> bool {
    let note = words(note);
    telling_words(&name.listed()).any(|word| note.contains(&word))
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect()
}

/// The words of a name; initials and particles say nothing.
fn telling_words(name: &str) -> impl Iterator<Item = String> {
    words(name).into_iter().filter(|word| word.chars().count() > 2)
}

#[cfg(test)]
mod tests {
    use super::names;
    use housing::people::Name;

    #[test]
    fn a_note_names_somebody_by_any_of_their_names() {
        let name = Name { family: "van Skjulestad".to_owned(), given: "Vilja".to_owned() };
        assert!(names("Etter VILJA, må vaskes", &name) && names("Skjulestad har nøkkel", &name));
        assert!(!names("Viljar bytter lås", &name) && !names("vasket, malt", &name));
    }
}
