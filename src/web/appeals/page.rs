//! The page of appeals in a case.

use crate::access::{self, Action, Thing};
use crate::office::appeals::{self, Contents, DueWhat, Listed, Mended, Origin, Under, Whole};
use crate::office::decisions::Deadline;
use crate::web::decisions::deadline_text;
use crate::web::dwellings::choices;
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::appeals::{AppealDefect, AppealResult, AppealState, DismissalGround, LateGround, Reconsideration};

#[derive(askama::Template)]
#[template(path = "appeals/show.html")]
struct AppealPage {
    frame: Frame,
    id: String,
    title: String,
    party: String,
    restricted: bool,
    address_hidden: bool,
    /// The file can go with an appeal to the body that hears it.
    for_body: bool,
    may_change: bool,
    stale: bool,
    /// The last day to appeal; empty when nothing can be appealed.
    deadline: String,
    decision_version: Option<i64>,
    appeals: Vec<AppealView>,
    /// Nothing is under way, and there is something to appeal.
    may_receive: bool,
    form: FormValues,
    /// What the appeal can be on: the decision (no value) or the dismissal of an earlier one.
    appealable: Vec<(String, String)>,
    grounds: Vec<(String, String)>,
    /// Why an appeal is not taken up though it is in time.
    dismissals: Vec<(String, String)>,
    defects: Vec<(String, String)>,
    reconsiderations: Vec<(String, String)>,
    results: Vec<(String, String)>,
    /// What a party who asks to see the case gets, in order.
    documents: Vec<DocumentView>,
    /// Third persons whom it tells of: id, name and who they are.
    persons: Vec<(String, String, String)>,
}

/// Something in the case's file.
struct DocumentView {
    number: u32,
    id: String,
    title: String,
    day: String,
    /// Where it is opened.
    href: String,
    has_pages: bool,
}

struct AppealView {
    version: i64,
    open: bool,
    state: String,
    /// The word of where it stands.
    word: &'static str,
    received: String,
    wanted: String,
    in_the_name_of: String,
    signed: bool,
    handed_in: String,
    /// The day of the dismissal that it is on; empty for an appeal on the decision.
    dismissal_of: String,
    /// What came when it was to be mended: the day, and what.
    mended: Vec<(String, Vec<String>)>,
    /// The limit that a change to harm did not keep.
    harm_limit_broken: String,
    may_be_withdrawn: bool,
    forward_due: String,
    harm_limit: String,
    handler_problem: bool,
    /// The visitor would dismiss it: another looks at that.
    own_dismissal: bool,
    /// Why somebody would dismiss it.
    dismissal: String,
    barred: bool,
    /// The unit gave way in full: nothing is forwarded.
    granted: bool,
    alarms: Vec<String>,
    steps: Vec<(String, String, String, String)>,
    calls_for_new_decision: bool,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, FormValues::default(), StatusCode::OK).await
}

/// The page, with what was typed in a form on it that was refused.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = access::may(actor.role, Action::Change, Thing::Appeal).is_ok();
    let whole = app.office(move |office| appeals::whole(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let Whole { decision, deadline, .. } = &whole;
    let Contents { entries, persons } = whole.contents.clone();
    let page = AppealPage {
        title: frame.t1("appeal-title", "number", &whole.number),
        party: whole.party.clone(),
        restricted: whole.restricted,
        address_hidden: whole.address_hidden,
        for_body: whole.appeals.iter().any(|under| {
            under.row.open
                && matches!(under.appeal.state(), AppealState::Reconsidered { .. } | AppealState::Forwarded { .. })
        }),
        may_change,
        stale: answer == StatusCode::CONFLICT,
        deadline: deadline.map(|deadline| deadline_text(&frame, deadline)).unwrap_or_default(),
        decision_version: decision.as_ref().map(|decision| decision.version),
        may_receive: may_change && decision.is_some() && whole.appeals.iter().all(|appeal| !appeal.row.open),
        appeals: whole.appeals.iter().map(|appeal| view(&frame, appeal)).collect(),
        appealable: appealable(&frame, &whole),
        dismissals: choices(&frame, NO_RIGHT, DismissalGround::code, DismissalGround::text_key),
        grounds: choices(&frame, LateGround::ALL, LateGround::code, LateGround::text_key),
        defects: choices(&frame, AppealDefect::ALL, AppealDefect::code, AppealDefect::text_key),
        reconsiderations: choices(&frame, Reconsideration::ALL, Reconsideration::code, Reconsideration::text_key),
        results: choices(&frame, AppealResult::ALL, AppealResult::code, AppealResult::text_key),
        documents: entries.into_iter().map(|listed| document_view(&frame, &whole.case, listed)).collect(),
        persons: persons.into_iter().map(|person| (person.id, person.name, person.who)).collect(),
        id: whole.case.clone(),
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

fn document_view(frame: &Frame, case: &str, listed: Listed) -> DocumentView {
    let Listed { number, id, title, day, has_pages, origin } = listed;
    let href = match origin {
        Origin::Typed => format!("/cases/{case}/records/{id}"),
        Origin::HandedIn => format!("/documents/{id}"),
        Origin::Letter => format!("/letters/{id}"),
    };
    DocumentView { number, title, day: frame.day(&day), href, has_pages, id }
}

fn view(frame: &Frame, under: &Under) -> AppealView {
    let appeal = &under.appeal;
    let word = appeal.state().word();
    let alarms = under.alarms.iter().map(|alarm| frame.t(DueWhat::Appeal(*alarm).text_key()));
    let steps = under.steps.iter().rev().map(|step| {
        let title = frame.t(&format!("appeal-state-{}", step.state));
        (step.day.to_string(), frame.day(&step.day), title, step.who.clone())
    });
    AppealView {
        version: under.row.version,
        open: under.row.open,
        state: frame.t(&format!("appeal-state-{word}")),
        word,
        received: frame.day(&appeal.received),
        wanted: under.told.wanted.clone(),
        in_the_name_of: under.told.in_the_name_of.clone(),
        signed: under.told.signed,
        handed_in: appeal.handed_in().map(|day| frame.day(&day)).unwrap_or_default(),
        dismissal_of: if appeal.decision.is_dismissal { frame.day(&appeal.decision.decided) } else { String::new() },
        mended: under.told.mended.iter().map(|mended| (frame.day(&mended.on), mended_words(frame, mended))).collect(),
        harm_limit_broken: under.harm_limit_broken.map(|day| frame.day(&day)).unwrap_or_default(),
        may_be_withdrawn: appeal.may_be_withdrawn(),
        forward_due: frame.day(&under.forward_due),
        harm_limit: frame.day(&appeal.harm_limit()),
        handler_problem: under.own_decision,
        own_dismissal: under.own_dismissal,
        dismissal: under.dismissal.clone(),
        barred: appeal.is_barred(),
        granted: matches!(appeal.state(), AppealState::Reconsidered { result: Reconsideration::Granted, .. }),
        alarms: alarms.collect(),
        steps: steps.collect(),
        calls_for_new_decision: appeal.calls_for_new_decision(),
    }
}

/// Why nobody has the right to an appeal.
const NO_RIGHT: &[DismissalGround] = &[DismissalGround::NoRight, DismissalGround::NotAppealable];

/// What an appeal can be on; empty when there is only the decision.
fn appealable(frame: &Frame, whole: &Whole) -> Vec<(String, String)> {
    if whole.dismissals.is_empty() {
        return Vec::new();
    }
    let said = |key: &str, deadline: Option<Deadline>, day: String| {
        let deadline = deadline.map(|deadline| deadline_text(frame, deadline)).unwrap_or_default();
        frame.ta(key, &[("day", &day), ("deadline", &deadline)])
    };
    let decided = whole.decision.as_ref().and_then(|decision| decision.decided);
    let decision = said("appeal-on-decision", whole.deadline, decided.map(|day| frame.day(&day)).unwrap_or_default());
    let dismissals = whole
        .dismissals
        .iter()
        .map(|it| (it.appeal.clone(), said("appeal-on-dismissal", it.deadline, frame.day(&it.dismissed))));
    std::iter::once((String::new(), decision)).chain(dismissals).collect()
}

/// What came in when an appeal was mended.
fn mended_words(frame: &Frame, mended: &Mended) -> Vec<String> {
    let signed = mended.signed.then(|| frame.t("appeal-mended-signed"));
    let authorised = mended.authorised.then(|| frame.t("appeal-mended-authorised"));
    let wanted = Some(mended.wanted.trim().to_owned()).filter(|wanted| !wanted.is_empty());
    [signed, authorised, wanted].into_iter().flatten().collect()
}
