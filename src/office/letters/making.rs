//! From a case and what its letter is to say, to PDF in the queue.

use super::content::{self, Asked};
use super::recipients::{Recipients, recipients};
use super::sender::{self, LetterSettings};
use super::{Form, Words};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::documents::keep;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, new_id};
use crate::office::{intake, rule_sets};
use crate::store::applications::Application;
use crate::store::cases::Case;
use crate::store::documents::{self as store, Channel, Dispatch, Document, Way};
use crate::store::people::Person;
use crate::store::{Tx, accounts, units};
use ::letters::{Composed, Content, Letter, LetterKind, LetterProblem, Post};
use housing::Date;
use housing::applications::Missing;

/// What every letter in a case is written with.
#[derive(Clone)]
pub(in crate::office) struct Writing {
    pub case: Case,
    pub application: Application,
    pub party: Person,
    pub settings: LetterSettings,
    pub recipients: Recipients,
    pub sender: ::letters::Sender,
    pub form: Form,
    pub today: Date,
    /// What the municipality's rules call the body that hears appeals on what they decide.
    pub own_body: Option<String>,
}

/// Loads what a letter in a case is written with; `responsible` is who answers for it, when another.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub(in crate::office) fn writing(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (case, today): (&str, Date),
    form: Option<Form>,
    (case_handler, responsible): (&str, Option<&str>),
) -> Result<Writing, OfficeError> {
    let (case, application, party) = known_case(tx, actor, case)?;
    let settings = sender::load(tx)?;
    let mut name =
        |id: &str| accounts::find(tx, id).map(|officer| officer.map_or_else(|| id.to_owned(), |officer| officer.name));
    let handler = name(case_handler)?;
    let responsible = responsible.filter(|id| *id != case_handler).map(&mut name).transpose()?;
    let unit = units::all(tx)?.into_iter().find(|unit| Some(&unit.id) == case.unit.as_ref());
    let sender = sender::sender(tx, &settings, unit.map(|unit| unit.name), (handler, responsible))?;
    let recipients = recipients(tx, &application, &party, (case.kind, today))?;
    let form = form.unwrap_or(settings.form);
    let own_body = rule_sets::own_body(tx, case.kind, today)?;
    Ok(Writing { case, application, party, settings, recipients, sender, form, today, own_body })
}

impl Writing {
    /// The case's number, as people see it.
    pub fn number(&self) -> String {
        format!("{}-{}", self.application.number(), self.case.position)
    }

    /// What the case is about, to follow *om*.
    pub fn subject(&self) -> String {
        self.words().t(&format!("letter-subject-{}", self.case.kind.code().to_lowercase().replace('_', "-")))
    }

    /// The words in the letter's written form.
    pub const fn words(&self) -> Words {
        Words(self.form)
    }

    /// The letter to the first recipient.
    pub fn letter(&self, content: Content) -> Letter {
        let words = self.words();
        Letter {
            sender: self.sender.clone(),
            recipient: self.recipients.first.clone(),
            on_behalf_of: self.recipients.on_behalf_of.clone(),
            copies: self.recipients.copies.clone(),
            date: self.today,
            reference: self.number(),
            subject: self.subject(),
            language: words.of_letter(),
            content,
        }
    }
}

/// Makes the letter and every copy of it, keeps them and puts them in the queue. The answer is the id of the
/// first: the one the party's clock follows.
///
/// # Errors
/// [`OfficeError::Invalid`] when the letter lacks what the law asks for, each with its provision.
pub(in crate::office) fn keep_letters(
    office: &Office,
    work: &mut Work<'_, '_>,
    writing: &Writing,
    content: Content,
    channel: Channel,
) -> Result<String, OfficeError> {
    let letter = writing.letter(content);
    let first = new_id();
    let copies: Vec<Letter> = letter.copies().collect();
    let all = std::iter::once(&letter).chain(&copies).zip(writing.recipients.kinds());
    for (at, (letter, recipient_kind)) in all.enumerate() {
        let bytes = office.letters().pdf(letter).map_err(refused)?;
        let id = if at == 0 { first.clone() } else { new_id() };
        let composed = office.letters().preview(letter);
        let recipient = letter.recipient.names.join(", ");
        let document = Document {
            id,
            application: writing.application.id.clone(),
            case: Some(writing.case.id.clone()),
            person: writing.party.id.clone(),
            way: Way::Out,
            kind: letter.kind().template().to_owned(),
            title: composed.title,
            day: writing.today,
            file_name: format!("{}-{}.pdf", writing.number().replace('/', "-"), letter.kind().template()),
            media_type: "application/pdf".to_owned(),
            size: 0,
            sha256: String::new(),
            officer: work.actor.id.clone(),
            at: work.now,
        };
        let document = keep(work, document, &bytes)?;
        let dispatch = Dispatch {
            document: document.id.clone(),
            position: 1,
            recipient,
            recipient_kind,
            channel,
            queued_at: work.now,
            unaddressed: lacks_address(&letter.recipient.post),
            address: printed_address(&letter.recipient.post),
            by_register: letter.recipient.post == Post::ForwardedByRegister,
            sent: None,
            sent_by: None,
            arrived: None,
            arrival_shown_by: None,
            appeal_by: letter.content.appeal_by(),
            version: 1,
        };
        store::insert_dispatch(work.tx, &dispatch)?;
        let details = serde_json::json!({"after": {"kind": document.kind, "sha256": document.sha256}}).to_string();
        let about = About { thing: Thing::Document, id: &document.id, person: &writing.party.id };
        work.note("create", about, details);
    }
    Ok(first)
}

/// Why a letter cannot be made, in words.
pub(in crate::office) fn refused(problem: LetterProblem) -> OfficeError {
    let problems = match problem {
        LetterProblem::Missing(missing) => missing
            .into_iter()
            .map(|missing| Problem {
                field: "",
                text: "letter-problem-missing",
                facts: vec![("block", missing.block.name().to_owned()), ("law", missing.block.law().to_owned())],
            })
            .collect(),
        LetterProblem::Unprintable(signs) => {
            let signs = signs.iter().map(char::to_string).collect::<Vec<_>>().join(" ");
            vec![Problem { field: "", text: "letter-problem-unprintable", facts: vec![("signs", signs)] }]
        }
        LetterProblem::Layout(cause) => {
            vec![Problem { field: "", text: "letter-problem-layout", facts: vec![("cause", cause)] }]
        }
    };
    OfficeError::Invalid(problems)
}

/// A letter to look at before it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub words: Composed,
    pub form: Form,
    pub recipient: Vec<String>,
    /// The lines of the address; `None` when it is protected and never printed.
    pub address: Option<Vec<String>>,
    pub copies: Vec<String>,
    /// The application it is about.
    pub application: String,
    /// Those among its recipients whose address nobody has noted.
    pub unaddressed: Vec<String>,
    /// Those who act for the party and get no notice: their authority is not shown (`L1.6`).
    pub not_notified: Vec<String>,
    /// Guardians who are appointed for other things than what is decided.
    pub outside_mandate: Vec<String>,
    /// What the law asks for and the letter does not tell yet: the block's name and the law.
    pub missing: Vec<(String, String)>,
}

/// Whether nobody has noted where the letter is to go.
fn lacks_address(post: &Post) -> bool {
    match post {
        Post::Address(lines) => lines.is_empty(),
        Post::ForwardedByRegister => false,
    }
}

/// The lines of the address on the letter; `None` when it is protected and never printed.
fn printed_address(post: &Post) -> Option<Vec<String>> {
    match post {
        Post::Address(lines) => Some(lines.clone()),
        Post::ForwardedByRegister => None,
    }
}

/// How a letter would look.
pub(in crate::office) fn look(office: &Office, writing: &Writing, letter: &Letter) -> Preview {
    let all = std::iter::once(&letter.recipient).chain(letter.copies.iter().map(|copy| &copy.recipient));
    let unaddressed = all.filter(|recipient| lacks_address(&recipient.post));
    Preview {
        words: office.letters().preview(letter),
        form: writing.form,
        application: writing.application.id.clone(),
        unaddressed: unaddressed.map(|recipient| recipient.names.join(", ")).collect(),
        not_notified: writing.recipients.not_notified.clone(),
        outside_mandate: writing.recipients.outside_mandate.clone(),
        recipient: letter.recipient.names.clone(),
        address: printed_address(&letter.recipient.post),
        copies: letter.copies.iter().map(|copy| copy.recipient.names.join(", ")).collect(),
        missing: office
            .letters()
            .missing(letter)
            .iter()
            .map(|missing| (missing.block.name().to_owned(), missing.block.law().to_owned()))
            .collect(),
    }
}

/// A letter in a case, ready to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    pub case: Case,
    pub number: String,
    pub party: String,
    pub preview: Preview,
}

/// How a letter in a case would look, with what is written so far.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn preview(office: &Office, actor: &Actor, case: &str, asked: &Asked) -> Result<Ready, OfficeError> {
    actor.may(Action::Look, Thing::Document)?;
    let ready = office.store().read(|tx| {
        let writing = writing(tx, actor, (case, office.today()), asked.form, (&actor.id, None))?;
        let letter = writing.letter(content::of(&writing, asked));
        let preview = look(office, &writing, &letter);
        let (number, party) = (writing.number(), writing.party.name.to_string());
        Ok::<_, OfficeError>((writing.party.id, Ready { case: writing.case, number, party, preview }))
    })?;
    let about = About { thing: Thing::Document, id: "", person: &ready.0 };
    office.looked(actor, about, serde_json::json!({"case": case}).to_string())?;
    Ok(ready.1)
}

/// What the application of a case lacks, for asking the party for it.
///
/// # Errors
/// As [`preview`].
pub fn missing_in_application(office: &Office, actor: &Actor, case: &str) -> Result<Vec<Missing>, OfficeError> {
    let (found, _, _) = office.store().read(|tx| known_case(tx, actor, case))?;
    Ok(intake::said(office, actor, &found.application)?.missing)
}

/// Makes a letter in a case and puts it in the queue; what it promises or asks for is noted on the case.
///
/// # Errors
/// [`OfficeError::Invalid`] when it lacks what the law asks for.
pub fn send_to_queue(office: &Office, actor: &Actor, case: &str, asked: &Asked) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    office.change(actor, |work| {
        let problems = asked.problems(work.today);
        if !problems.is_empty() {
            return Err(OfficeError::Invalid(problems));
        }
        let writing = writing(work.tx, actor, (case, work.today), asked.form, (&actor.id, None))?;
        let content = content::of(&writing, asked);
        let kind = content.kind();
        let id = keep_letters(office, work, &writing, content, Channel::Post)?;
        if let (LetterKind::AdvanceNotice, Some(day)) = (kind, asked.day) {
            store::keep_answer_day(work.tx, (&id, &writing.case.id), day)?;
        }
        if kind == LetterKind::InterimAnswer || kind == LetterKind::DocumentRequest {
            content::note_on_case(work, &writing.case, (asked, &id))?;
        }
        Ok(id)
    })
}
