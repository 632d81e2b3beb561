//! Logging in and staying logged in: nobody can lock another out, and nothing typed is lost.

use crate::app::{PASSWORD, Page, Person, TestApp};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use husrom::access::Role;
use husrom::office::{Actor, OfficeError, accounts};
use husrom::store::{StoreError, sessions};

/// Moves every session of `person` to its end, as half an hour without a sign of life does.
fn session_runs_out(app: &TestApp, person: &Person<'_>) {
    let now = app.office().now();
    let store = app.office().store();
    let ended = store.note(|tx| {
        for session in sessions::of_officer(tx, &person.id)? {
            sessions::extend(tx, &session.token_hash, session.seen_at, now - 1)?;
        }
        Ok::<_, StoreError>(())
    });
    ended.expect("the store works");
}

#[test]
fn a_wrong_password_says_nothing_of_who_works_here() {
    let app = TestApp::new();
    let anna = app.caseworker();
    let wrong_password = anna.elsewhere([10, 0, 0, 2]).log_in("ikke dette");
    let unknown_login = app.stranger().post("/login", &[("login", "finnes-ikke"), ("password", "ikke dette")]);
    assert_eq!((wrong_password.status, unknown_login.status), (401, 401));
    let problem = "Brukernavnet eller passordet stemmer ikke";
    assert!(wrong_password.has(problem) && unknown_login.has(problem));
    assert!(!wrong_password.has("ikke dette"), "a password is never shown again");
}

#[test]
fn whoever_guesses_must_wait_and_the_owner_need_not() {
    let app = TestApp::new();
    let anna = app.caseworker();
    let thief = anna.elsewhere([10, 66, 0, 1]);
    for _ in 0..5 {
        thief.log_in("gjetning").expect(401);
    }
    let stopped = thief.log_in(PASSWORD).expect(429);
    assert!(stopped.has("Vent "), "{stopped:?}");
    anna.elsewhere([10, 0, 0, 3]).log_in(PASSWORD).expect(303);
    anna.get("/account").expect(200);
}

#[test]
fn a_first_password_must_be_changed_before_anything_else() {
    let app = TestApp::new();
    let new = accounts::NewOfficer {
        login: "ny".to_owned(),
        name: "Nina Nyberg".to_owned(),
        role: Role::Caseworker,
        unit: None,
        sees_protected: false,
    };
    let once = accounts::open_account(app.office(), &Actor::operator(), &new).expect("the account opens");
    let nina = app.stranger_called("ny");
    nina.log_in(&once).expect(303);
    assert_eq!(nina.get("/").location(), "/account/password");
    assert_eq!(nina.get("/account").location(), "/account/password");

    let short = [("old", once.as_str()), ("new", "kort"), ("again", "kort")];
    assert!(nina.post("/account/password", &short).expect(422).has("minst 12 tegn"));
    let differ = [("old", once.as_str()), ("new", PASSWORD), ("again", "noe annet enn det")];
    assert!(nina.post("/account/password", &differ).expect(422).has("ikke like"));
    let right = [("old", once.as_str()), ("new", PASSWORD), ("again", PASSWORD)];
    nina.post("/account/password", &right).expect(303);
    nina.get("/account").expect(200);
}

#[test]
fn a_new_password_ends_the_other_sessions() {
    let app = TestApp::new();
    let anna = app.caseworker();
    let at_home = anna.elsewhere([10, 0, 0, 9]);
    at_home.log_in(PASSWORD).expect(303);
    let new = "et helt annet passord";
    anna.post("/account/password", &[("old", PASSWORD), ("new", new), ("again", new)]).expect(303);
    anna.get("/account").expect(200);
    at_home.get("/account").expect(303);
}

#[test]
fn own_sessions_are_listed_and_can_be_ended_and_nobody_elses() {
    let app = TestApp::new();
    let (anna, berit) = (app.caseworker(), app.caseworker());
    let at_home = anna.elsewhere([10, 0, 0, 9]);
    at_home.log_in(PASSWORD).expect(303);
    let list = anna.get("/account").expect(200);
    let end = format!("/account/sessions/{}/end", other_session(&list));
    assert_eq!(berit.post(&end, &[]).status, 404);
    at_home.get("/account").expect(200);
    anna.post(&end, &[]).expect(303);
    at_home.get("/account").expect(303);
}

/// The session of which the account page says how to end it.
fn other_session(list: &Page) -> String {
    let text = list.text();
    let (_, after) = text.split_once("/account/sessions/").expect("the other session is in the list");
    after.split_once("/end").expect("it can be ended").0.to_owned()
}

#[test]
fn a_session_ends_warns_before_and_can_be_extended() {
    let app = TestApp::new();
    let anna = app.caseworker();
    let page = anna.get("/account").expect(200);
    assert!(page.has("data-seconds=\"1") && page.has("data-warn=\"300\""), "half an hour, a warning before");
    let extended = anna.post("/session/extension", &[]).expect(200);
    assert!(extended.has("\"seconds\":1"), "{extended:?}");
    session_runs_out(&app, &anna);
    assert_eq!(anna.get("/account?side=2").location(), "/login?next=%2Faccount%3Fside%3D2");
}

#[test]
fn nothing_typed_is_lost_when_the_session_ends_in_the_middle_of_a_form() {
    let app = TestApp::new();
    let anna = app.caseworker();
    session_runs_out(&app, &anna);
    let ended = anna.post("/account/password", &[("note", "Tre avsnitt & <noen> tegn")]).expect(401);
    assert!(ended.has("Det du hadde skrevet, er tatt vare på"), "{ended:?}");
    assert!(ended.value("kept.csrf").is_none(), "the old session's token is of no use");

    let typed = [("kept.note", "Tre avsnitt & <noen> tegn"), ("next", "/account/password")];
    let credentials = [("login", anna.login.as_str()), ("password", PASSWORD)];
    let wrong = anna.post("/login", &[typed[0], typed[1], credentials[0], ("password", "feil")]).expect(401);
    assert_eq!(wrong.value("kept.note").as_deref(), Some("Tre avsnitt &#38; &#60;noen&#62; tegn"));

    let resumed = anna.post("/login", &[typed[0], typed[1], credentials[0], credentials[1]]).expect(200);
    assert_eq!(resumed.value("note").as_deref(), Some("Tre avsnitt &#38; &#60;noen&#62; tegn"));
    assert!(resumed.has("action=\"/account/password\""), "{resumed:?}");
}

#[test]
fn a_form_without_the_sessions_token_does_nothing_and_keeps_what_was_typed() {
    let app = TestApp::new();
    let anna = app.caseworker();
    let fields = [("old", PASSWORD), ("note", "Ringte onsdag")];
    for token in ["", "0123456789abcdef0123456789abcdef"] {
        let refused = anna.post_with_token(token, "/account/password", &fields).expect(401);
        assert_eq!(refused.value("kept.note").as_deref(), Some("Ringte onsdag"));
        assert!(!refused.has(PASSWORD), "passwords are never kept");
    }
    anna.elsewhere([10, 0, 0, 4]).log_in(PASSWORD).expect(303);
    let upload = anna.upload("/account/password", &[], &[("fil.csv", b"a;b")]);
    assert_eq!(upload.status, 400, "a form that is not one");
}

#[test]
fn what_another_site_sends_is_refused() {
    let app = TestApp::new();
    let anna = app.caseworker();
    let told = (HeaderName::from_static("sec-fetch-site"), HeaderValue::from_static("cross-site"));
    let page = anna.send(Method::POST, "/logout", HeaderMap::from_iter([told]), Vec::new());
    assert_eq!(page.status, 403);
    anna.get("/account").expect(200);
}

#[test]
fn the_cookie_is_for_this_site_over_https_and_not_for_scripts() {
    let app = TestApp::new();
    let cookie = app.caseworker().elsewhere([10, 0, 0, 5]).log_in(PASSWORD).header("set-cookie").to_owned();
    let (pair, flags) = cookie.split_once("; ").expect("a cookie has flags");
    assert!(pair.starts_with("__Host-husrom=") && pair.len() == "__Host-husrom=".len() + 64, "{pair}");
    assert_eq!(flags, "Path=/; HttpOnly; SameSite=Lax; Secure");
}

#[test]
fn logging_out_ends_the_session_and_empties_the_browser() {
    let app = TestApp::new();
    let anna = app.caseworker();
    let out = anna.post("/logout", &[]).expect(303);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert!(out.header("clear-site-data").contains("storage"));
    let left = app.office().store().read(|tx| sessions::of_officer(tx, &anna.id)).expect("the store works");
    assert_eq!(left, Vec::new());
}

#[test]
fn every_answer_carries_the_headers_that_keep_a_browser_safe() {
    let app = TestApp::new();
    let anna = app.caseworker();
    for page in [anna.get("/account"), anna.get("/login"), anna.get("/finnes-ikke"), app.stranger().get("/account")] {
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'self'") && !policy.contains("unsafe"), "{page:?}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert_eq!(page.header("cache-control"), "no-store");
    }
}

#[test]
fn only_a_right_account_is_opened_and_everything_wrong_is_named_at_once() {
    let app = TestApp::new();
    let new = accounts::NewOfficer {
        login: "med mellomrom".to_owned(),
        name: "  ".to_owned(),
        role: Role::Leader,
        unit: None,
        sees_protected: false,
    };
    let opened = accounts::open_account(app.office(), &Actor::operator(), &new);
    let Err(OfficeError::Invalid(problems)) = opened else { panic!("it was opened") };
    assert_eq!(problems.iter().map(|problem| problem.field).collect::<Vec<_>>(), ["login", "name"]);
    assert!(app.folder().join("husrom.key").exists());
}
