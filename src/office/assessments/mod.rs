//! The assessment of a case: the rules of the day held against its facts, and what people judged.

mod how_far;
mod recording;
mod words;

pub use how_far::HowFar;
pub use recording::{judge, record_facts};
pub use words::value;

pub(in crate::office) use how_far::{how_far, last_worked_on};

use super::cases::known_case;
use super::rule_sets::{self, Known, base_amount};
use super::{About, Actor, Office, OfficeError, intake};
use crate::access::{Action, Thing};
use crate::secrets::Secrets;
use crate::store::applications::Application;
use crate::store::assessments::{self as store, RecordedFacts};
use crate::store::cases::Case;
use crate::store::people::Person;
use crate::store::{StoreError, Tx, accounts};
use housing::Date;
use housing::applications::Answers;
use housing::assessment::{Assessment, CaseFacts, FactName, Judgement, RuleSet};
use housing::decisions::DecisionKind;
use housing::money::Ore;

/// Everything the page of an assessment shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    pub case: Case,
    pub application: Application,
    pub applicant: Person,
    /// `None` when the municipality has no rules for the day, or the case is decided by others' rules.
    pub assessment: Option<Assessment>,
    /// The revision of the rules; `None` when the act itself is the rule.
    pub rule_set: Option<String>,
    /// The newest first.
    pub recorded: Vec<RecordedFacts>,
    /// What the applicant said of the facts.
    pub stated: CaseFacts,
    /// Oldest first, with the names of those who judged.
    pub judgements: Vec<Judgement>,
    pub officers: Vec<(String, String)>,
}

impl Assessed {
    /// What was recorded last, or nothing yet.
    fn found(&self) -> CaseFacts {
        self.recorded.first().map(|recorded| recorded.facts.clone()).unwrap_or_default()
    }

    /// What was recorded last, with what the applicant stated where nobody has recorded anything.
    pub fn facts(&self) -> CaseFacts {
        self.found().or_stated(&self.stated)
    }

    /// The facts that only the applicant has stated.
    pub fn only_stated(&self) -> Vec<FactName> {
        self.found().only_stated(&self.stated)
    }

    /// How much has been recorded: a form that was opened on less is stale.
    pub fn seen(&self) -> usize {
        self.recorded.len() + self.judgements.len()
    }
}

/// What an application itself says of the facts: what the register has of it, and the applicant's answers. It counts
/// until somebody records something better; the income is monthly and after tax.
pub(in crate::office) fn stated(register: CaseFacts, monthly_income: Option<Ore>, answers: &Answers) -> CaseFacts {
    let incomes = monthly_income.map(|income| answers.earnings(income, register.born));
    CaseFacts { incomes, ..register }.or_stated(&answers.facts())
}

/// What the application of a case says of the facts.
fn stated_in(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    application: &Application,
    applicant: &Person,
) -> Result<CaseFacts, StoreError> {
    let (answers, _) = intake::answers(tx, secrets, &application.id)?;
    let register = CaseFacts {
        born: applicant.born,
        size: application.size,
        situation: application.situation,
        ..CaseFacts::default()
    };
    Ok(stated(register, application.income, &answers))
}

/// A case with its application and applicant: what an assessment is about.
pub(in crate::office) type Subject<'a> = (&'a Case, &'a Application, &'a Person);

/// The assessment of a case on a day, with the revision of the rules when they are the municipality's own.
///
/// # Errors
/// When the store fails, or an amount that the rules count in is not known for the day.
pub(in crate::office) fn of_case(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    subject: Subject<'_>,
    day: Date,
) -> Result<Option<(Assessment, Option<String>)>, OfficeError> {
    match rules_for(subject.0.kind) {
        RulesFor::None => Ok(None),
        RulesFor::Act(rules) => Ok(Some((by_rules(tx, secrets, subject, (rules, day))?, None))),
        RulesFor::Municipality => {
            let Some(Known { stored, rules }) = rule_sets::in_force(tx, day)? else { return Ok(None) };
            Ok(Some((by_rules(tx, secrets, subject, (&rules, day))?, Some(stored.id))))
        }
    }
}

/// The assessment of a case by these rules.
///
/// # Errors
/// As [`of_case`].
pub(in crate::office) fn by_rules(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (case, application, applicant): Subject<'_>,
    (rules, day): (&RuleSet, Date),
) -> Result<Assessment, OfficeError> {
    let recorded = store::facts(tx, &application.id)?.into_iter().next().map(|newest| newest.facts);
    let facts = recorded.unwrap_or_default().or_stated(&stated_in(tx, secrets, application, applicant)?);
    let in_force = rules.on(day, base_amount()).map_err(|missing| rule_sets::no_base_amount(&missing))?;
    let judgements = judgements(tx, secrets, &case.id)?;
    Ok(in_force.assess(&facts).with_judgements(&judgements))
}

/// Whose rules a kind of case is held against.
pub(in crate::office) enum RulesFor {
    /// What the housing act itself asks.
    Act(&'static RuleSet),
    Municipality,
    /// Others' rules, which are not here.
    None,
}

/// Whose rules a case of the kind is held against.
pub(in crate::office) fn rules_for(kind: DecisionKind) -> RulesFor {
    match kind {
        DecisionKind::HousingHelp => RulesFor::Act(rule_sets::housing_help()),
        DecisionKind::MunicipalHome | DecisionKind::Renewal => RulesFor::Municipality,
        DecisionKind::HomeOffered
        | DecisionKind::TemporaryStay
        | DecisionKind::Advice
        | DecisionKind::CareHome
        | DecisionKind::StartLoan
        | DecisionKind::HousingGrant
        | DecisionKind::HousingAllowance
        | DecisionKind::PartyAccessRefused
        | DecisionKind::PublicAccessRefused
        | DecisionKind::AppealDismissed
        | DecisionKind::Costs => RulesFor::None,
    }
}

/// Whether a case of the kind is held against rules here; the others are decided by what their own act says.
pub fn has_rules(kind: DecisionKind) -> bool {
    !matches!(rules_for(kind), RulesFor::None)
}

/// What people judged in a case, oldest first.
fn judgements(tx: &mut Tx<'_>, secrets: &Secrets, case: &str) -> Result<Vec<Judgement>, OfficeError> {
    let sealed = store::judgements(tx, case)?;
    let open = |sealed: store::SealedJudgement| {
        let reasons = secrets.decrypt(&row_name(case, sealed.position), &sealed.reasons);
        let reasons =
            reasons.map_err(|_| StoreError::WrongType { index: 3, wanted: "reasons sealed with this key" })?;
        let (ground, met, by, day) = (sealed.ground, sealed.met, sealed.officer, sealed.day);
        Ok(Judgement { ground, met, reasons: reasons.to_string(), by, day })
    };
    sealed.into_iter().map(open).collect()
}

/// What the reasons of a judgement are bound to: they open in their own row only.
fn row_name(case: &str, position: i64) -> String {
    format!("ground_judgement.reasons:{case}:{position}")
}

/// The assessment of a case, for a page that has noted its look already, and whether anybody has worked on it: what
/// the applicant has stated is no assessment.
///
/// # Errors
/// As [`show`].
pub fn made(office: &Office, actor: &Actor, id: &str) -> Result<Option<(Assessment, bool)>, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    office.store().read(|tx| {
        let (case, application, applicant) = known_case(tx, actor, id)?;
        let subject = (&case, &application, &applicant);
        let Some((made, _)) = of_case(tx, office.secrets(), subject, office.today())? else { return Ok(None) };
        Ok(Some((made, last_worked_on(tx, subject)?.is_some())))
    })
}

/// The assessment of a case with everything recorded for it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn show(office: &Office, actor: &Actor, id: &str) -> Result<Assessed, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    let (today, secrets) = (office.today(), office.secrets());
    let assessed = office.store().read(|tx| {
        let (case, application, applicant) = known_case(tx, actor, id)?;
        let (assessment, rule_set) = of_case(tx, secrets, (&case, &application, &applicant), today)?.unzip();
        let officers = accounts::officers(tx)?.into_iter().map(|officer| (officer.id, officer.name)).collect();
        let recorded = store::facts(tx, &application.id)?;
        let stated = stated_in(tx, secrets, &application, &applicant)?;
        let judgements = judgements(tx, secrets, id)?;
        let rule_set = rule_set.flatten();
        Ok::<_, OfficeError>(Assessed {
            case,
            application,
            applicant,
            assessment,
            rule_set,
            recorded,
            stated,
            judgements,
            officers,
        })
    })?;
    office.looked(actor, About { thing: Thing::Case, id, person: &assessed.applicant.id }, String::new())?;
    Ok(assessed)
}
