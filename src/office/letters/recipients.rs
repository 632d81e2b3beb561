//! Who a letter goes to, and how it finds them: a protected address is never printed (`L7.3`), and who acts
//! for the party is notified (`L1.6`).

use crate::office::OfficeError;
use crate::store::applications::Application;
use crate::store::documents::RecipientKind;
use crate::store::intake::{Representative, representatives};
use crate::store::people::{self, Person};
use crate::store::{StoreError, Tx, households};
use ::letters::{CopyRole, CopyTo, Post, Recipient};
use housing::Date;
use housing::applications::RepresentativeRole;
use housing::people::Protection;

/// Everybody a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipients {
    pub first: Recipient,
    pub first_kind: RecipientKind,
    /// The party, when the letter is addressed to somebody who acts for them.
    pub on_behalf_of: Option<String>,
    pub copies: Vec<CopyTo>,
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
/// them, and the party gets a copy.
///
/// # Errors
/// When the store fails.
pub fn recipients(
    tx: &mut Tx<'_>,
    application: &Application,
    party: &Person,
    on: Date,
) -> Result<Recipients, OfficeError> {
    let post = match protection(tx, party, &application.household, on)?.address_may_leave_the_office() {
        true => Post::Address(people::post_address(tx, &party.id)?),
        false => Post::ForwardedByRegister,
    };
    let name = party.name.to_string();
    let party = Recipient { names: vec![name.clone()], post };
    let acting = representatives(tx, &application.id)?;
    let mut notified = acting.iter().filter(|representative| is_notified(representative, on));
    let Some(first) = notified.next() else {
        return Ok(Recipients { first: party, first_kind: RecipientKind::Party, on_behalf_of: None, copies: vec![] });
    };
    let copy = |representative: &Representative| CopyTo {
        recipient: recipient(representative),
        role: match representative.role {
            RepresentativeRole::Guardian => CopyRole::Guardian,
            RepresentativeRole::Authorised | RepresentativeRole::Lawyer => CopyRole::Representative,
        },
    };
    let mut copies: Vec<CopyTo> = notified.map(copy).collect();
    copies.insert(0, CopyTo { recipient: party, role: CopyRole::Party });
    let first_kind = RecipientKind::Representative;
    Ok(Recipients { first: recipient(first), first_kind, on_behalf_of: Some(name), copies })
}

/// Whether notices go to them on a day (*fvl.* § 12): as far as their authority was shown, where it must be.
fn is_notified(representative: &Representative, on: Date) -> bool {
    let acts = representative.from <= on && representative.until.is_none_or(|until| until > on);
    let may = representative.authority_shown || !representative.role.must_show_authority();
    acts && may && representative.gets_copies
}

fn recipient(representative: &Representative) -> Recipient {
    let lines = representative.address.as_deref().unwrap_or_default().lines().map(str::to_owned);
    Recipient { names: vec![representative.name.clone()], post: Post::Address(lines.collect()) }
}
