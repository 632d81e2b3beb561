//! Who the letters come from: the municipality's own name, address, contact and mark.

use super::Form;
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem};
use crate::secrets::{from_hex, hex};
use crate::store::{StoreError, Tx, settings};
use ::letters::{Engine, Language, LetterKind, Mark, Sender};
use housing::appeals::AppealLimits;
use serde::{Deserialize, Serialize};

/// Where the settings of letters are kept.
const SETTING: &str = "letters";
/// Where the mark is kept, as hexadecimal digits.
const MARK: &str = "letters-mark";
/// What the mark is called on the letter it is tried on.
const TRIAL: &str = "Kommunens merke";
/// The largest mark, in bytes: it goes with every letter.
const LARGEST_MARK: usize = 300_000;

/// What the municipality sets about its letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterSettings {
    /// As it stands in the head of a letter: "Fjordvik kommune". Empty: the municipality's name.
    pub municipality: String,
    pub unit: String,
    /// A line each.
    pub address: String,
    pub telephone: String,
    pub email: String,
    pub website: String,
    /// Days a letter is presumed to take by post (`L1.8`).
    pub post_days: i32,
    /// The written form of those who have not said which they want.
    pub form: Form,
    /// The county governor's name in full.
    pub county_governor: String,
    /// The municipality's own appeal board, as people know it.
    pub appeal_board: String,
    /// Days an appeal may lie before it should be forwarded.
    pub forward_days: i32,
}

impl Default for LetterSettings {
    fn default() -> Self {
        Self {
            municipality: String::new(),
            unit: "Boligkontoret".to_owned(),
            address: String::new(),
            telephone: String::new(),
            email: String::new(),
            website: String::new(),
            post_days: housing::appeals::DEFAULT_POST_DAYS,
            form: Form::Bokmal,
            county_governor: String::new(),
            appeal_board: String::new(),
            forward_days: housing::appeals::AppealLimits::default().forward_days,
        }
    }
}

impl LetterSettings {
    /// How long an appeal may lie.
    pub fn limits(&self) -> AppealLimits {
        AppealLimits { forward_days: self.forward_days, ..AppealLimits::default() }
    }

    /// What stands in the way of using them.
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if !(0..=30).contains(&self.post_days) {
            problems.push(Problem::plain("post_days", "letter-settings-problem-post-days"));
        }
        if !(1..=90).contains(&self.forward_days) {
            problems.push(Problem::plain("forward_days", "letter-settings-problem-forward-days"));
        }
        if self.telephone.trim().is_empty() && self.email.trim().is_empty() && self.website.trim().is_empty() {
            problems.push(Problem::plain("telephone", "letter-settings-problem-contact"));
        }
        problems
    }
}

/// The settings as they are.
///
/// # Errors
/// When the store fails.
pub fn load(tx: &mut Tx<'_>) -> Result<LetterSettings, StoreError> {
    let Some(text) = settings::get(tx, SETTING)? else { return Ok(LetterSettings::default()) };
    serde_json::from_str(&text).map_err(|_| StoreError::Corrupt { what: "settings of letters", found: text })
}

/// The settings as they are, for the administrator's page; and whether there is a mark.
///
/// # Errors
/// When the actor may not see settings.
pub fn settings_of(office: &Office, actor: &Actor) -> Result<(LetterSettings, bool), OfficeError> {
    actor.may(Action::Look, Thing::Settings)?;
    Ok(office.store().read(|tx| Ok::<_, StoreError>((load(tx)?, settings::get(tx, MARK)?.is_some())))?)
}

/// Saves the settings.
///
/// # Errors
/// [`OfficeError::Invalid`] with everything that cannot be used.
pub fn save(office: &Office, actor: &Actor, changed: &LetterSettings) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Settings)?;
    let problems = changed.problems();
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    let text = serde_json::to_string(changed).expect("settings become JSON");
    office.change(actor, |work| {
        let before = load(work.tx)?;
        settings::set(work.tx, SETTING, &text)?;
        let details = serde_json::json!({"before": before, "after": changed}).to_string();
        work.note("change", About::thing(Thing::Settings, SETTING), details);
        Ok(())
    })
}

/// Puts another mark on the letters. It is tried on a letter first.
///
/// # Errors
/// [`OfficeError::Invalid`] when it is no picture that a letter can carry.
pub fn save_mark(office: &Office, actor: &Actor, bytes: &[u8]) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Settings)?;
    let refused = |text| OfficeError::Invalid(vec![Problem::plain("mark", text)]);
    if bytes.len() > LARGEST_MARK {
        return Err(refused("letter-settings-problem-mark-large"));
    }
    let mark = Mark::new(bytes.to_vec(), TRIAL.to_owned()).map_err(|_| refused("letter-settings-problem-mark"))?;
    let mut trial = ::letters::sample(LetterKind::Receipt, Language::Bokmal);
    trial.sender.mark = Some(mark);
    office.letters().pdf(&trial).map_err(|_| refused("letter-settings-problem-mark"))?;
    let digits = hex(bytes);
    office.change(actor, |work| {
        settings::set(work.tx, MARK, &digits)?;
        work.note("change", About::thing(Thing::Settings, MARK), String::new());
        Ok(())
    })
}

/// A letter about nobody with the sender that letters have now, to look at.
///
/// # Errors
/// When the actor may not see settings, or no letter can be made with them.
pub fn sample(office: &Office, actor: &Actor) -> Result<Vec<u8>, OfficeError> {
    actor.may(Action::Look, Thing::Settings)?;
    let (known, sender) = office.store().read(|tx| {
        let known = load(tx)?;
        let sender = sender(tx, &known, None, (actor.name.clone(), None))?;
        Ok::<_, StoreError>((known, sender))
    })?;
    let language = match known.form {
        Form::Bokmal => Language::Bokmal,
        Form::Nynorsk => Language::Nynorsk,
    };
    let letter = ::letters::Letter { sender, ..::letters::sample(LetterKind::Receipt, language) };
    office.letters().pdf(&letter).map_err(super::refused)
}

/// The sender of a letter that `case_handler` writes and `responsible` answers for.
///
/// # Errors
/// When the store fails.
pub fn sender(
    tx: &mut Tx<'_>,
    known: &LetterSettings,
    unit: Option<String>,
    (case_handler, responsible): (String, Option<String>),
) -> Result<Sender, StoreError> {
    let name = settings::municipality_name(tx)?.unwrap_or_default();
    let municipality = if known.municipality.is_empty() { name } else { known.municipality.clone() };
    let stored = settings::get(tx, MARK)?.and_then(|digits| from_hex(&digits));
    let mark = stored.and_then(|bytes| Mark::new(bytes, municipality.clone()).ok());
    let filled = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(Sender {
        mark,
        unit: unit.unwrap_or_else(|| known.unit.clone()),
        address: known.address.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        telephone: filled(&known.telephone),
        email: filled(&known.email),
        website: filled(&known.website),
        case_handler,
        responsible,
        municipality,
    })
}

impl Office {
    /// Makes letters, in the municipality's own words when it has changed them.
    pub fn letters(&self) -> &Engine {
        &self.letters
    }
}
