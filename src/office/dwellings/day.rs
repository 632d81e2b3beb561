//! A new day: what was said of homes ahead of it becomes what they are.
//!
//! Lists of today read the home's own row, so that they are quick; a status dated ahead waits in the home's history.
//! Whoever asks first on a day brings the rows up to it. No nightly job is needed, and doing it twice does no harm.

use super::entering::status_told;
use crate::access::Thing;
use crate::office::changes::difference;
use crate::office::{About, Actor, Office, OfficeError, Work};
use crate::store::dwellings as store;
use crate::store::{StoreError, settings};
use housing::Date;
use housing::dwellings::DwellingStatus;
use std::collections::BTreeMap;
use std::sync::PoisonError;

/// The setting that says which day the homes' rows are brought up to.
const BROUGHT_UP_TO: &str = "homes-brought-up-to";

impl Office {
    /// Brings the homes up to the day it is; does nothing when that is done.
    ///
    /// # Errors
    /// When the store fails.
    pub fn begin_day(&self) -> Result<(), OfficeError> {
        let today = self.today();
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        if *begun != Some(today) {
            bring_up_to(self, today)?;
            *begun = Some(today);
        }
        Ok(())
    }
}

fn bring_up_to(office: &Office, today: Date) -> Result<(), OfficeError> {
    let last = office.store().read(|tx| settings::get(tx, BROUGHT_UP_TO))?;
    let last = last.and_then(|day| day.parse::<Date>().ok()).unwrap_or(Date::MIN);
    if last >= today {
        return Ok(());
    }
    office.change(&Actor::operator(), |work| {
        let due: BTreeMap<String, store::DatedStatus> = store::come_due(work.tx, last, today)?.into_iter().collect();
        for (home, (from, known, status)) in &due {
            take_effect(work, home, *status, known.then_some(*from))?;
        }
        settings::set(work.tx, BROUGHT_UP_TO, &today.to_string())?;
        Ok(())
    })
}

fn take_effect(
    work: &mut Work<'_, '_>,
    home: &str,
    status: DwellingStatus,
    since: Option<Date>,
) -> Result<(), StoreError> {
    let Some(before) = store::find(work.tx, home)? else { return Ok(()) };
    let mut facts = before.facts.clone();
    (facts.status, facts.status_since) = (status, since);
    if !store::update(work.tx, &before, &facts, work.today)? {
        return Ok(());
    }
    let before = status_told(before.facts.status, before.facts.status_since);
    let details = difference(&before, &status_told(status, since));
    work.note("change", About::thing(Thing::Dwelling, home), details);
    Ok(())
}
