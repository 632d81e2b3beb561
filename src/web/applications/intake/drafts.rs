//! What is typed is kept: by the script as it is typed, by a button without it. And whether somebody like the one
//! that is typed is on the register already.

use crate::access::{Action, Thing};
use crate::office::{OfficeError, intake};
use crate::web::people::{born_and_age, read as read_person};
use crate::web::{App, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

/// Keeps what stands in the form. The script is told the draft's id; somebody without it comes back to the form.
pub(in crate::web::applications) async fn save_draft(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let own = values.filled("draft").map(str::to_owned);
    let by_script = values.has("auto", "true");
    let mut pairs = values.to_keep();
    pairs.retain(|(name, value)| !value.trim().is_empty() && name != "draft" && name != "auto");
    let id = app.office(move |office| intake::save_draft(office, &actor, own.as_deref(), &pairs)).await?;
    if by_script {
        return Ok(([(header::CONTENT_TYPE, "text/plain")], id).into_response());
    }
    Ok(Redirect::to(&format!("/applications/new?draft={id}")).into_response())
}

pub(in crate::web::applications) async fn discard(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    _form: ProtectedForm,
) -> Result<Redirect, WebError> {
    let actor = visitor.actor();
    app.office(move |office| intake::discard(office, &actor, &id)).await?;
    Ok(Redirect::to("/applications/new"))
}

#[derive(askama::Template)]
#[template(path = "applications/alike.html")]
struct Alike {
    frame: Frame,
    people: Vec<AlikeView>,
}

struct AlikeView {
    id: String,
    text: String,
    applications: Vec<(String, String)>,
}

/// Those on the register who may be the one that is being typed, with their open applications.
pub(in crate::web::applications) async fn alike(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let (person, _) = read_person(&values, app.today());
    let found = app
        .office(move |office| {
            let mut found = Vec::new();
            if !person.name.family.is_empty() || person.identity.is_some() {
                for person in intake::alike(office, &actor, &person)? {
                    let open = intake::open_applications(office, &actor, &person.id)?;
                    found.push((person, open));
                }
            }
            Ok::<_, OfficeError>(found)
        })
        .await?;
    let frame = visitor.frame();
    let view = |(person, open): &(crate::store::people::Person, Vec<crate::store::applications::Application>)| {
        let born = born_and_age(&frame, person.born);
        AlikeView {
            id: person.id.clone(),
            text: [person.name.to_string(), born]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            applications: open.iter().map(|it| (format!("/applications/{}", it.id), it.number())).collect(),
        }
    };
    let people = found.iter().map(view).collect();
    Ok(render(&Alike { frame, people })?.into_response())
}
