//! Whom a change of rules would affect: every open application, held against the rules as they would
//! otherwise be and as they would become.

use super::{Known, base_amount, no_base_amount, norms_of};
use crate::access::{Action, Thing};
use crate::office::assessments::stated;
use crate::office::{About, Actor, Office, OfficeError, intake};
use crate::store::assessments::{self, OpenApplication};
use crate::store::rule_sets::{self as store, StoredRuleSet};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::applications::Answers;
use housing::assessment::{Answer, CaseFacts, Ground, InForce, RuleSet};
use housing::people::RoomNorms;
use serde_json::json;
use std::cmp::Ordering;
use std::sync::Arc;

/// How many applications answer a ground otherwise under the new rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    pub ground: Ground,
    /// Met the ground, or were not asked, and would no longer meet it.
    pub stopped: usize,
    /// Did not meet the ground and now would, or are no longer asked.
    pub let_in: usize,
    /// Would be left to judgement and are not today.
    pub to_judge: usize,
    /// Would lack a fact that nobody has asked for until now.
    pub to_ask: usize,
}

/// What a change of rules would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effects {
    /// The day both rules are held against the applications.
    pub day: Date,
    pub applications: usize,
    /// Applications that some ground would now stand in the way of.
    pub stopped: usize,
    /// Applications that no ground would stand in the way of any more.
    pub let_in: usize,
    /// Grounds that answer otherwise for somebody.
    pub by_ground: Vec<Effect>,
    pub room_needs: RoomNeedsChange,
}

/// How many applications would be reckoned to need a home of another size. A room norm is for what is received from
/// its day on, so only rules from a day that is past change any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoomNeedsChange {
    pub more: usize,
    pub fewer: usize,
}

/// Which way the rooms that an application needs change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomsWay {
    More,
    Fewer,
}

/// Which way a ground changes for an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Stopped,
    LetIn,
    ToJudge,
    ToAsk,
}

/// What changes for an application: the answer of a ground, or the rooms it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Ground(Ground, Way),
    Rooms(RoomsWay),
}

/// An application that a change would affect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    pub id: String,
    pub year: i16,
    pub serial: i64,
}

/// Rules as they would otherwise be, and as they become with the new ones.
struct Change<'a> {
    before: Option<InForce<'a>>,
    after: InForce<'a>,
    norms_before: RoomNorms,
    norms_after: RoomNorms,
}

/// What a change does to one application.
struct Told {
    before: Vec<(Ground, Answer)>,
    after: Vec<(Ground, Answer)>,
    rooms: Option<RoomsWay>,
}

impl Told {
    fn way(&self, ground: Ground) -> Option<Way> {
        way(answer_of(&self.before, ground), answer_of(&self.after, ground))
    }

    fn is(&self, changed: Changed) -> bool {
        match changed {
            Changed::Ground(ground, wanted) => self.way(ground) == Some(wanted),
            Changed::Rooms(wanted) => self.rooms == Some(wanted),
        }
    }
}

impl Change<'_> {
    fn tell(&self, facts: &CaseFacts, application: &OpenApplication) -> Told {
        let need = |norms: &RoomNorms| norms.room_need(facts.size, application.received);
        let rooms = match need(&self.norms_after).cmp(&need(&self.norms_before)) {
            Ordering::Greater => Some(RoomsWay::More),
            Ordering::Less => Some(RoomsWay::Fewer),
            Ordering::Equal => None,
        };
        let before = self.before.as_ref().map(|before| before.answers(facts)).unwrap_or_default();
        Told { before, after: self.after.answers(facts), rooms }
    }
}

/// The rule sets there would be without these rules. A stored revision is held against what stood before it, one that
/// is being written against all there is.
fn others(tx: &mut Tx<'_>, rules: &RuleSet, revision_of: Option<&str>) -> Result<Vec<StoredRuleSet>, StoreError> {
    let mut all = store::all(tx)?;
    if let Some(own) = all.iter().find(|stored| revision_of == Some(stored.id.as_str())).map(|own| own.revision) {
        all.retain(|stored| stored.valid_from != rules.valid_from || stored.revision < own);
    }
    Ok(all)
}

fn open_applications(office: &Office) -> Result<Arc<Vec<(CaseFacts, OpenApplication)>>, OfficeError> {
    office.remembered("open applications with their facts", |tx| {
        let answers = intake::answers_of_open(tx, office.secrets())?;
        let none = Answers::default();
        let with_facts = |application: OpenApplication| {
            let recorded = application.facts.clone();
            let register = CaseFacts {
                born: recorded.born,
                size: recorded.size,
                situation: recorded.situation,
                ..CaseFacts::default()
            };
            let said = answers.get(&application.id).unwrap_or(&none);
            (recorded.or_stated(&stated(register, application.income, said)), application)
        };
        Ok(Arc::new(assessments::open(tx)?.into_iter().map(with_facts).collect()))
    })
}

/// What the change would do; `revision_of` is the rules' own id when they are stored.
///
/// # Errors
/// When the actor may not look at the rules, or an amount is not known for the day.
pub fn effects(
    office: &Office,
    actor: &Actor,
    rules: &RuleSet,
    revision_of: Option<&str>,
) -> Result<Effects, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    let mut effects = Effects {
        day: day_of(office, rules),
        applications: 0,
        stopped: 0,
        let_in: 0,
        by_ground: Vec::new(),
        room_needs: RoomNeedsChange::default(),
    };
    let mut counts = [[0_usize; 4]; Ground::ALL.len()];
    each(office, rules, revision_of, |_, told| {
        effects.applications += 1;
        let in_the_way = |answers: &[(Ground, Answer)]| answers.iter().any(|(_, answer)| *answer == Answer::NotMet);
        match (in_the_way(&told.before), in_the_way(&told.after)) {
            (false, true) => effects.stopped += 1,
            (true, false) => effects.let_in += 1,
            (true, true) | (false, false) => {}
        }
        match told.rooms {
            Some(RoomsWay::More) => effects.room_needs.more += 1,
            Some(RoomsWay::Fewer) => effects.room_needs.fewer += 1,
            None => {}
        }
        for (row, ground) in counts.iter_mut().zip(Ground::ALL) {
            if let Some(way) = told.way(*ground) {
                row[way as usize] += 1;
            }
        }
    })?;
    let rows = counts.iter().zip(Ground::ALL).filter(|(row, _)| row.iter().any(|count| *count > 0));
    effects.by_ground = rows
        .map(|(&[stopped, let_in, to_judge, to_ask], &ground)| Effect { ground, stopped, let_in, to_judge, to_ask })
        .collect();
    Ok(effects)
}

/// The applications behind one of the counts, for those who may see cases.
///
/// # Errors
/// When the actor may not look at the rules or at cases.
pub fn affected(
    office: &Office,
    actor: &Actor,
    (known, changed): (&Known, Changed),
) -> Result<Vec<Affected>, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    actor.may(Action::Look, Thing::Case)?;
    let mut found = Vec::new();
    each(office, &known.rules, Some(&known.stored.id), |application, told| {
        if told.is(changed) && actor.may_tie(application.restricted).is_ok() {
            let OpenApplication { id, year, serial, .. } = application;
            found.push(Affected { id: id.clone(), year: *year, serial: *serial });
        }
    })?;
    let what = match changed {
        Changed::Ground(ground, _) => ground.code(),
        Changed::Rooms(_) => "room_need",
    };
    let asked = json!({"rule_set": known.stored.id, "ground": what, "rows": found.len()}).to_string();
    office.looked(actor, About::thing(Thing::Application, ""), asked)?;
    Ok(found)
}

/// Rules that hold already are tried on today.
fn day_of(office: &Office, rules: &RuleSet) -> Date {
    rules.valid_from.max(office.today())
}

fn each(
    office: &Office,
    rules: &RuleSet,
    revision_of: Option<&str>,
    mut tell: impl FnMut(&OpenApplication, &Told),
) -> Result<(), OfficeError> {
    let day = day_of(office, rules);
    let others = office.store().read(|tx| others(tx, rules, revision_of))?;
    let norms = norms_of(others.clone())?;
    let before =
        others.into_iter().find(|stored| stored.valid_from <= rules.valid_from).map(super::known).transpose()?;
    let change = Change {
        before: before.as_ref().map(|known| resolved(&known.rules, day)).transpose()?,
        after: resolved(rules, day)?,
        norms_after: norms.with(rules.valid_from, rules.room_norm.clone()),
        norms_before: norms,
    };
    for (facts, application) in open_applications(office)?.iter() {
        tell(application, &change.tell(facts, application));
    }
    Ok(())
}

fn resolved(rules: &RuleSet, day: Date) -> Result<InForce<'_>, OfficeError> {
    rules.on(day, base_amount()).map_err(|missing| no_base_amount(&missing))
}

/// A ground that is not asked for is as good as met.
fn answer_of(answers: &[(Ground, Answer)], ground: Ground) -> Answer {
    answers.iter().find(|(asked, _)| *asked == ground).map_or(Answer::Met, |(_, answer)| *answer)
}

const fn way(before: Answer, after: Answer) -> Option<Way> {
    match (before, after) {
        (Answer::NotMet, Answer::NotMet)
        | (Answer::Met, Answer::Met)
        | (Answer::JudgementNeeded, Answer::JudgementNeeded)
        | (Answer::Missing, Answer::Missing) => None,
        (Answer::Met | Answer::JudgementNeeded | Answer::Missing, Answer::NotMet) => Some(Way::Stopped),
        (Answer::NotMet | Answer::JudgementNeeded | Answer::Missing, Answer::Met) => Some(Way::LetIn),
        (Answer::NotMet | Answer::Met | Answer::Missing, Answer::JudgementNeeded) => Some(Way::ToJudge),
        (Answer::NotMet | Answer::Met | Answer::JudgementNeeded, Answer::Missing) => Some(Way::ToAsk),
    }
}
