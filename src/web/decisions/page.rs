//! The page of a case's decision.

use super::form::fill;
use super::grounds::{self, AssessmentView, RulesView};
use crate::access::{self, Action, Role, Thing};
use crate::office::decisions::{self, Deadline, Opened, Standing, StepTold, Whole};
use crate::office::letters::Preview;
use crate::store::decisions::State as Stands;
use crate::store::documents::{Dispatch, RecipientKind};
use crate::web::dwellings::choices;
use crate::web::letters::channels;
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::decisions::{
    DecisionKind, FollowUpChoice, FollowUpKind, Given, HomeAccess, Notice, Outcome, RefusalGround, WrittenCondition,
    WrittenForm, asks_for_follow_up, outcomes_of, reversals_of,
};

#[derive(askama::Template)]
#[template(path = "decisions/show.html")]
struct DecisionPage {
    frame: Frame,
    id: String,
    title: String,
    kind: String,
    applicant: String,
    applicant_href: String,
    restricted: bool,
    closed: bool,
    may_change: bool,
    stale: bool,
    form: FormValues,
    outcomes: Vec<(String, String)>,
    /// What a reversal can come to; nothing while no decision stands.
    reversals: Vec<(String, String)>,
    forms: Vec<(String, String)>,
    writing: Option<WritingView>,
    earlier: Vec<EarlierView>,
    channels: Vec<(String, String)>,
}

/// A decision being written, with its letter beside it.
struct WritingView {
    version: i64,
    state: String,
    tone: &'static str,
    prepared_by: String,
    /// The visitor may change its words.
    own: bool,
    /// It waits for a signature, and the visitor is somebody else.
    to_approve: bool,
    /// The visitor's role may sign it.
    may_sign: bool,
    takes_two: bool,
    /// The visitor may sign it alone.
    sign_alone: bool,
    signers: String,
    lacks: Vec<String>,
    remarks: Vec<StepView>,
    assessment: AssessmentView,
    rules_changed: Option<RulesView>,
    /// What a grant gives, when this is one.
    gives: Option<Given>,
    /// Help under *boligsosialloven*, whose main content the letter tells by itself.
    is_help: bool,
    is_refusal: bool,
    /// It takes the place of another decision.
    is_reversal: bool,
    /// The party gets less than they had.
    harms: bool,
    /// When they were warned and how long they have to answer; empty when they were not.
    notice: String,
    /// The offer that falls when it is signed; empty when none does.
    falls: String,
    follow_up: bool,
    conditions: Vec<WrittenCondition>,
    has_conditions: bool,
    refusal_grounds: Vec<(String, String, bool)>,
    access: Vec<(String, String, bool)>,
    follow_up_kinds: Vec<(String, String, bool)>,
    follow_up_choices: Vec<(String, String)>,
    levels: Vec<(String, String)>,
    /// `None` when the address is protected.
    post_address: Option<String>,
    preview: Preview,
    missing: Vec<String>,
}

struct StepView {
    iso: String,
    day: String,
    title: String,
    who: String,
    remarks: String,
    tone: &'static str,
}

/// A decision that was signed or withdrawn.
struct EarlierView {
    title: String,
    state: String,
    tone: &'static str,
    decided: String,
    deadline: String,
    stands: bool,
    sealed: bool,
    letter_href: String,
    conclusion: String,
    /// Who wrote it, and who stands behind it, each with the day.
    written_by: String,
    approved_by: String,
    signed_by: String,
    steps: Vec<StepView>,
    /// To whom its letter goes, with the address of each copy.
    recipients: Vec<(String, String)>,
    /// The municipality's rules it stands on: their address and name; empty where it stands on none.
    rules: (String, String),
    /// Its letter has left, and it is not proven when it arrived.
    arrival_presumed: bool,
    /// The letter has left, and how can be corrected.
    sent: bool,
    review_on: String,
    version: i64,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, None, StatusCode::OK).await
}

/// The page; `typed` is what stood in a form that was refused.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    typed: Option<FormValues>,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (own, role) = (actor.id.clone(), actor.role);
    let whole = app.office(move |office| decisions::whole(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let may_change = access::may(role, Action::Change, Thing::Decision).is_ok();
    let (filled, conditions) = whole.being_written.as_ref().map(|open| fill(&open.written)).unwrap_or_default();
    let errors = typed.as_ref().map(|typed| typed.errors.clone()).unwrap_or_default();
    let arrived = typed.as_ref().map(|typed| typed.get("arrived").to_owned()).unwrap_or_default();
    let review_on = typed.as_ref().filter(|typed| typed.errors.contains_key("review_on"));
    let review_on = review_on.map(|typed| typed.get("review_on").to_owned());
    let kept = typed.filter(|typed| !typed.get("conclusion").is_empty() || !typed.get("reasons").is_empty());
    let mut form = kept.unwrap_or(filled);
    form.errors = errors;
    form.set("arrived", arrived);
    if whole.being_written.is_none() {
        let planned = whole.standing().and_then(|standing| standing.decision.review_on);
        form.set("review_on", review_on.or(planned.map(|day| day.to_string())).unwrap_or_default());
    }
    let outcomes = outcomes_of(whole.case.kind, whole.standing().is_some());
    if let ([only], None) = (outcomes.as_slice(), &whole.being_written) {
        form.set("outcome", only.code().to_owned());
    }
    let page = DecisionPage {
        title: frame.t1("decision-title", "number", &whole.number),
        kind: frame.t(&whole.case.kind.text_key()),
        applicant: whole.applicant.name.to_string(),
        applicant_href: format!("/people/{}", whole.applicant.id),
        restricted: whole.case.restricted,
        closed: whole.case.closed.is_some() && whole.standing().is_none(),
        may_change,
        stale: answer == StatusCode::CONFLICT,
        reversals: if outcomes.contains(&Outcome::Reversal) {
            choices(&frame, &reversals_of(whole.case.kind), Outcome::code, Outcome::text_key)
        } else {
            Vec::new()
        },
        outcomes: outcomes.iter().map(|it| (it.code().to_owned(), frame.t(&it.text_key()))).collect(),
        forms: choices(&frame, WrittenForm::ALL, WrittenForm::code, WrittenForm::text_key),
        writing: whole
            .being_written
            .as_ref()
            .map(|open| writing_view(&frame, &whole, open, conditions, (own.as_str(), role, may_change))),
        channels: channels(&frame),
        earlier: whole.earlier.iter().map(|signed| earlier_view(&frame, signed)).collect(),
        id: whole.case.id.clone(),
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

fn writing_view(
    frame: &Frame,
    whole: &Whole,
    open: &Opened,
    conditions: Vec<WrittenCondition>,
    (own, role, may_change): (&str, Role, bool),
) -> WritingView {
    let (decision, written, kind) = (&open.decision, &open.written, whole.case.kind);
    let gives = written.comes_to().is_some_and(Outcome::gives);
    let mine = decision.prepared_by == own;
    let mandate = open.mandate.as_ref();
    let in_mandate = mandate.is_some_and(|mandate| mandate.allows(role.code()).is_ok());
    let takes_two = mandate.is_none_or(|mandate| mandate.two_people);
    let open_for_writing = matches!(decision.state, Stands::Draft | Stands::Returned);
    let roles: Option<Vec<String>> =
        mandate.map(|it| it.roles.iter().map(|role| frame.t(&format!("role-{role}")).to_lowercase()).collect());
    let problems: Vec<_> = open.lacks.iter().map(|lack| decisions::worded(*lack)).collect();
    let is_offered = |ground: &RefusalGround| {
        ground.refuses(kind) || !ground.can_refuse() || written.refusal_grounds.contains(ground)
    };
    let offered: Vec<RefusalGround> = RefusalGround::ALL.iter().copied().filter(is_offered).collect();
    WritingView {
        version: decision.version,
        state: frame.t(&format!("decision-state-{}", decision.state.code())),
        tone: tone(decision.state),
        prepared_by: open.prepared_by.clone(),
        own: mine && open_for_writing && may_change,
        to_approve: decision.state == Stands::Submitted && !mine && may_change,
        may_sign: in_mandate,
        takes_two,
        sign_alone: mine && open_for_writing && in_mandate && !takes_two,
        signers: roles.unwrap_or_default().join(", "),
        lacks: problems.iter().map(|problem| worded(frame, problem)).collect(),
        remarks: open.steps.iter().rev().map(|step| step_view(frame, step)).collect(),
        assessment: grounds::assessment(frame, &open.assessed, written.form.unwrap_or(WrittenForm::Bokmal)),
        rules_changed: open.rules_changed.as_ref().map(|changed| grounds::rules(frame, changed)),
        gives: gives.then(|| kind.given()),
        is_help: kind == DecisionKind::HousingHelp,
        is_refusal: written.comes_to() == Some(Outcome::Refusal),
        is_reversal: written.outcome == Some(Outcome::Reversal),
        harms: open.harms,
        notice: open.notice.map(|notice| notice_text(frame, notice)).unwrap_or_default(),
        falls: open
            .falls
            .map(|day| frame.t1("decision-offer-falls-warning", "day", frame.day(&day)))
            .unwrap_or_default(),
        follow_up: asks_for_follow_up(kind, written.outcome),
        has_conditions: !written.conditions.is_empty(),
        conditions,
        refusal_grounds: ticked(frame, &offered, &written.refusal_grounds, |it| (it.code(), it.text_key())),
        access: ticked(frame, HomeAccess::ALL, &written.access, |it| (it.code(), it.text_key())),
        follow_up_kinds: ticked(frame, FollowUpKind::ALL, &written.follow_up_kinds, |it| (it.code(), it.text_key())),
        follow_up_choices: choices(frame, FollowUpChoice::ALL, FollowUpChoice::code, FollowUpChoice::text_key),
        levels: (1..=5).map(|level| (level.to_string(), frame.t(&format!("follow-up-amount-{level}")))).collect(),
        post_address: whole.post_address.as_ref().map(|lines| lines.join("\n")),
        missing: missing(frame, &open.preview),
        preview: open.preview.clone(),
    }
}

/// What a grant is asked to tell in words.
const fn given_key(given: &Given) -> &'static str {
    match *given {
        Given::Stay => "decision-given-stay",
        Given::Money => "decision-given-money",
        Given::Lease | Given::Help => "decision-given-help",
    }
}

fn notice_text(frame: &Frame, notice: Notice) -> String {
    match notice.sent {
        Some(sent) => {
            let (sent, day) = (frame.day(&sent), frame.day_or_dash(&notice.answer_by));
            frame.ta("decision-notice-sent", &[("sent", &sent), ("day", &day)])
        }
        None => frame.t("decision-notice-waits"),
    }
}

/// What the law asks for and the letter does not tell yet.
pub(in crate::web) fn missing(frame: &Frame, preview: &Preview) -> Vec<String> {
    let told = preview.missing.iter();
    told.map(|(block, law)| frame.ta("letter-problem-missing", &[("block", block), ("law", law)])).collect()
}

fn worded(frame: &Frame, problem: &crate::office::Problem) -> String {
    let facts: Vec<(&str, &str)> = problem.facts.iter().map(|(name, fact)| (*name, fact.as_str())).collect();
    frame.ta(problem.text, &facts)
}

fn ticked<T: Copy + PartialEq>(
    frame: &Frame,
    all: &[T],
    chosen: &[T],
    named: impl Fn(T) -> (&'static str, String),
) -> Vec<(String, String, bool)> {
    let tick = |one: &T| {
        let (code, key) = named(*one);
        (code.to_owned(), frame.t(&key), chosen.contains(one))
    };
    all.iter().map(tick).collect()
}

const fn tone(state: Stands) -> &'static str {
    match state {
        Stands::Draft => "neutral",
        Stands::Submitted => "info",
        Stands::Returned => "warning",
        Stands::Signed => "success",
        Stands::Withdrawn => "neutral",
    }
}

fn step_view(frame: &Frame, step: &StepTold) -> StepView {
    StepView {
        iso: step.day.to_string(),
        day: frame.day(&step.day),
        title: frame.t(&format!("decision-state-{}", step.state.code())),
        who: step.who.clone(),
        remarks: step.remarks.clone(),
        tone: tone(step.state),
    }
}

fn earlier_view(frame: &Frame, signed: &Standing) -> EarlierView {
    let decision = &signed.decision;
    let reversed = decision.state == Stands::Signed && !decision.stands;
    let state = if reversed {
        "decision-state-reversed".to_owned()
    } else {
        format!("decision-state-{}", decision.state.code())
    };
    let last = signed.steps.iter().rfind(|step| step.state == Stands::Signed);
    let took_two = decision.signed_by.as_ref().is_some_and(|signed_by| *signed_by != decision.prepared_by);
    EarlierView {
        title: decision.outcome.map(|outcome| frame.t(&outcome.text_key())).unwrap_or_default(),
        state: frame.t(&state),
        tone: if reversed { "neutral" } else { tone(decision.state) },
        decided: frame.day_or_dash(&decision.decided),
        deadline: signed.deadline.map(|deadline| deadline_text(frame, deadline)).unwrap_or_default(),
        stands: decision.stands,
        sealed: signed.sealed,
        letter_href: decision.document.as_ref().map(|id| format!("/letters/{id}")).unwrap_or_default(),
        conclusion: signed.written.conclusion.clone(),
        written_by: signed.steps.first().map(|step| by(frame, step)).unwrap_or_default(),
        approved_by: last.filter(|_| took_two).map(|step| by(frame, step)).unwrap_or_default(),
        signed_by: last.filter(|_| !took_two).map(|step| by(frame, step)).unwrap_or_default(),
        steps: signed.steps.iter().map(|step| step_view(frame, step)).collect(),
        recipients: signed.letters.iter().map(|letter| recipient(frame, letter)).collect(),
        review_on: decision.review_on.map(|day| frame.day(&day)).unwrap_or_default(),
        version: decision.version,
        arrival_presumed: decision.stands && signed.deadline.is_some_and(is_presumed),
        sent: decision.stands && signed.letters.iter().any(|letter| letter.sent.is_some()),
        rules: signed.rule_set.as_ref().map(|set| grounds::set(frame, set)).unwrap_or_default(),
    }
}

/// Who did it, and when.
fn by(frame: &Frame, step: &StepTold) -> String {
    frame.ta("decision-on-day", &[("name", &step.who), ("day", &frame.day(&step.day))])
}

/// Who gets a letter, and where it is opened.
fn recipient(frame: &Frame, letter: &Dispatch) -> (String, String) {
    let text = match letter.recipient_kind {
        RecipientKind::Party => "decision-recipient-party",
        RecipientKind::Representative => "decision-recipient-representative",
        RecipientKind::Body => return (format!("/letters/{}", letter.document), letter.recipient.clone()),
    };
    (format!("/letters/{}", letter.document), frame.t1(text, "name", &letter.recipient))
}

/// Whether the last day to appeal rests on when the letter is presumed to have arrived (`L1.8`).
const fn is_presumed(deadline: Deadline) -> bool {
    match deadline {
        Deadline::Runs(runs) => runs.presumed,
        Deadline::NotSent | Deadline::Interrupted { .. } => false,
    }
}

/// The last day to appeal, and what it rests on.
pub(in crate::web) fn deadline_text(frame: &Frame, deadline: Deadline) -> String {
    match deadline {
        Deadline::NotSent => frame.t("deadline-not-sent"),
        Deadline::Interrupted { since } => frame.t1("deadline-interrupted", "day", frame.day(&since)),
        Deadline::Runs(runs) => {
            let key = match (runs.from_reasons, runs.presumed) {
                (true, _) => "deadline-from-reasons",
                (false, true) => "deadline-presumed",
                (false, false) => "deadline-proven",
            };
            let key = if runs.from_letter { "deadline-from-letter" } else { key };
            let (day, begins) = (frame.day(&runs.last_day), frame.day(&runs.begins));
            frame.ta(key, &[("day", &day), ("begins", &begins)])
        }
    }
}
