//! Deadlines as an iCalendar feed (RFC 5545), and the forms on the account page that make and end it.

use super::{App, ProtectedForm, Routes, Visitor, WebError};
use crate::office::calendar::{self, Entry};
use crate::texts::Language;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};

/// The feed, and one's own address to it.
pub fn routes() -> Routes {
    Routes::new().get("/calendar/{file}", feed).post("/account/calendar", make).post("/account/calendar/end", end)
}

/// The page with the new address on it: it is not shown again.
async fn make(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    _form: ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let token = app.office(move |office| calendar::make(office, &actor)).await?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let scheme = if app.settings().secure_cookies { "https" } else { "http" };
    super::account::page(&app, &visitor, format!("{scheme}://{host}/calendar/{token}.ics")).await
}

async fn end(State(app): State<App>, visitor: Visitor, _form: ProtectedForm) -> Result<Redirect, WebError> {
    let actor = visitor.actor();
    app.office(move |office| calendar::end(office, &actor)).await?;
    Ok(Redirect::to("/account"))
}

async fn feed(State(app): State<App>, Path(file): Path<String>) -> Result<Response, WebError> {
    let token = file.strip_suffix(".ics").ok_or(WebError::NotFound)?.to_owned();
    let (officer, entries) = app.office(move |office| calendar::feed(office, &token)).await?;
    let language = Language::from_code(&officer.language);
    let text = |key: &str| app.texts().get(language, key);
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Husrom//NO", "METHOD:PUBLISH"].map(str::to_owned).into();
    lines.push(format!("X-WR-CALNAME:{}", escaped(&text("calendar-name"))));
    let stamp = app.today().strftime("%Y%m%dT000000Z").to_string();
    for entry in &entries {
        lines.extend(event(&stamp, entry, &format!("{}: {}", entry.number, text(entry.what))));
    }
    lines.push("END:VCALENDAR".to_owned());
    let body = lines.iter().map(|line| folded(line)).collect::<String>();
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], body).into_response())
}

fn event(stamp: &str, Entry { case, what, day, .. }: &Entry, summary: &str) -> Vec<String> {
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{what}-{case}@husrom"),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")),
        format!("SUMMARY:{}", escaped(summary)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

/// Text as a value: commas, semicolons, backslashes and line breaks are marked.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A content line holds at most 75 octets; what follows stands on the next after a space.
fn folded(line: &str) -> String {
    const MOST: usize = 74;
    let mut folded = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > MOST {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::{escaped, folded};

    #[test]
    fn a_line_is_folded_between_letters_and_reads_back() {
        let long = format!("SUMMARY:{}", "Foreløpig svar ".repeat(12));
        let lines = folded(&long);
        assert!(lines.split("\r\n").all(|line| line.len() <= 75), "{lines:?}");
        assert_eq!(lines.replace("\r\n ", "").trim_end_matches("\r\n"), long);
        assert_eq!(escaped("a, b; c\\d"), "a\\, b\\; c\\\\d");
    }
}
