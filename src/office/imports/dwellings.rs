//! Homes in files, with who lives in them.

use super::notes;
use super::people::{self, Named};
use super::save::Saving;
use crate::access::Thing;
use crate::exchange::{CheckedSheet, DwellingRow, Field, Record, SheetReading};
use crate::office::changes::difference;
use crate::office::dwellings::as_facts;
use crate::office::tenancies::as_facts as tenancy_as_facts;
use crate::office::{About, OfficeError, new_id};
use crate::store::dwellings::{self as store, Dwelling};
use crate::store::tenancies::{self, Tenancy};
use housing::Date;
use housing::address::{Address, DwellingNumber};
use housing::dwellings::{DwellingFacts, DwellingStatus};
use housing::tenancies::TenancyFacts;
use std::collections::HashSet;

/// Saves the homes of the sheets and answers which homes they are; `None` when no sheet has homes.
pub(super) fn save<'sheets>(
    saving: &mut Saving<'_, '_, '_>,
    sheets: impl Iterator<Item = &'sheets (SheetReading, CheckedSheet)>,
) -> Result<Option<HashSet<String>>, OfficeError> {
    let mut seen = None;
    for (reading, checked) in sheets {
        let seen = seen.get_or_insert_with(HashSet::new);
        for accepted in &checked.accepted {
            if let Record::Dwelling(row) = &accepted.record {
                seen.insert(save_row(saving, reading, row)?);
                saving.saved()?;
            }
        }
    }
    Ok(seen)
}

fn save_row(saving: &mut Saving<'_, '_, '_>, reading: &SheetReading, row: &DwellingRow) -> Result<String, OfficeError> {
    let facts = &row.dwelling;
    let known = find(saving, &facts.address, facts.unit.as_ref())?;
    let is_new = known.is_none();
    let id = match known {
        Some(known) => change(saving, reading, &known, row)?,
        None => add(saving, facts)?,
    };
    match &row.tenancy {
        Some(tenancy) if is_new => move_into_empty(saving, &id, tenancy)?,
        Some(tenancy) => move_in(saving, &id, tenancy)?,
        None if is_new => {}
        None if reading.says(Field::Name) || reading.says(Field::FamilyName) => empty(saving, &id, facts.status)?,
        None => {}
    }
    Ok(id)
}

/// The home at an address, if the register has it.
pub(super) fn find(
    saving: &mut Saving<'_, '_, '_>,
    address: &Address,
    unit: Option<&DwellingNumber>,
) -> Result<Option<Dwelling>, OfficeError> {
    if !saving.homes.may_have(&key(address, unit)) {
        return Ok(None);
    }
    Ok(store::find_by_address(saving.work.tx, address, unit)?)
}

fn key(address: &Address, unit: Option<&DwellingNumber>) -> String {
    let mut key = address.key();
    key.push(' ');
    key.push_str(unit.map_or("", DwellingNumber::as_str));
    key
}

fn add(saving: &mut Saving<'_, '_, '_>, facts: &DwellingFacts) -> Result<String, OfficeError> {
    let id = new_id();
    match notes::is_left_out(saving, facts.note.as_deref()) {
        true => store::insert(saving.work.tx, &id, &DwellingFacts { note: None, ..facts.clone() }, saving.as_of)?,
        false => store::insert(saving.work.tx, &id, facts, saving.as_of)?,
    }
    saving.homes.add(key(&facts.address, facts.unit.as_ref()));
    saving.work.note("create", About::thing(Thing::Dwelling, &id), String::new());
    saving.outcome.dwellings.new += 1;
    Ok(id)
}

fn change(
    saving: &mut Saving<'_, '_, '_>,
    reading: &SheetReading,
    known: &Dwelling,
    row: &DwellingRow,
) -> Result<String, OfficeError> {
    let note = notes::unless_of_somebody_protected(saving, &known.id, row.dwelling.note.as_deref())?;
    let mut changed = brought_up_to_date(reading, &known.facts, &row.dwelling);
    changed.note = note.or_else(|| known.facts.note.clone());
    if changed.status == DwellingStatus::Let && known.facts.status != DwellingStatus::Let {
        changed.status_since = changed.status_since.or_else(|| let_since(known, row, saving.as_of));
    }
    if changed == known.facts {
        saving.outcome.dwellings.unchanged += 1;
        return Ok(known.id.clone());
    }
    if !store::update(saving.work.tx, known, &changed, saving.as_of)? {
        return Err(OfficeError::Stale);
    }
    let details = difference(&as_facts(&known.facts), &as_facts(&changed));
    saving.work.note("change", About::thing(Thing::Dwelling, &known.id), details);
    saving.outcome.dwellings.changed += 1;
    Ok(known.id.clone())
}

/// What the file says, over what is known; what it does not say stays as it is. Notes see to themselves.
fn brought_up_to_date(reading: &SheetReading, known: &DwellingFacts, new: &DwellingFacts) -> DwellingFacts {
    let says_kind = reading.says(Field::Kind) || reading.says(Field::CareHome);
    let says_status = reading.says(Field::Status) || reading.says(Field::Name) || reading.says(Field::FamilyName);
    let status = if says_status { new.status } else { known.status };
    DwellingFacts {
        address: Address {
            postcode: new.address.postcode.clone().or_else(|| known.address.postcode.clone()),
            place: new.address.place.clone().or_else(|| known.address.place.clone()),
            ..known.address.clone()
        },
        unit: known.unit.clone(),
        cadastre: new.cadastre.or(known.cadastre),
        area: new.area.clone().or_else(|| known.area.clone()),
        category: if says_kind { new.category } else { known.category },
        rooms: new.rooms.or(known.rooms),
        floor_area: new.floor_area.or(known.floor_area),
        built_year: new.built_year.or(known.built_year),
        floor: new.floor.or(known.floor),
        lift: new.lift.or(known.lift),
        step_free: new.step_free.or(known.step_free),
        wheelchair: new.wheelchair.or(known.wheelchair),
        owner: new.owner.clone().or_else(|| known.owner.clone()),
        disposal: new.disposal.or(known.disposal),
        rent: new.rent.or(known.rent),
        status,
        status_since: new.status_since.or(known.status_since.filter(|_| status == known.status)),
        external_number: new.external_number.clone().or_else(|| known.external_number.clone()),
        note: known.note.clone(),
    }
}

/// A home that a file says has been let is let from the tenancy's first day, so that no day counts it both as vacant and
/// as lived in; never from before what is known of it, nor from a day to come.
fn let_since(known: &Dwelling, row: &DwellingRow, as_of: Date) -> Option<Date> {
    let from = row.tenancy.as_ref()?.from?;
    (from <= as_of).then(|| from.max(known.status_day))
}

/// Whoever the file says lives there, lives there; whoever lived there before has moved out.
fn move_in(saving: &mut Saving<'_, '_, '_>, dwelling: &str, facts: &TenancyFacts) -> Result<(), OfficeError> {
    let tenant = people::save(saving, &facts.tenant)?;
    let current = tenancies::lived_in(saving.work.tx, dwelling)?;
    if let Some(current) = current {
        if current.tenant == tenant.person.id {
            return renew(saving, &current, facts);
        }
        move_out(saving, &current, facts.from)?;
    }
    if tenant.person.protection.hides_home() {
        return begin(saving, dwelling, facts, &tenant);
    }
    let note = notes::unless_of_somebody_protected(saving, dwelling, facts.note.as_deref())?;
    begin(saving, dwelling, &TenancyFacts { note, ..facts.clone() }, &tenant)
}

fn move_into_empty(saving: &mut Saving<'_, '_, '_>, dwelling: &str, facts: &TenancyFacts) -> Result<(), OfficeError> {
    let tenant = people::save(saving, &facts.tenant)?;
    if !tenant.person.protection.hides_home() && notes::is_left_out(saving, facts.note.as_deref()) {
        return begin(saving, dwelling, &TenancyFacts { note: None, ..facts.clone() }, &tenant);
    }
    begin(saving, dwelling, facts, &tenant)
}

fn begin(
    saving: &mut Saving<'_, '_, '_>,
    dwelling: &str,
    facts: &TenancyFacts,
    tenant: &Named,
) -> Result<(), OfficeError> {
    let household = people::household(saving, tenant, None, facts.from.unwrap_or(saving.as_of))?;
    let tenancy = Tenancy {
        id: new_id(),
        dwelling: dwelling.to_owned(),
        household: household.id,
        tenant: tenant.person.id.clone(),
        from: facts.from,
        lease_until: facts.lease_until,
        kind: facts.kind,
        moved_out: facts.moved_out,
        move_out_reason: facts.move_out_reason,
        rent: facts.rent,
        restricted: household.restricted,
        note: facts.note.clone(),
        version: 1,
    };
    tenancies::insert(saving.work.tx, &tenancy)?;
    note(saving, "create", &tenancy, String::new());
    saving.outcome.tenancies.new += 1;
    Ok(())
}

fn renew(saving: &mut Saving<'_, '_, '_>, current: &Tenancy, facts: &TenancyFacts) -> Result<(), OfficeError> {
    let mut changed = current.clone();
    changed.from = facts.from.or(current.from);
    changed.lease_until = facts.lease_until;
    changed.kind = facts.kind;
    changed.moved_out = facts.moved_out;
    changed.rent = facts.rent.or(current.rent);
    let note = match current.restricted {
        true => facts.note.clone(),
        false => notes::unless_of_somebody_protected(saving, &current.dwelling, facts.note.as_deref())?,
    };
    changed.note = note.or(changed.note);
    save_changed(saving, current, &changed)
}

fn move_out(saving: &mut Saving<'_, '_, '_>, current: &Tenancy, next_from: Option<Date>) -> Result<(), OfficeError> {
    let mut changed = current.clone();
    let day = next_from.unwrap_or(saving.as_of);
    changed.moved_out = Some(current.from.map_or(day, |from| from.max(day)));
    save_changed(saving, current, &changed)
}

fn save_changed(saving: &mut Saving<'_, '_, '_>, current: &Tenancy, changed: &Tenancy) -> Result<(), OfficeError> {
    if changed == current {
        saving.outcome.tenancies.unchanged += 1;
        return Ok(());
    }
    if !tenancies::update(saving.work.tx, changed)? {
        return Err(OfficeError::Stale);
    }
    note(saving, "change", changed, difference(&tenancy_as_facts(current), &tenancy_as_facts(changed)));
    saving.outcome.tenancies.changed += 1;
    Ok(())
}

/// A file that names tenants and names none here says that the home is not lived in.
fn empty(saving: &mut Saving<'_, '_, '_>, dwelling: &str, status: DwellingStatus) -> Result<(), OfficeError> {
    if status == DwellingStatus::Let {
        return Ok(());
    }
    match tenancies::lived_in(saving.work.tx, dwelling)? {
        Some(current) => move_out(saving, &current, None),
        None => Ok(()),
    }
}

fn note(saving: &mut Saving<'_, '_, '_>, action: &str, tenancy: &Tenancy, details: String) {
    let about = About { thing: Thing::Tenancy, id: &tenancy.id, person: &tenancy.tenant };
    saving.work.note(action, about, details);
}
