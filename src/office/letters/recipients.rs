//! Who a letter goes to, and how it finds them: a protected address is never printed (`L7.3`), and who acts
//! for the party is notified (`L1.6`).

use crate::office::OfficeError;
use crate::parameters::RATES;
use crate::store::applications::Application;
use crate::store::documents::RecipientKind;
use crate::store::intake::{Representative, representatives};
use crate::store::people::{self, Person};
use crate::store::{StoreError, Tx, households};
use ::letters::{CopyRole, CopyTo, Post, Recipient};
use housing::Date;
use housing::applications::RepresentativeRole;
use housing::decisions::DecisionKind;
use housing::people::{HEARD_FROM, OF_AGE, Protection, age_on};

/// Everybody a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipients {
    pub first: Recipient,
    pub first_kind: RecipientKind,
    /// The party, when the letter is addressed to somebody who acts for them.
    pub on_behalf_of: Option<String>,
    pub copies: Vec<CopyTo>,
    /// Those who say that they act for the party and have not shown it: no letter goes to them.
    pub not_notified: Vec<String>,
    /// Guardians who are appointed for other things than what is decided: no letter goes to them either.
    pub outside_mandate: Vec<String>,
}

impl Recipients {
    /// What kind of recipient each letter has: the first, then each copy.
    pub fn kinds(&self) -> Vec<RecipientKind> {
        let copies = self.copies.iter().map(|copy| match copy.role {
            CopyRole::Representative | CopyRole::Guardian => RecipientKind::Representative,
            CopyRole::Party => RecipientKind::Party,
        });
        std::iter::once(self.first_kind).chain(copies).collect()
    }
}

/// How secret the party's address is: the level of the strictest in the household (`L7.3`).
///
/// # Errors
/// When the store fails.
pub fn protection(tx: &mut Tx<'_>, party: &Person, household: &str, on: Date) -> Result<Protection, StoreError> {
    let mut levels = vec![party.protection];
    if party.protection_to_check {
        levels.push(Protection::UNTIL_CHECKED);
    }
    for member in households::members(tx, household)? {
        if member.until.is_none_or(|until| until > on) {
            levels.extend(people::find(tx, &member.person)?.map(|person| person.protection));
        }
    }
    if people::is_restricted(tx, &party.id)? {
        levels.push(Protection::StrictlyConfidential);
    }
    Ok(Protection::of_household(levels))
}

/// Who gets a letter in an application's cases on a day. With somebody who acts for the party, it goes to
/// them, and the party gets a copy: not a child who is too young to be told in person, and not whoever acts beyond what
/// they are appointed for.
///
/// # Errors
/// When the store fails.
pub fn recipients(
    tx: &mut Tx<'_>,
    application: &Application,
    party: &Person,
    (kind, on): (DecisionKind, Date),
) -> Result<Recipients, OfficeError> {
    let may_tell = protection(tx, party, &application.household, on)?.address_may_leave_the_office();
    let recipient = |one: &Representative| recipient(one, may_tell);
    let post = match may_tell {
        true => Post::Address(people::post_address(tx, &party.id)?),
        false => Post::ForwardedByRegister,
    };
    let name = party.name.to_string();
    let age = party.born.and_then(|born| age_on(born, on));
    let is_child = age.is_some_and(|age| age < OF_AGE);
    let told_in_person = age.is_none_or(|age| age >= HEARD_FROM);
    let party = Recipient { names: vec![name.clone()], post };
    let acting = representatives(tx, &application.id)?;
    let acting: Vec<&Representative> = acting.iter().filter(|one| one.acts_on(on)).collect();
    let (acting, outside): (Vec<_>, Vec<_>) =
        acting.into_iter().partition(|one| is_child || RATES.mandates.covers(one.mandate, kind, on));
    let outside_mandate: Vec<String> = outside.into_iter().map(|one| one.name.clone()).collect();
    let unshown = acting.iter().filter(|one| !may_act(one, is_child));
    let not_notified = unshown.map(|one| one.name.clone()).collect();
    let mut notified = acting.iter().copied().filter(|one| is_notified(one, is_child));
    let Some(first) = notified.next() else {
        let first_kind = RecipientKind::Party;
        let (on_behalf_of, copies) = (None, Vec::new());
        return Ok(Recipients { first: party, first_kind, on_behalf_of, copies, not_notified, outside_mandate });
    };
    let copy = |representative: &Representative| CopyTo {
        recipient: recipient(representative),
        role: match representative.role {
            RepresentativeRole::Guardian => CopyRole::Guardian,
            RepresentativeRole::Authorised | RepresentativeRole::Lawyer => CopyRole::Representative,
        },
    };
    let mut copies: Vec<CopyTo> = notified.map(copy).collect();
    if told_in_person {
        copies.insert(0, CopyTo { recipient: party, role: CopyRole::Party });
    }
    let first_kind = RecipientKind::Representative;
    let (first, on_behalf_of) = (recipient(first), Some(name));
    Ok(Recipients { first, first_kind, on_behalf_of, copies, not_notified, outside_mandate })
}

/// Whether they may act for the party (*fvl.* § 12): where authority must be shown, it was. A child's guardian acts
/// for the child as it is.
fn may_act(representative: &Representative, is_child: bool) -> bool {
    let guards_child = is_child && representative.role == RepresentativeRole::Guardian;
    guards_child || representative.authority_shown || !representative.role.must_show_authority()
}

/// Whether notices go to them. A guardian always gets them, whatever was said of copies.
fn is_notified(representative: &Representative, is_child: bool) -> bool {
    let wants = representative.gets_copies || representative.role == RepresentativeRole::Guardian;
    may_act(representative, is_child) && wants
}

/// Where they live may be where a protected party does: then only a lawyer's office is printed (`L7.3`).
fn recipient(representative: &Representative, may_tell: bool) -> Recipient {
    let names = vec![representative.name.clone()];
    if !may_tell && representative.role != RepresentativeRole::Lawyer {
        return Recipient { names, post: Post::ForwardedByRegister };
    }
    let lines = representative.address.as_deref().unwrap_or_default().lines().map(str::to_owned);
    Recipient { names, post: Post::Address(lines.collect()) }
}
