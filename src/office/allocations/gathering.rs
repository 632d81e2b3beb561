//! From the register to what an allocation is made from.

use super::rules::{KnownFitRules, fit_rules_in_force};
use super::scene::{Candidate, Closed, Home, Scene, Stays};
use crate::office::needs::{Content, opened};
use crate::office::rule_sets;
use crate::office::waiting_list::{self, Ordered};
use crate::office::{Actor, Office, OfficeError, intake};
use crate::secrets::Secrets;
use crate::store::allocations::{self as store, Apart, ApartKind, Living};
use crate::store::applications::Application;
use crate::store::{StoreError, Tx, households, offers};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus, Health, Wish};
use housing::assessment::LeaseRule;
use housing::calendar::{add_months, days_between};
use housing::fit::{CountedBy, FitHousehold, LivesNow};
use housing::needs::{Access, FollowUpNeed, HomeNeed, NeedKind};
use housing::people::Name;
use housing::text::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A month of waiting.
const DAYS_A_MONTH: i32 = 30;

/// What is found about a household, the newest of each.
#[derive(Default)]
struct Found {
    home: HomeNeed,
    follow_up: FollowUpNeed,
    says_access: bool,
    wishes_exchange: bool,
}

impl Scene {
    /// Everything as it stands today. Whoever may not be tied to a home is not in it, for anybody.
    pub(super) fn gather(office: &Office) -> Result<Self, OfficeError> {
        office.store().read(|tx| Self::gather_in(tx, office))
    }

    /// As [`Scene::gather`], as it stands in a transaction.
    pub(super) fn gather_in(tx: &mut Tx<'_>, office: &Office) -> Result<Self, OfficeError> {
        let today = office.today();
        let known = fit_rules_in_force(tx, today)?;
        let placed: BTreeSet<String> = store::placed(tx)?.into_iter().collect();
        let ordered = waiting_list::ordered(tx, office.secrets(), today)?;
        let mut applicants = one_each(store::waiting(tx)?, &ordered);
        if let Some(months) = known.rules.lease_ends_within_months {
            let until = add_months(today, i32::from(months));
            for mover in store::movers(tx, (today, until))? {
                applicants.entry(mover.0.household.clone()).or_insert(mover);
            }
        }
        for mover in who_wish_to_move(tx, office.secrets())? {
            applicants.entry(mover.0.household.clone()).or_insert(mover);
        }
        // A tenant who is offered another home has been given one, whoever gave it.
        let is_offered = |application: &Application| application.status == ApplicationStatus::Offered;
        applicants.retain(|household, (application, _)| !placed.contains(household) && !is_offered(application));
        let promised = offers::promised(tx, today)?;
        let homes = store::candidate_homes(tx)?.into_iter().filter(|home| !promised.contains(&home.dwelling.id));
        let homes = homes.map(|home| Home::new(home, today)).collect();
        let kept_from = kept_from_protected(tx)?;
        let all = applicants.into_values();
        let (guarded, open) = all.partition(|(application, _)| kept_from.contains(&application.household));
        let for_named_group = alone(tx, office, (&known, guarded), &ordered)?;
        Ok(Self { for_named_group, ..build(tx, office, (known, homes, open), &ordered)? })
    }

    /// One household and one home, and nobody else, as the actor may know of them.
    pub(super) fn of_pair(
        office: &Office,
        actor: &Actor,
        applicant: (Application, Name),
        dwelling: &str,
    ) -> Result<Self, OfficeError> {
        let today = office.today();
        office.store().read(|tx| {
            let rules = fit_rules_in_force(tx, today)?;
            let homes = store::homes_by_id(tx, &[dwelling])?.into_iter().map(|home| Home::new(home, today)).collect();
            let scene = build(tx, office, (rules, homes, vec![applicant.clone()]), &Ordered::default())?;
            Ok(Self { sees_protected: actor.sees_protected, ..scene })
        })
    }

    /// As [`Scene::gather`], for one household and the homes that can be given with one more, as the actor may know of
    /// them.
    pub(super) fn around(
        office: &Office,
        actor: &Actor,
        applicant: Option<(Application, Name)>,
        dwelling: Option<&str>,
    ) -> Result<Self, OfficeError> {
        let mut scene = Self { sees_protected: actor.sees_protected, ..Self::gather(office)? };
        let today = scene.day;
        if let Some((application, name)) = applicant
            && scene.candidate(&application.household).is_none()
        {
            let applicants = vec![(application, name)];
            let one =
                office.store().read(|tx| alone(tx, office, (&scene.rules, applicants.clone()), &Ordered::default()))?;
            scene.candidates.extend(one);
            scene.candidates.sort_by(|one, other| one.household.cmp(&other.household));
        }
        if let Some(id) = dwelling.filter(|id| scene.home(id).is_none()) {
            let found = office.store().read(|tx| store::homes_by_id(tx, &[id]))?;
            scene.homes.extend(found.into_iter().map(|home| Home::new(home, today)));
        }
        Ok(scene)
    }
}

/// Tenants who want to exchange their home, as they said when they were asked last.
fn who_wish_to_move(tx: &mut Tx<'_>, secrets: &Secrets) -> Result<Vec<(Application, Name)>, OfficeError> {
    let mut asked = store::tenants_asked(tx)?;
    let households: Vec<&str> = asked.iter().map(|(application, _)| application.household.as_str()).collect();
    let found = findings(tx, secrets, &households)?;
    asked.retain(|(application, _)| found.get(&application.household).is_some_and(|found| found.wishes_exchange));
    Ok(asked)
}

/// The application that stands first on the list for each household.
fn one_each(waiting: Vec<(Application, Name)>, ordered: &Ordered) -> BTreeMap<String, (Application, Name)> {
    let place = |application: &Application| ordered.places.get(&application.id).map_or(usize::MAX, |(place, _)| *place);
    let mut first: BTreeMap<String, (Application, Name)> = BTreeMap::new();
    for (application, name) in waiting {
        let better = first.get(&application.household).is_none_or(|(other, _)| place(&application) < place(other));
        if better {
            first.insert(application.household.clone(), (application, name));
        }
    }
    first
}

/// Households without any home to hold them against.
fn alone(
    tx: &mut Tx<'_>,
    office: &Office,
    (rules, applicants): (&KnownFitRules, Vec<(Application, Name)>),
    ordered: &Ordered,
) -> Result<Vec<Candidate>, OfficeError> {
    Ok(build(tx, office, (rules.clone(), Vec::new(), applicants), ordered)?.candidates)
}

type Material = (KnownFitRules, Vec<Home>, Vec<(Application, Name)>);

fn build(
    tx: &mut Tx<'_>,
    office: &Office,
    (rules, homes, applicants): Material,
    ordered: &Ordered,
) -> Result<Scene, OfficeError> {
    let today = office.today();
    let households: Vec<&str> = applicants.iter().map(|(application, _)| application.household.as_str()).collect();
    let applications: Vec<&str> = applicants.iter().map(|(application, _)| application.id.as_str()).collect();
    let lives: HashMap<String, Living> =
        store::living(tx, &households)?.into_iter().map(|living| (living.household.clone(), living)).collect();
    let mut found = findings(tx, office.secrets(), &households)?;
    let mut said = said(tx, office.secrets(), &applications)?;
    let contact: HashMap<String, u8> = store::contact_children(tx, &households, today)?.into_iter().collect();
    let lease = rule_sets::in_force(tx, today)?.map(|known| known.rules.lease);
    let apart = store::keep_apart(tx)?;
    let closed = closed(tx, &apart)?;
    let given: HashSet<&str> = homes.iter().map(Home::id).collect();
    let mut candidates = Vec::with_capacity(applicants.len());
    for (application, name) in &applicants {
        let household = application.household.clone();
        let found = found.remove(&household).unwrap_or_default();
        let said = said.remove(&application.id).unwrap_or_default();
        // Whoever leaves a home that can be given lives nowhere as far as the plan goes.
        let lives_in = lives.get(&household).filter(|living| !given.contains(living.dwelling.as_str())).cloned();
        let mut facts = household_facts(application, found, said);
        facts.contact_children = contact.get(&household).copied().unwrap_or(0);
        facts.lease_months = lease.as_ref().map(|lease| lease_months(lease, application));
        facts.lives_now = lives_in.as_ref().map(|living| LivesNow { rooms: living.rooms });
        facts.months_waited = months_waited(application, today);
        candidates.push(Candidate {
            waits: ordered.places.get(&application.id).copied(),
            groups: application.target_groups.clone(),
            closed: closed.get(&household).cloned().unwrap_or_default(),
            application: application.clone(),
            name: name.clone(),
            lives_in,
            household,
            facts,
        });
    }
    let stays = stays(tx, office.secrets(), (&rules, &homes, &candidates))?;
    let freed = candidates.iter().filter_map(|candidate| candidate.lives_in.as_ref()).map(|living| &living.dwelling);
    let ids: BTreeSet<&str> = freed.chain(stays.iter().map(|stays| &stays.dwelling)).map(String::as_str).collect();
    let ids: Vec<&str> = ids.into_iter().filter(|id| !given.contains(id)).collect();
    let lived_in = store::homes_by_id(tx, &ids)?.into_iter().map(|home| Home::new(home, today)).collect();
    let norm = rule_sets::room_norms(tx)?.on(today).clone();
    Ok(Scene {
        rules,
        norm,
        day: today,
        homes,
        lived_in,
        candidates,
        for_named_group: Vec::new(),
        sees_protected: false,
        stays,
        apart: pairs(apart),
    })
}

fn months_waited(application: &Application, today: Date) -> u16 {
    let days = days_between(application.decided.unwrap_or(application.received), today);
    u16::try_from(days / DAYS_A_MONTH).unwrap_or(0)
}

fn lease_months(lease: &LeaseRule, application: &Application) -> u16 {
    lease.months(false, application.size.is_some_and(|size| size.children > 0))
}

/// What is known of the household: what somebody found goes before what it said itself.
fn household_facts(application: &Application, found: Found, (health, wish): (Health, Wish)) -> FitHousehold {
    let Found { home, follow_up, says_access, .. } = found;
    // Nobody is proposed a kind of home that the decision is not about.
    let decided = match application.kind {
        Some(ApplicationKind::CareHome) => NeedKind::CareHome,
        Some(
            ApplicationKind::New
            | ApplicationKind::Exchange
            | ApplicationKind::Renewal
            | ApplicationKind::NewMember
            | ApplicationKind::HousingHelp,
        )
        | None => NeedKind::MunicipalHome,
    };
    FitHousehold {
        size: application.size,
        rooms: home.rooms.map(|(rooms, _)| rooms),
        access: access(application, (says_access, home.access), health.access),
        income: application.income,
        wished_areas: if home.areas.is_empty() { wish.areas(application.wished_area.as_deref()) } else { home.areas },
        cannot_live_in: wish.cannot_live_in,
        near: home.near,
        far_from: home.far_from,
        kind: home.kind.or(Some(decided)),
        follow_up: follow_up.needed,
        pets: wish.pets,
        ..FitHousehold::default()
    }
}

/// What the home must be like; nothing when nobody has asked.
fn access(application: &Application, (asked, found): (bool, Vec<Access>), said: Vec<Access>) -> Option<Vec<Access>> {
    let mut needs = if asked { found } else { said };
    if application.wheelchair == Some(true) && !needs.contains(&Access::Wheelchair) {
        needs.push(Access::Wheelchair);
    }
    let is_answered = asked || !needs.is_empty() || application.wheelchair.is_some();
    is_answered.then_some(needs)
}

/// The newest finding of each kind about each household.
fn findings(tx: &mut Tx<'_>, secrets: &Secrets, households: &[&str]) -> Result<HashMap<String, Found>, OfficeError> {
    let mut found: HashMap<String, Found> = HashMap::new();
    let mut seen: Option<(String, String)> = None;
    for sealed in store::findings_of(tx, households)? {
        let this = (sealed.household.clone(), sealed.kind.clone());
        // They come with the newest of a kind first.
        if seen.replace(this.clone()) == Some(this) {
            continue;
        }
        let of_household = found.entry(sealed.household.clone()).or_default();
        match opened(secrets, &sealed)? {
            Content::Home(home) => {
                of_household.home = home;
                of_household.says_access = true;
            }
            Content::FollowUp(need) => of_household.follow_up = need,
            Content::Wish(wish) => of_household.wishes_exchange = wish.kind == Some(NeedKind::Exchange),
            Content::Skills(_) | Content::History(_) => {}
        }
    }
    Ok(found)
}

/// What each application says of health and wishes.
fn said(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    applications: &[&str],
) -> Result<HashMap<String, (Health, Wish)>, OfficeError> {
    let mut said: HashMap<String, (Health, Wish)> = HashMap::new();
    for (application, section, sealed) in store::answers_of(tx, applications)? {
        let facts = intake::opened(secrets, (&application, &section), &sealed)?;
        let of_application = said.entry(application).or_default();
        match section.as_str() {
            "health" => of_application.0 = serde_json::from_value(facts).unwrap_or_default(),
            "wish" => of_application.1 = serde_json::from_value(facts).unwrap_or_default(),
            _ => {}
        }
    }
    Ok(said)
}

/// Where each household may not live: buildings and areas that are closed to it, and where those live whom it must be
/// kept apart from.
fn closed(tx: &mut Tx<'_>, apart: &[Apart]) -> Result<HashMap<String, Closed>, OfficeError> {
    let both = |one: &Apart| [one.household.clone(), one.other.clone()];
    let people = apart.iter().filter(|one| one.kind == ApartKind::Household).flat_map(both).collect::<Vec<_>>();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let buildings = store::buildings_of(tx, &people)?;
    let lives = |household: &String| {
        let of_it = buildings.iter().filter(|(of, _)| of == household);
        of_it.map(|(_, building)| building.clone()).collect::<Vec<_>>()
    };
    let by_protected = kept_from(apart, &restricted(tx)?);
    let mut closed: HashMap<String, Closed> = HashMap::new();
    for one in apart {
        match one.kind {
            ApartKind::Household => {
                closed.entry(one.household.clone()).or_default().buildings.extend(lives(&one.other));
                closed.entry(one.other.clone()).or_default().buildings.extend(lives(&one.household));
            }
            ApartKind::Building => {
                closed.entry(one.household.clone()).or_default().buildings.insert(one.other.clone());
            }
            ApartKind::Area => {
                closed.entry(one.household.clone()).or_default().areas.insert(fold(&one.other));
            }
        }
    }
    for household in by_protected {
        closed.entry(household).or_default().by_protected = true;
    }
    Ok(closed)
}

fn restricted(tx: &mut Tx<'_>) -> Result<BTreeSet<String>, StoreError> {
    Ok(households::restricted(tx)?.into_iter().collect())
}

/// Those who must be kept apart from a household with a strictly confidential address, whether it lives in one of ours
/// or not: that is not told either.
fn kept_from(apart: &[Apart], restricted: &BTreeSet<String>) -> BTreeSet<String> {
    let people = apart.iter().filter(|one| one.kind == ApartKind::Household);
    let both = people.flat_map(|one| [(&one.household, &one.other), (&one.other, &one.household)]);
    both.filter(|(_, other)| restricted.contains(*other)).map(|(household, _)| household.clone()).collect()
}

/// The households that must be kept apart from somebody with a strictly confidential address: the named group finds
/// their home.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn kept_from_protected(tx: &mut Tx<'_>) -> Result<BTreeSet<String>, StoreError> {
    let apart = store::keep_apart(tx)?;
    Ok(kept_from(&apart, &restricted(tx)?))
}

fn pairs(apart: Vec<Apart>) -> Vec<(String, String)> {
    let people = apart.into_iter().filter(|one| one.kind == ApartKind::Household);
    people.map(|one| (one.household, one.other)).collect()
}

/// Who lives where a limit counts them, beside those who could move.
fn stays(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (rules, homes, candidates): (&KnownFitRules, &[Home], &[Candidate]),
) -> Result<Vec<Stays>, OfficeError> {
    let caps = &rules.rules.caps;
    let counts = |per: &[CountedBy]| caps.iter().any(|cap| per.contains(&cap.per));
    let buildings: BTreeSet<&str> = homes.iter().map(|home| home.building.as_str()).collect();
    let areas: BTreeSet<&str> = homes.iter().filter_map(|home| home.facts.area.as_deref()).collect();
    let mut sitting = Vec::new();
    if counts(&[CountedBy::Entrance, CountedBy::Building]) {
        sitting.extend(store::sitting(tx, ("building", &buildings.into_iter().collect::<Vec<_>>()))?);
    }
    if counts(&[CountedBy::Area]) {
        sitting.extend(store::sitting(tx, ("area", &areas.into_iter().collect::<Vec<_>>()))?);
    }
    let households: BTreeSet<&str> = sitting.iter().map(|one| one.household.as_str()).collect();
    let households: Vec<&str> = households.into_iter().collect();
    let mut found = findings(tx, secrets, &households)?;
    let mut stays: BTreeMap<String, Stays> = BTreeMap::new();
    let given: HashSet<&str> = homes.iter().map(Home::id).collect();
    let would_move: HashSet<&str> = candidates.iter().map(|candidate| candidate.household.as_str()).collect();
    for one in sitting {
        if given.contains(one.dwelling.as_str()) || would_move.contains(one.household.as_str()) {
            continue;
        }
        let follow_up = found.remove(&one.household).and_then(|found| found.follow_up.needed);
        let (household, dwelling, groups) = (one.household, one.dwelling, one.groups);
        stays.entry(household.clone()).or_insert(Stays { household, dwelling, groups, follow_up });
    }
    Ok(stays.into_values().collect())
}
