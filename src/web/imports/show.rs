//! One import: how its files are read, what is wrong with rows, and what it came to.

use super::state_key;
use crate::exchange::{
    CheckedSheet, ColumnReading, Field, Mapping, SheetKind, SheetMapping, SheetReading, Vocabulary, excel_day,
};
use crate::office::imports::{self, MissingNamed, Outcome, Preview, Tally, rejection_text};
use crate::store::imports::State as ImportState;
use crate::texts::Texts;
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, people, render};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;

#[derive(askama::Template)]
#[template(path = "imports/show.html")]
struct ShowPage {
    frame: Frame,
    id: String,
    state: String,
    as_of: String,
    open: bool,
    /// What it did, or would do when it is saved.
    done: Option<DoneView>,
    /// Files that came with these and could not be read, with the reason.
    refused: Vec<(String, String)>,
    sheets: Vec<SheetView>,
    accepted: i64,
    rejected: i64,
}

impl ShowPage {
    /// Which of the steps one stands at; past the last when it is saved.
    fn step(&self) -> usize {
        if self.open { 1 } else { 3 }
    }
}

struct DoneView {
    title: String,
    tallies: Vec<(String, Tally)>,
    missing: Vec<MissingView>,
    protection_to_check: u64,
    notes_left_out: u64,
    /// The list of them.
    to_check_href: String,
    /// Says who can look at those whom the reader may not see; empty when the reader may.
    checked_by: String,
}

/// What of one kind the files no longer have.
struct MissingView {
    kind: String,
    /// Names and the addresses of their pages.
    things: Vec<(String, String)>,
    more: usize,
}

struct SheetView {
    /// Which file and which sheet of it, for the names of fields.
    place: String,
    file: String,
    name: String,
    kind: String,
    set_aside: Option<String>,
    kinds: Vec<(String, String)>,
    columns: Vec<ColumnView>,
    /// Columns that are not understood and not shown either.
    more_columns: usize,
    fields: Vec<(String, String)>,
    rows: i64,
    accepted: i64,
    repeated: Vec<u32>,
    rejections: Vec<RejectionView>,
    more_rejections: usize,
    rejected_rows: i64,
    /// The number of its spreadsheet of rejected rows.
    rejected_position: usize,
    unknown: Vec<String>,
    /// The columns that are not understood, in a line.
    not_understood: String,
    /// Rows that are no records, with what stands in them.
    skipped: Vec<(u32, String)>,
    more_skipped: usize,
}

struct ColumnView {
    name: String,
    label: String,
    samples: String,
    field: String,
    sure: u32,
}

struct RejectionView {
    row: u32,
    column: String,
    value: String,
    text: String,
}

/// The most rejected cells shown on the page; the spreadsheet has them all.
const SHOWN: usize = 100;
/// The most rows shown that are no records.
const SKIPPED_SHOWN: usize = 20;
/// The most columns shown that are not understood.
const NOT_UNDERSTOOD_SHOWN: usize = 25;

/// The import's page.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    if let Some(progress) = app.shared_office().imports_under_way().progress(&id) {
        return super::progress::page(&visitor, id, progress.rows());
    }
    let (actor, import) = (visitor.actor(), id.clone());
    let (preview, rehearsed) = app
        .office(move |office| {
            let preview = imports::preview(office, &actor, &import)?;
            let rehearsed = imports::rehearsed(office, &actor, &preview)?;
            Ok::<_, crate::office::OfficeError>((preview, rehearsed))
        })
        .await?;
    let frame = visitor.frame();
    let did = || preview.outcome.as_ref().map(|outcome| (outcome, &preview.missing));
    let would_do = rehearsed.as_ref().map(|(outcome, missing)| (outcome, missing));
    let word = |code: &str| frame.t(&format!("import-refused-{code}"));
    let sheets = sheets(&frame, app.texts(), &preview);
    let page = ShowPage {
        state: frame.t(state_key(preview.import.state)),
        as_of: frame.day(&preview.import.as_of),
        open: preview.import.state == ImportState::Preview,
        done: would_do
            .or_else(did)
            .map(|(outcome, missing)| done(&frame, outcome, missing, preview.checked_by.as_deref())),
        refused: preview.refused.iter().map(|(name, code)| (name.clone(), word(code))).collect(),
        accepted: sheets.iter().map(|sheet| sheet.accepted).sum(),
        rejected: sheets.iter().map(|sheet| sheet.rejected_rows).sum(),
        frame,
        id,
        sheets,
    };
    Ok(render(&page)?.into_response())
}

fn done(frame: &Frame, outcome: &Outcome, named: &MissingNamed, checkers: Option<&[String]>) -> DoneView {
    // A rehearsal has no id: nothing was saved under it.
    let title = if outcome.id.is_empty() { "imports-would-title" } else { "imports-done-title" };
    let tallies = [
        ("nav-dwellings", outcome.dwellings),
        ("nav-people", outcome.people),
        ("nav-tenancies", outcome.tenancies),
        ("nav-applications", outcome.applications),
        ("nav-arrears", outcome.invoices),
    ];
    let missing = [
        ("nav-dwellings", "/dwellings", &named.dwellings, outcome.missing.dwellings.len()),
        ("nav-applications", "/applications", &named.applications, outcome.missing.applications.len()),
        ("nav-arrears", "/arrears", &named.invoices, outcome.missing.invoices.len()),
    ];
    let view = |(key, place, named, count): &(&str, &str, &Vec<(String, String)>, usize)| MissingView {
        kind: frame.ta("imports-missing-kind", &[("kind", frame.t(key).as_str()), ("count", &count.to_string())]),
        things: named.iter().map(|(name, id)| (name.clone(), format!("{place}/{id}"))).collect(),
        more: count.saturating_sub(imports::MISSING_SHOWN),
    };
    DoneView {
        title: frame.t(title),
        tallies: tallies.iter().map(|(key, tally)| (frame.t(key), *tally)).collect(),
        missing: missing.iter().filter(|(.., count)| *count > 0).map(view).collect(),
        protection_to_check: outcome.protection_to_check,
        notes_left_out: outcome.notes_left_out,
        to_check_href: format!("/people?protection={}", people::TO_CHECK),
        checked_by: checkers.map_or_else(String::new, |names| checked_by(frame, names)),
    }
}

fn checked_by(frame: &Frame, names: &[String]) -> String {
    match names {
        [] => frame.t("imports-protection-nobody"),
        names => frame.t1("imports-protection-others", "names", names.join(", ")),
    }
}

fn sheets(frame: &Frame, texts: &Texts, preview: &Preview) -> Vec<SheetView> {
    let mut views = Vec::new();
    let mut rejected_position = 0;
    for (at, file) in preview.prepared.files.iter().enumerate() {
        for (reading, checked) in &file.sheets {
            let mut view = sheet(frame, texts, &format!("{at}.{}", reading.index), reading, checked);
            view.file.clone_from(&file.original.name);
            view.rejected_position = rejected_position;
            rejected_position += usize::from(!checked.rejected.is_empty());
            views.push(view);
        }
    }
    views
}

fn sheet(frame: &Frame, texts: &Texts, place: &str, reading: &SheetReading, checked: &CheckedSheet) -> SheetView {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let kinds =
        SheetKind::ALL.iter().map(|kind| (kind.name().to_owned(), frame.t(&format!("import-kind-{}", kind.name()))));
    let mut fields: Vec<(String, String)> = Field::ALL
        .iter()
        .filter(|field| is_offered(**field, reading))
        .map(|field| (field.name().to_owned(), frame.t(&format!("import-field-{}", field.name()))))
        .collect();
    fields.sort_by_key(|(_, text)| housing::text::sort_key(text));
    let rejections = checked.rejected.iter().take(SHOWN).map(|rejection| RejectionView {
        row: rejection.row,
        column: rejection.column.clone().unwrap_or_default(),
        value: shown_value(rejection),
        text: rejection_text(texts, frame.language(), rejection),
    });
    SheetView {
        place: place.to_owned(),
        file: String::new(),
        name: reading.name.clone(),
        kind: reading.kind.filter(|_| reading.set_aside.is_none()).map_or("", SheetKind::name).to_owned(),
        set_aside: reading.set_aside.as_ref().map(|why| frame.t(&format!("import-aside-{}", why.code()))),
        kinds: kinds.collect(),
        columns: shown_columns(reading).map(|column| column_view(place, column)).collect(),
        more_columns: reading.columns.len() - shown_columns(reading).count(),
        fields,
        rows: count(checked.rows),
        accepted: count(checked.accepted.len()),
        repeated: checked.repeated.iter().map(|repeated| repeated.row).collect(),
        rejections: rejections.collect(),
        more_rejections: checked.rejected.len().saturating_sub(SHOWN),
        rejected_rows: count(checked.rejected_rows().len()),
        rejected_position: 0,
        not_understood: checked
            .columns_not_understood
            .iter()
            .take(NOT_UNDERSTOOD_SHOWN)
            .map(|label| format!("«{label}»"))
            .collect::<Vec<_>>()
            .join(", "),
        skipped: checked.skipped.iter().take(SKIPPED_SHOWN).map(|row| (row.row, row.text.clone())).collect(),
        more_skipped: checked.skipped.len().saturating_sub(SKIPPED_SHOWN),
        unknown: checked.unknown.iter().map(|unknown| format!("{}: {}", unknown.column, unknown.value)).collect(),
    }
}

/// A sheet's columns can mean what the vocabulary knows in sheets of its kind; any field while the
/// kind is not known. All fields for every column of a wide sheet would make a heavy page.
fn is_offered(field: Field, reading: &SheetReading) -> bool {
    let has_it = reading.says(field);
    has_it || reading.kind.is_none_or(|kind| Vocabulary::built_in().knows(kind, field))
}

/// The columns of a sheet that can be given another meaning: all that are understood, and the first of
/// the others. A choice for each of hundreds would make a heavy page that nobody reads.
fn shown_columns(reading: &SheetReading) -> impl Iterator<Item = &ColumnReading> {
    let mut not_understood = 0;
    reading.columns.iter().filter(move |column| {
        not_understood += usize::from(column.field.is_none());
        column.field.is_some() || not_understood <= NOT_UNDERSTOOD_SHOWN
    })
}

/// What stood in the cell; an identity number is never shown whole.
fn shown_value(rejection: &crate::exchange::Rejection) -> String {
    if rejection.problem.code().starts_with("identity") { "•••".to_owned() } else { rejection.value.clone() }
}

fn column_view(place: &str, column: &ColumnReading) -> ColumnView {
    let secret = column.field == Some(Field::Identity);
    ColumnView {
        name: format!("column.{place}.{}", column.column),
        label: column.label(),
        samples: if secret { "•••".to_owned() } else { samples(column) },
        field: column.field.map_or("", Field::name).to_owned(),
        sure: column.sure,
    }
}

/// The first values; the days of a spreadsheet as days, also where it shows them as numbers.
fn samples(column: &ColumnReading) -> String {
    let shown = |sample: &String| match column.field.filter(|field| field.is_day()) {
        Some(_) => excel_day(sample).map_or_else(|| sample.clone(), |day| day.strftime("%d.%m.%Y").to_string()),
        None => sample.clone(),
    };
    column.samples.iter().map(shown).collect::<Vec<_>>().join(" · ")
}

/// Corrects how the files are read.
pub async fn remap(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Redirect, WebError> {
    let (actor, import) = (visitor.actor(), id.clone());
    app.office(move |office| {
        let preview = imports::preview(office, &actor, &import)?;
        let mappings: Vec<Mapping> = preview
            .prepared
            .files
            .iter()
            .enumerate()
            .map(|(at, file)| Mapping {
                sheets: file.sheets.iter().map(|(reading, _)| corrected(&form, at, reading)).collect(),
            })
            .collect();
        imports::remap(office, &actor, &import, &mappings)
    })
    .await?;
    Ok(Redirect::to(&format!("/imports/{id}")))
}

/// A sheet's mapping as the form says it.
fn corrected(form: &FormValues, file: usize, reading: &SheetReading) -> SheetMapping {
    let place = format!("{file}.{}", reading.index);
    let kind = form.get(&format!("kind.{place}"));
    let columns: BTreeMap<String, Field> = reading
        .columns
        .iter()
        .map(|column| {
            let chosen = form.get(&format!("column.{place}.{}", column.column));
            (column.label(), chosen.parse().unwrap_or(Field::Ignored))
        })
        .collect();
    SheetMapping {
        name: Some(reading.name.clone()).filter(|name| !name.is_empty()),
        kind: SheetKind::ALL.into_iter().find(|known| known.name() == kind),
        header_row: reading.header_row,
        columns,
    }
}
