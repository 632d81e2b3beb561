//! One office's untidy files, beside the repository where it is built, must give exactly the figures
//! that stand with them. The tests of invented offices hold the same behaviours where the files are not.

use std::collections::BTreeMap;
use std::path::PathBuf;

use housing::dwellings::{Category, DwellingStatus};
use serde_json::Value;

use super::*;

fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/fjordvik");
    folder.is_dir().then_some(folder)
}

fn expected() -> Option<(PathBuf, Value)> {
    let folder = folder()?;
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("the figures stand with the files");
    Some((folder, serde_json::from_str(&text).expect("the figures are JSON")))
}

fn sheets(folder: &std::path::Path, name: &str) -> Vec<(SheetReading, CheckedSheet)> {
    checked(std::fs::read(folder.join(name)).expect("the file stands there"), name)
}

fn homes(checked: &CheckedSheet) -> Vec<&DwellingRow> {
    checked
        .accepted
        .iter()
        .filter_map(|accepted| match &accepted.record {
            Record::Dwelling(home) => Some(home.as_ref()),
            Record::Application(_) | Record::Invoice(_) => None,
        })
        .collect()
}

#[test]
fn homes_and_tenancies() {
    let Some((folder, expected)) = expected() else { return };
    let expected = &expected["homes"];
    let sheets = sheets(&folder, "boligoversikt.xlsx");
    let (reading, checked) = &sheets[0];
    assert_eq!(reading.kind, Some(SheetKind::Dwellings), "{:#?}", meanings(reading));
    assert_eq!(checked.columns_not_understood, Vec::<String>::new(), "{:#?}", meanings(reading));
    assert_eq!(checked.unknown, []);
    let homes = homes(checked);
    let count = |holds: &dyn Fn(&DwellingRow) -> bool| homes.iter().filter(|home| holds(home)).count();
    let lease_end = |home: &DwellingRow| home.tenancy.as_ref().and_then(|tenancy| tenancy.lease_until);
    let found = serde_json::json!({
        "homes": homes.len(),
        "care_homes": count(&|home| home.dwelling.category == Category::CareHome),
        "vacant": count(&|home| home.dwelling.status == DwellingStatus::Vacant),
        "tenancies": count(&|home| home.tenancy.is_some()),
        "fixed_term": count(&|home| lease_end(home).is_some()),
        "expired_contracts": count(&|home| lease_end(home).is_some_and(|until| until < TODAY)),
        "wheelchair": count(&|home| home.dwelling.wheelchair == Some(true)),
        "rent_sum": homes.iter().filter_map(|home| home.dwelling.rent).map(|rent| rent.0).sum::<i64>() / 100,
    });
    for (key, value) in found.as_object().expect("written so above") {
        assert_eq!(value, &expected[key], "{key}");
    }
    let mut rooms = BTreeMap::<String, usize>::new();
    for home in &homes {
        *rooms.entry(home.dwelling.rooms.map_or("?".to_owned(), |rooms| rooms.0.to_string())).or_default() += 1;
    }
    assert_eq!(serde_json::json!(rooms), expected["rooms"]);
    let rows = expected["rejected_home_rows"].as_array().expect("a list");
    let rows: Vec<u64> = rows.iter().filter_map(|row| row["row"].as_u64()).collect();
    assert_eq!(checked.rejected_rows().into_iter().map(u64::from).collect::<Vec<_>>(), rows, "{:#?}", checked.rejected);
    let repeated: Vec<u32> = checked.repeated.iter().map(|repeated| repeated.row).collect();
    assert_eq!(serde_json::json!(repeated), serde_json::json!([expected["repeated_home_row"]["row"]]));
}

#[test]
fn each_rejected_home_says_what_is_wrong() {
    let Some((folder, _)) = expected() else { return };
    let sheets = sheets(&folder, "boligoversikt.xlsx");
    let found: Vec<_> = sheets[0].1.rejected.iter().map(|r| (r.row, r.column.as_deref(), r.problem.code())).collect();
    let (number, identity, until) = (Some("Bolignr."), Some("Fødselsnr"), Some("Kontrakt til"));
    assert_eq!(
        found,
        [
            (16, until, "tenancy-ends-before-start"),
            (26, number, "dwelling-number-malformed"),
            (46, Some("Husleie pr. mnd"), "amount-unreadable"),
            (113, identity, "identity-check-digits"),
            (123, number, "dwelling-number-malformed"),
            (191, until, "tenancy-ends-before-start"),
            (202, identity, "identity-check-digits"),
            (280, identity, "identity-check-digits"),
        ]
    );
    assert_eq!(sheets[1].0.set_aside, Some(SetAside::NotCounted { word: "solgt".to_owned() }));
}

#[test]
fn applications_received() {
    let Some((folder, expected)) = expected() else { return };
    let expected = &expected["applications"];
    let sheets = sheets(&folder, "sokerliste.xlsx");
    let (reading, checked) = &sheets[0];
    assert_eq!(reading.kind, Some(SheetKind::Applications), "{:#?}", meanings(reading));
    assert_eq!(checked.columns_not_understood, Vec::<String>::new(), "{:#?}", meanings(reading));
    assert_eq!(checked.unknown, []);
    let facts = |accepted: &Accepted| match &accepted.record {
        Record::Application(facts) => (**facts).clone(),
        Record::Dwelling(_) | Record::Invoice(_) => panic!("a sheet of applications gives applications"),
    };
    let all: Vec<_> = checked.accepted.iter().map(facts).collect();
    let children: Vec<u8> = all.iter().map(|facts| facts.size.expect("each row says").children).collect();
    assert_eq!(serde_json::json!(all.len()), expected["applications"], "{:#?}", checked.rejected);
    assert_eq!(serde_json::json!(children.iter().map(|n| u32::from(*n)).sum::<u32>()), expected["children"]);
    assert_eq!(serde_json::json!(children.iter().filter(|n| **n > 0).count()), expected["households_with_children"]);
    assert_eq!(serde_json::json!(all.iter().filter(|f| f.wheelchair == Some(true)).count()), expected["wheelchair"]);
    let mut by_status = BTreeMap::<&str, usize>::new();
    for facts in &all {
        *by_status.entry(facts.status.code()).or_default() += 1;
    }
    let named = [
        ("VENTELISTE", "Innvilget - venter"),
        ("MOTTATT", "Ny"),
        ("KONTRAKT", "Tildelt"),
        ("VEDTATT_NEI", "Avslag"),
        ("KARTLEGGES", "Under behandling"),
        ("TRUKKET", "Trukket"),
    ];
    for (code, name) in named {
        assert_eq!(serde_json::json!(by_status[code]), expected["status"][name], "{name}");
    }
    let found: Vec<_> = checked.rejected.iter().map(|r| (r.row, r.problem.code())).collect();
    assert_eq!(
        found,
        [
            (13, "date-unreadable"),
            (47, "date-not-in-calendar"),
            (59, "identity-check-digits"),
            (119, "identity-too-few-digits"),
            (121, "identity-check-digits"),
        ]
    );
    let protected: Vec<_> = all.iter().filter(|facts| facts.applicant.protection_to_check).collect();
    assert_eq!(protected.len(), 1);
}

#[test]
fn unpaid_invoices() {
    let Some((folder, expected)) = expected() else { return };
    let expected = &expected["arrears"];
    let sheets = sheets(&folder, "restanser.csv");
    let (reading, checked) = &sheets[0];
    assert_eq!(reading.kind, Some(SheetKind::Arrears), "{:#?}", meanings(reading));
    assert_eq!(checked.columns_not_understood, Vec::<String>::new(), "{:#?}", meanings(reading));
    assert_eq!((checked.rejected.len(), checked.repeated.len(), checked.unknown.len()), (0, 0, 0));
    let mut owing = std::collections::HashSet::new();
    let (mut invoices, mut total, mut credit) = (0, 0, 0);
    for accepted in &checked.accepted {
        let Record::Invoice(invoice) = &accepted.record else { panic!("a sheet of arrears gives invoices") };
        if invoice.outstanding.0 > 0 {
            invoices += 1;
            total += invoice.outstanding.0;
            owing.insert(invoice.debtor.identity.clone());
        } else {
            credit -= invoice.outstanding.0;
        }
    }
    assert_eq!(
        serde_json::json!({"invoices": invoices, "total_ore": total, "credit_ore": credit, "households": owing.len()}),
        *expected
    );
}
