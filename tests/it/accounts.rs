//! What an administrator does: accounts and units.

use crate::app::{PASSWORD, Page, Person, TestApp};
use husrom::store::{accounts, units};

/// What the form of an account holds, with some of it changed.
fn save(administrator: &Person<'_>, id: &str, version: &str, changes: &[(&str, &str)]) -> Page {
    let mut fields = vec![("version", version), ("name", "Kari Nordmann"), ("role", "caseworker")];
    fields.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    fields.extend(changes);
    administrator.post(&format!("/accounts/{id}"), &fields)
}

/// The one-time password on the page that shows it.
fn shown_password(page: &Page) -> String {
    let text = page.text();
    let (_, after) = text.split_once("<dt>Passord</dt><dd>").expect("the password is shown");
    after.split_once('<').expect("the page goes on").0.to_owned()
}

#[test]
fn a_new_officer_gets_a_password_once_and_must_change_it() {
    let app = TestApp::new();
    let administrator = app.administrator();
    let fields = [("login", "Kari.Nordmann"), ("name", "Kari Nordmann"), ("role", "caseworker")];
    let made = administrator.post("/accounts/new", &fields).expect(200);
    let password = shown_password(&made);
    assert!(administrator.get("/accounts").expect(200).has("Kari Nordmann"));
    assert!(!administrator.get("/accounts").has(&password), "it is shown only once");

    let kari = app.stranger_called("kari.nordmann");
    kari.log_in(&password).expect(303);
    assert_eq!(kari.get("/").location(), "/account/password");
}

#[test]
fn everything_wrong_with_a_new_account_is_said_at_once_and_what_was_typed_is_kept() {
    let app = TestApp::new();
    let administrator = app.administrator();
    let wrong = [("login", "med mellomrom"), ("name", ""), ("role", "leader")];
    let page = administrator.post("/accounts/new", &wrong).expect(422);
    assert!(page.has("uten mellomrom") && page.has("Skriv navnet"), "{page:?}");
    assert_eq!(page.value("login").as_deref(), Some("med mellomrom"));
    let taken = [("login", administrator.login.as_str()), ("name", "En Annen"), ("role", "leader")];
    assert!(administrator.post("/accounts/new", &taken).expect(422).has("Brukernavnet er i bruk"));
    let nobody = [("login", "ny"), ("name", "Ny"), ("role", "operator")];
    assert!(administrator.post("/accounts/new", &nobody).expect(422).has("Velg en rolle"));
}

#[test]
fn two_who_save_the_same_account_see_what_the_other_wrote() {
    let app = TestApp::new();
    let (first, second, kari) = (app.administrator(), app.administrator(), app.caseworker());
    save(&first, &kari.id, "1", &[("name", "Kari Første")]).expect(303);
    let conflict = save(&second, &kari.id, "1", &[("name", "Kari Andre")]).expect(409);
    assert!(conflict.has("Kari Første") && conflict.has("Kari Andre"), "{conflict:?}");
    let saved = app.office().store().read(|tx| accounts::find(tx, &kari.id)).expect("the store works");
    assert_eq!(saved.map(|officer| officer.name).as_deref(), Some("Kari Første"));

    let version = conflict.value("version").expect("the form knows the version it now shows");
    save(&second, &kari.id, &version, &[("name", "Kari Andre")]).expect(303);
}

#[test]
fn whoever_gets_another_role_or_is_closed_out_is_logged_out() {
    let app = TestApp::new();
    let (administrator, kari) = (app.administrator(), app.caseworker());
    save(&administrator, &kari.id, "1", &[]).expect(303);
    kari.get("/account").expect(200);
    save(&administrator, &kari.id, "2", &[("role", "leader")]).expect(303);
    kari.get("/account").expect(303);
    kari.log_in(PASSWORD).expect(303);
    save(&administrator, &kari.id, "3", &[("role", "leader"), ("closed", "true")]).expect(303);
    kari.get("/account").expect(303);
    kari.log_in(PASSWORD).expect(401);
}

#[test]
fn a_new_password_logs_the_officer_out_and_the_old_one_stops_working() {
    let app = TestApp::new();
    let (administrator, kari) = (app.administrator(), app.caseworker());
    let page = administrator.post(&format!("/accounts/{}/password", kari.id), &[]).expect(200);
    kari.get("/account").expect(303);
    kari.log_in(PASSWORD).expect(401);
    kari.log_in(&shown_password(&page)).expect(303);
}

#[test]
fn nobody_gives_themselves_rights_or_shuts_themselves_out() {
    let app = TestApp::new();
    let administrator = app.administrator();
    for change in [("role", "leader"), ("sees_protected", "true"), ("closed", "true")] {
        let mut changes = vec![("role", "administrator"), change];
        changes.dedup_by_key(|(name, _)| *name);
        if change.0 == "role" {
            changes = vec![change];
        }
        let page = save(&administrator, &administrator.id, "1", &changes).expect(422);
        assert!(page.has("din egen rolle"), "{page:?}");
    }
    let name_only = [("role", "administrator"), ("name", "Asta Administrator")];
    save(&administrator, &administrator.id, "1", &name_only).expect(303);
}

#[test]
fn units_are_added_renamed_and_not_given_the_same_name() {
    let app = TestApp::new();
    let (first, second) = (app.administrator(), app.administrator());
    first.post("/units", &[("name", "Boligkontoret")]).expect(303);
    first.post("/units", &[("name", "Boligkontoret")]).expect(422);
    first.post("/units", &[("name", "  ")]).expect(422);
    let known = app.office().store().read(units::all).expect("the store works");
    let address = format!("/units/{}", known[0].id);
    first.post(&address, &[("version", "1"), ("name", "Boligtjenesten")]).expect(303);
    second.post(&address, &[("version", "1"), ("name", "Noe annet")]).expect(409);
    assert!(first.get("/units").has("Boligtjenesten"));
}

#[test]
fn pages_are_read_in_the_language_one_has_chosen() {
    let app = TestApp::new();
    let kari = app.caseworker();
    for (code, word) in [("nn", "Byt språk"), ("en", "Change language"), ("nb", "Bytt språk")] {
        kari.post("/account/language", &[("language", code)]).expect(303);
        let page = kari.get("/account").expect(200);
        assert!(page.has(word) && page.has(&format!("<html lang=\"{code}\"")), "{page:?}");
    }
}
