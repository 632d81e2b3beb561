//! The letters that wait to be sent.

use crate::access::{self, Action, Thing};
use crate::office::letters::{self, FolderChannel, InQueue, Way};
use crate::office::{Actor, Office, OfficeError, Problem};
use crate::web::reading::{Outcome, needed_day};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use housing::Date;

#[derive(askama::Template)]
#[template(path = "letters/queue.html")]
struct QueuePage {
    frame: Frame,
    rows: Vec<RowView>,
    /// How many of them carry no address.
    unaddressed: usize,
    form: FormValues,
    may_change: bool,
    has_folder: bool,
    channels: Vec<(String, String)>,
    today: String,
}

struct RowView {
    id: String,
    title: String,
    recipient: String,
    person: String,
    case_href: String,
    since: String,
    /// It carries no address.
    unaddressed: bool,
    chosen: bool,
}

/// Which letters are chosen when the page is opened: none, or with `choose=all` every one.
#[derive(serde::Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    choose: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let mut form = FormValues::default();
    form.set("choose", asked.choose);
    page(&app, &visitor, form, StatusCode::OK).await
}

async fn page(app: &App, visitor: &Visitor, form: FormValues, answer: StatusCode) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = access::may(actor.role, Action::Change, Thing::Document).is_ok();
    let letters = app.office(move |office| letters::queue(office, &actor)).await?;
    let frame = visitor.frame();
    let page = QueuePage {
        unaddressed: letters.iter().filter(|letter| letter.waiting.dispatch.unaddressed).count(),
        rows: letters.iter().map(|letter| row(&frame, letter, &form)).collect(),
        channels: channels(&frame),
        has_folder: app.settings().dispatch_folder.is_some(),
        today: frame.today.to_string(),
        may_change,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

/// The ways a letter can leave, each with its code.
pub(in crate::web) fn channels(frame: &Frame) -> Vec<(String, String)> {
    let named = |way: &Way| {
        let key = format!("letter-channel-{}", way.code().to_lowercase().replace('_', "-"));
        (way.code().to_owned(), frame.t(&key))
    };
    Way::ALL.iter().map(named).collect()
}

fn row(frame: &Frame, letter: &InQueue, form: &FormValues) -> RowView {
    let waiting = &letter.waiting;
    let id = waiting.dispatch.document.clone();
    RowView {
        title: waiting.title.clone(),
        recipient: waiting.dispatch.recipient.clone(),
        person: letter.person.clone(),
        case_href: waiting.case.as_ref().map(|case| format!("/cases/{case}")).unwrap_or_default(),
        since: frame.instant(&waiting.dispatch.queued_at),
        unaddressed: waiting.dispatch.unaddressed,
        chosen: form.get("choose") == "all" || form.has("letter", &id),
        id,
    }
}

/// What is done with the chosen letters.
enum Doing {
    Sent(Way, Date),
    /// With the title of the file.
    Print(String),
    HandOver,
}

pub(super) async fn act(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Document)?;
    let ids: Vec<String> = form.all("letter").map(str::to_owned).collect();
    let mut problems = Vec::new();
    if ids.is_empty() {
        problems.push(Problem::plain("letter", "letter-problem-none-chosen"));
    }
    let doing = match form.get("action") {
        "print" => Some(Doing::Print(visitor.frame().t("letters-queue"))),
        "hand-over" => Some(Doing::HandOver),
        _ => {
            let way = Way::from_code(form.get("channel"));
            if way.is_none() {
                problems.push(Problem::plain("channel", "letter-problem-channel"));
            }
            way.zip(needed_day(&form, "sent", &mut problems)).map(|(way, day)| Doing::Sent(way, day))
        }
    };
    let (Some(doing), true) = (doing, problems.is_empty()) else {
        form.errors = visitor.frame().words(&problems);
        return page(&app, &visitor, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let folder = app.settings().dispatch_folder.clone();
    let done = app.office(move |office| Outcome::of(carry_out(office, &actor, &ids, &doing, folder))).await?;
    let saved = match done {
        Outcome::Done(Some(bytes)) => return Ok(printed(visitor.frame().today, bytes)),
        Outcome::Done(None) => Outcome::Done(()),
        Outcome::Refused(problems) => Outcome::Refused(problems),
        Outcome::Stale => Outcome::Stale,
    };
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to("/letters/queue").into_response()),
        Some(answer) => page(&app, &visitor, form, answer).await,
    }
}

fn carry_out(
    office: &Office,
    actor: &Actor,
    ids: &[String],
    doing: &Doing,
    folder: Option<std::path::PathBuf>,
) -> Result<Option<Vec<u8>>, OfficeError> {
    match doing {
        Doing::Sent(way, day) => letters::mark_sent(office, actor, ids, *way, *day).map(|()| None),
        Doing::Print(title) => letters::printed(office, actor, title, ids).map(Some),
        Doing::HandOver => {
            let none = || OfficeError::Invalid(vec![Problem::plain("letter", "letter-problem-no-folder")]);
            let channel = FolderChannel { folder: folder.ok_or_else(none)? };
            letters::hand_over(office, actor, ids, &channel).map(|()| None)
        }
    }
}

/// The letters in one file for the printer.
fn printed(day: Date, bytes: Vec<u8>) -> Response {
    let disposition = format!("inline; filename=\"brev-{day}.pdf\"");
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}
