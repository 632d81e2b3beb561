//! The letter that offers a home, and the reminder.

use super::moving::of_version;
use super::{Terms, empty, progress_of, rule_of, saving, terms_of};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::dwellings::address_and_unit;
use crate::office::letters::{self, Words, Writing};
use crate::office::{Actor, Office, OfficeError, Problem, Work, allocations, decisions};
use crate::store::documents::Channel;
use crate::store::dwellings::{self as homes, Dwelling};
use crate::store::offers::{self as store, Offer as Row};
use crate::store::{applications as store_applications, decisions as store_decisions};
use ::letters::{Content, Offer as OfferLetter};
use housing::Date;
use housing::appeals::Arrival;
use housing::assessment::OfferRule;
use housing::dwellings::DwellingFacts;
use housing::fit::{Fit, FitAnswer, Found};
use housing::offers::{OfferStep, answer_by};
use housing::people::Protection;

/// Writes the letter of an offer and puts it in the queue. The last day to answer is reckoned from when it is
/// presumed to arrive if it leaves today.
///
/// # Errors
/// [`OfficeError::Invalid`] when it has a letter, was answered, promises a day before the
/// home is empty, or the letter lacks something; [`OfficeError::Stale`]
/// when somebody saved after `version` was opened.
pub fn write_letter(office: &Office, actor: &Actor, offer: (&str, i64)) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Offer)?;
    actor.may(Action::Change, Thing::Document)?;
    let fit = fit(office, actor, offer.0)?;
    office.change(actor, |work| {
        let (row, case) = of_version(work, offer)?;
        if row.step != OfferStep::Drafted || row.document.is_some() {
            return Err(OfficeError::Invalid(vec![Problem::plain("", "offer-problem-letter-written")]));
        }
        let terms = terms_of(&row)?;
        if let Some(problem) = empty::too_early(work.tx, (&row.dwelling, terms.from), work.today)? {
            return Err(OfficeError::Invalid(vec![Problem { field: "", ..problem }]));
        }
        let writing = writing(work, &row)?;
        let home = homes::find(work.tx, &row.dwelling)?.ok_or(OfficeError::NotFound)?;
        let rule = rule_of(&row)?;
        let arrival = Arrival::Presumed { sent: work.today, post_days: writing.settings.post_days };
        let last_day = answer_by(arrival, &rule, None).last_day;
        let hidden = hides_the_home(work, &writing)?;
        let reasons = reasons(writing.words(), fit.as_ref().filter(|_| !hidden));
        let content = content(&writing, (&home, reasons), &terms, (&rule, last_day), hidden);
        let document = letters::keep_letters(office, work, &writing, content, Channel::Post)?;
        let changed = Row { document: Some(document), answer_by: Some(last_day), ..row.clone() };
        saving::save(work, &row, &changed, &case.applicant)
    })
}

/// In the written form of the decision it rests on.
fn writing(work: &mut Work<'_, '_>, row: &Row) -> Result<Writing, OfficeError> {
    let form = match &row.decision {
        Some(id) => {
            let decision = store_decisions::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
            decisions::written_of(work.secrets, &decision)?.form
        }
        None => None,
    };
    letters::writing(work.tx, work.actor, (&row.case, work.today), form, (&work.actor.id, None))
}

/// Whether the letter may not name the home, since the household's address is strictly confidential (`L7.2`).
fn hides_the_home(work: &mut Work<'_, '_>, writing: &Writing) -> Result<bool, OfficeError> {
    let application = store_applications::find(work.tx, &writing.application.id)?.ok_or(OfficeError::NotFound)?;
    let level = letters::protection(work.tx, &writing.party, &application.household, work.today)?;
    Ok(writing.case.restricted || Protection::hides_home(level))
}

fn content(
    writing: &Writing,
    (home, reasons): (&Dwelling, Vec<String>),
    terms: &Terms,
    (rule, last_day): (&OfferRule, Date),
    hidden: bool,
) -> Content {
    let words = writing.words();
    let lines = |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let place = [home.facts.address.postcode.clone(), home.facts.address.place.clone()];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let address = [address_and_unit(&home.facts), place].into_iter().filter(|part| !part.is_empty());
    let kroner = terms.rent.in_kroner();
    Content::Offer(Box::new(OfferLetter {
        home: if hidden { words.t("offer-letter-home-hidden") } else { address.collect::<Vec<_>>().join(", ") },
        facts: facts(words, &home.facts),
        reasons,
        monthly_rent: words
            .ta("offer-letter-kroner", &[("kroner", kroner.trim_end_matches(" kr").trim_end_matches("\u{a0}kr"))]),
        costs: lines(&terms.costs),
        from: terms.from,
        lease: terms.lease_months.map_or_else(|| words.t("offer-letter-open-ended"), |months| lease(words, months)),
        viewing: Some(terms.viewing.trim().to_owned()).filter(|viewing| !viewing.is_empty() && !hidden),
        answer_by: last_day,
        if_declined: if_declined(words, rule),
    }))
}

/// How the home suits the household today; nothing for those who may not be tied to a home.
fn fit(office: &Office, actor: &Actor, offer: &str) -> Result<Option<Fit>, OfficeError> {
    let known = office.store().read(|tx| {
        let row = store::find(tx, offer)?.ok_or(OfficeError::NotFound)?;
        let (case, application, applicant) = known_case(tx, actor, &row.case)?;
        let may_tie = !case.restricted && !applicant.protection.hides_home();
        Ok::<_, OfficeError>(may_tie.then_some(((application, applicant.name), row.dwelling)))
    })?;
    known.map_or(Ok(None), |(applicant, dwelling)| allocations::fit_of(office, actor, applicant, &dwelling))
}

/// What a household is told of how the home suits it, with the texts' keys. Nothing of who else lives there.
const REASONS: [(Found, &str); 7] = [
    (Found::RightRooms, "offer-letter-why-rooms"),
    (Found::SpareRooms, "offer-letter-why-rooms"),
    (Found::AccessMet, "offer-letter-why-access"),
    (Found::WithinMeans, "offer-letter-why-rent"),
    (Found::InWishedArea, "offer-letter-why-area"),
    (Found::FollowUpOffered, "offer-letter-why-follow-up"),
    (Found::PetsAllowed, "offer-letter-why-pets"),
];

/// Why this home, as the household reads it.
fn reasons(words: Words, fit: Option<&Fit>) -> Vec<String> {
    let clauses = fit.into_iter().flat_map(|fit| &fit.clauses).filter(|it| it.answer == FitAnswer::Fits);
    let told = clauses.filter_map(|it| REASONS.iter().find(|(found, _)| *found == it.found));
    told.map(|(_, key)| words.t(key)).collect()
}

fn lease(words: Words, months: u16) -> String {
    match (months / 12, months % 12) {
        (years, 0) if years > 0 => words.ta("offer-letter-years", &[("years", &years.to_string())]),
        _ => words.ta("offer-letter-months", &[("months", &months.to_string())]),
    }
}

/// What somebody wants to know of a home, a line each.
fn facts(words: Words, home: &DwellingFacts) -> Vec<String> {
    let mut facts = Vec::new();
    facts.extend(home.rooms.map(|rooms| words.ta("offer-letter-rooms", &[("rooms", &words.t(&rooms.text_key()))])));
    facts.extend(home.floor_area.map(|area| words.ta("offer-letter-area", &[("area", &area.to_string())])));
    facts.extend(home.floor.map(|floor| words.ta("offer-letter-floor", &[("floor", &floor.to_string())])));
    facts.extend(home.lift.map(|lift| words.t(if lift { "offer-letter-lift" } else { "offer-letter-no-lift" })));
    if home.step_free == Some(true) {
        facts.push(words.t("offer-letter-step-free"));
    }
    if home.wheelchair == Some(true) {
        facts.push(words.t("offer-letter-wheelchair"));
    }
    facts.push(words.t("offer-letter-public"));
    facts
}

/// What a no, and no answer, leads to by the municipality's rule.
fn if_declined(words: Words, rule: &OfferRule) -> Vec<String> {
    let most = rule.most_declined.to_string();
    let silence = if rule.no_answer_counts { "offer-letter-silence-counts" } else { "offer-letter-silence" };
    let mut told = vec![words.ta("offer-letter-if-declined", &[("most", &most)])];
    if !rule.good_reasons.is_empty() {
        let reasons: Vec<String> = rule.good_reasons.iter().map(|it| words.t(&it.text_key()).to_lowercase()).collect();
        told.push(words.ta("offer-letter-good-reasons", &[("reasons", &reasons.join(", "))]));
    }
    told.push(words.t(silence));
    told
}

/// Notes that the household was reminded of its answer.
///
/// # Errors
/// [`OfficeError::Invalid`] when no answer is awaited; [`OfficeError::Stale`] when somebody saved first.
pub fn remind(office: &Office, actor: &Actor, offer: (&str, i64)) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Offer)?;
    office.change(actor, |work| {
        let (row, case) = of_version(work, offer)?;
        if progress_of(&row)?.on_day(work.today).state().answer_by().is_none() {
            return Err(OfficeError::Invalid(vec![Problem::plain("", "offer-problem-no-answer-awaited")]));
        }
        let changed = Row { reminded: Some(work.today), ..row.clone() };
        saving::save(work, &row, &changed, &case.applicant)
    })
}
