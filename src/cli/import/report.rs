//! What an import found and did, for people and for programs.

use super::super::out;
use crate::exchange::CheckedSheet;
use crate::office::imports::{Outcome, Prepared, Tally, rejection_text};
use crate::office::overview::RegisterTotals;
use crate::texts::{Language, Texts};
use serde_json::{Value, json};

/// How each sheet and column was read, on standard error, with what could not be understood.
pub fn readings(prepared: &Prepared) {
    for refused in &prepared.refused {
        out::talk(&format!("{}: {}", refused.name, refused.why));
    }
    for file in &prepared.files {
        for (reading, checked) in &file.sheets {
            let kind = reading.kind.map_or("-", |kind| kind.name());
            out::talk(&format!("{} · {}: {kind}", file.original.name, reading.name));
            if let Some(why) = &reading.set_aside {
                out::talk(&format!("  set aside: {why}"));
                continue;
            }
            for column in &reading.columns {
                let field = column.field.map_or("not understood", |field| field.name());
                out::talk(&format!("  {} = {field} ({} %)", column.label(), column.sure));
            }
            for unknown in &checked.unknown {
                let (column, value, rows) = (&unknown.column, &unknown.value, unknown.rows);
                out::talk(&format!("  {column}: {value:?} is not understood and was left out ({rows} rows)"));
            }
        }
    }
}

/// The whole answer as one object.
pub fn json(prepared: &Prepared, totals: &RegisterTotals, texts: &Texts) -> Value {
    let read = prepared.files.iter().map(|file| {
        let sheets: Vec<Value> = file.sheets.iter().map(|(_, checked)| sheet(checked, texts)).collect();
        json!({"file": file.original.name, "sheets": sheets})
    });
    let refused = prepared.refused.iter().map(|file| {
        let error = json!({"code": file.why.code(), "message": file.why.to_string()});
        json!({"file": file.name, "sheets": [], "error": error})
    });
    json!({"files": read.chain(refused).collect::<Vec<_>>(), "register": totals})
}

fn sheet(checked: &CheckedSheet, texts: &Texts) -> Value {
    let rejected = checked.rejected.iter().map(|rejection| {
        json!({
            "row": rejection.row,
            "column": rejection.column,
            "code": rejection.problem.code(),
            "message": rejection_text(texts, Language::Bokmal, rejection),
        })
    });
    json!({
        "sheet": checked.name,
        "kind": checked.kind.map(|kind| kind.name()),
        "rows": checked.rows,
        "accepted": checked.accepted.len(),
        "repeated": checked.repeated.iter().map(|repeated| json!({"row": repeated.row})).collect::<Vec<_>>(),
        "rejected": rejected.collect::<Vec<_>>(),
    })
}

/// The whole answer in words.
pub fn words(prepared: &Prepared, outcome: &Outcome, totals: &RegisterTotals, texts: &Texts) {
    for file in &prepared.files {
        for (_, checked) in file.sheets.iter().filter(|(reading, _)| reading.set_aside.is_none()) {
            out::data(&format!(
                "{} · {}: {} rows, {} accepted, {} repeated, {} rejected",
                file.original.name,
                checked.name,
                checked.rows,
                checked.accepted.len(),
                checked.repeated.len(),
                checked.rejected_rows().len()
            ));
            for rejection in &checked.rejected {
                let column = rejection.column.as_deref().unwrap_or("-");
                let text = rejection_text(texts, Language::Bokmal, rejection);
                out::data(&format!("  row {}, {column}: {text}", rejection.row));
            }
        }
    }
    let tallies = [
        ("homes", outcome.dwellings),
        ("people", outcome.people),
        ("tenancies", outcome.tenancies),
        ("applications", outcome.applications),
        ("invoices", outcome.invoices),
    ];
    for (name, Tally { new, changed, unchanged }) in tallies {
        out::data(&format!("{name}: {new} new, {changed} changed, {unchanged} as before"));
    }
    if outcome.notes_left_out > 0 {
        out::data(&format!("notes left out, for they name somebody who is protected: {}", outcome.notes_left_out));
    }
    missing(outcome);
    for (name, value) in totals.lines() {
        out::data(&format!("{name}: {value}"));
    }
}

fn missing(outcome: &Outcome) {
    let missing = &outcome.missing;
    for (name, ids) in
        [("homes", &missing.dwellings), ("applications", &missing.applications), ("invoices", &missing.invoices)]
    {
        if !ids.is_empty() {
            out::data(&format!("on the register but not in the files: {} {name}", ids.len()));
        }
    }
}
