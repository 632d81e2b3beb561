//! What surrounds every page: who reads it, in which language, and the way around.

use super::{App, WebError};
use crate::access::{self, Action, Thing};
use crate::office::sessions::AtWork;
use crate::office::{Actor, Problem};
use crate::texts::{Language, Wording, short_day};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Who is asking, found out once for each request.
#[derive(Debug)]
pub struct Asking {
    pub at_work: Option<AtWork>,
    pub language: Language,
    pub path_and_query: String,
    /// Where the request comes from.
    pub place: String,
}

/// Somebody logged in. A handler that takes one is closed to everybody else.
#[derive(Clone)]
pub struct Visitor {
    app: App,
    asking: Arc<Asking>,
    at_work: AtWork,
}

impl FromRequestParts<App> for Visitor {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        let asking = asking_of(parts)?;
        let at_work = asking.at_work.clone().ok_or(WebError::LoginFirst)?;
        let own_account = parts.uri.path().starts_with("/account/password") || parts.uri.path() == "/logout";
        if at_work.must_change_password && !own_account {
            return Err(WebError::ChangePasswordFirst);
        }
        Ok(Self { app: app.clone(), asking, at_work })
    }
}

/// Who is asking, for pages that anybody may see.
pub fn asking_of(parts: &Parts) -> Result<Arc<Asking>, WebError> {
    let found = parts.extensions.get::<Arc<Asking>>().cloned();
    found.ok_or_else(|| WebError::Unexpected("a page was asked for outside the guards".to_owned()))
}

impl Visitor {
    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.at_work.actor()
    }

    /// Their session and account.
    pub fn at_work(&self) -> &AtWork {
        &self.at_work
    }

    /// The language they read.
    pub fn language(&self) -> Language {
        self.asking.language
    }

    /// The address that was asked for, with its query.
    pub fn path_and_query(&self) -> &str {
        &self.asking.path_and_query
    }

    /// The page's surroundings.
    pub fn frame(&self) -> Frame {
        Frame::new(&self.app, &self.asking)
    }
}

/// What every template can use.
pub struct Frame {
    app: App,
    language: Language,
    pub lang: &'static str,
    pub municipality: String,
    pub path: String,
    pub csrf: String,
    pub officer: Option<OfficerView>,
    pub nav: Vec<NavItem>,
    pub today: Date,
    pub today_text: String,
    pub css_href: String,
    pub js_href: String,
    pub flash: Option<Flash>,
    /// The page is shown on a wall, for a whole room: large, and nothing around it.
    pub on_the_wall: bool,
    /// Seconds until the session ends, when somebody is logged in.
    pub session_seconds: i64,
    /// How long before that the page warns.
    pub session_warn_seconds: i64,
}

/// The officer as the top bar shows them.
pub struct OfficerView {
    pub name: String,
    pub role_text: String,
    pub initials: String,
    pub may_search: bool,
}

/// One place in the navigation.
pub struct NavItem {
    pub href: &'static str,
    pub text: String,
    pub current: bool,
}

/// A short word about what was just done.
pub struct Flash {
    /// `success`, `info` or `warning`.
    pub kind: &'static str,
    pub text: String,
}

/// Every place in the navigation, with what one must be allowed to look at to see it.
const PLACES: &[(&str, &str, Thing)] = &[
    ("/work", "nav-work", Thing::Case),
    ("/overview", "nav-overview", Thing::Overview),
    ("/dwellings", "nav-dwellings", Thing::Dwelling),
    ("/people", "nav-people", Thing::Person),
    ("/tenancies", "nav-tenancies", Thing::Tenancy),
    ("/applications", "nav-applications", Thing::Application),
    ("/expected", "nav-expected", Thing::Expected),
    ("/waiting-list", "nav-waiting-list", Thing::Case),
    ("/allocations", "nav-allocations", Thing::Allocation),
    ("/offers", "nav-offers", Thing::Offer),
    ("/arrears", "nav-arrears", Thing::Arrears),
    ("/letters/queue", "nav-letters", Thing::Document),
    ("/imports", "nav-imports", Thing::Import),
    ("/rule-sets", "nav-rule-sets", Thing::RuleSet),
    ("/settings/letters", "nav-letter-settings", Thing::Settings),
    ("/accounts", "nav-accounts", Thing::Account),
    ("/journal", "nav-journal", Thing::Journal),
];

/// Whether a page belongs to a place in the navigation; invoices belong with the arrears.
fn is_within(page: &str, place: &str) -> bool {
    page.starts_with(place) || place == "/arrears" && page.starts_with("/invoices")
}

impl Frame {
    /// The surroundings of a page for whoever asks.
    pub fn new(app: &App, asking: &Asking) -> Self {
        let language = asking.language;
        let path = asking.path_and_query.clone();
        let today = app.today();
        let mut frame = Self {
            app: app.clone(),
            language,
            lang: language.code(),
            municipality: app.municipality().to_owned(),
            csrf: String::new(),
            officer: None,
            nav: Vec::new(),
            today,
            today_text: long_day(app, language, today),
            css_href: super::assets::href("husrom.css"),
            js_href: super::assets::href("husrom.js"),
            flash: None,
            on_the_wall: false,
            session_seconds: 0,
            session_warn_seconds: 300,
            path,
        };
        if let Some(at_work) = &asking.at_work {
            frame.welcome(at_work);
        }
        frame
    }

    fn welcome(&mut self, at_work: &AtWork) {
        let role = at_work.officer.role;
        let may_look = |thing: &Thing| access::may(role, Action::Look, *thing).is_ok();
        let initials = at_work.officer.name.split_whitespace().filter_map(|word| word.chars().next()).take(2);
        self.officer = Some(OfficerView {
            name: at_work.officer.name.clone(),
            role_text: self.t(&format!("role-{}", role.code())),
            initials: initials.collect(),
            may_search: may_look(&Thing::Dwelling),
        });
        self.csrf.clone_from(&at_work.session.csrf);
        let now = self.app.0.office.now();
        self.session_seconds = ((at_work.session.ends_at - now) / 1_000_000).max(0);
        let places = if at_work.must_change_password { &[] } else { PLACES };
        self.nav = places
            .iter()
            .filter(|(_, _, thing)| may_look(thing))
            .map(|(href, key, _)| NavItem { href, text: self.t(key), current: is_within(&self.path, href) })
            .collect();
    }

    /// The text with this key.
    pub fn t(&self, key: &str) -> String {
        self.app.texts().get(self.language, key)
    }

    /// The text with this key and one argument.
    pub fn t1(&self, key: &str, name: &str, value: impl std::fmt::Display) -> String {
        self.app.texts().with(self.language, key, &[(name, &value.to_string())])
    }

    /// The text with this key and several arguments.
    pub fn ta(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.app.texts().with(self.language, key, arguments)
    }

    /// What is wrong, in words, by field: for showing beside the fields of a form.
    pub fn words(&self, problems: &[Problem]) -> BTreeMap<String, String> {
        let worded = problems.iter().map(|problem| {
            let facts: Vec<(&str, &str)> = problem.facts.iter().map(|(name, fact)| (*name, fact.as_str())).collect();
            (problem.field.to_owned(), self.ta(problem.text, &facts))
        });
        worded.collect()
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A day as people write it: `01.03.2026`.
    pub fn day(&self, day: &Date) -> String {
        short_day(*day)
    }

    /// A day that may be unknown, as an en dash then.
    pub fn day_or_dash(&self, day: &Option<Date>) -> String {
        day.map_or_else(|| "–".to_owned(), short_day)
    }

    /// A day that was typed, as people write it; what is no day stands as it was typed.
    pub fn typed_day(&self, typed: &str) -> String {
        housing::written::day(typed).map_or_else(|_| typed.to_owned(), short_day)
    }

    /// An instant as people write it: `01.03.2026 14:05`.
    pub fn instant(&self, instant: &i64) -> String {
        let local = crate::clock::local(*instant);
        format!("{} {:02}:{:02}", short_day(local.date()), local.hour(), local.minute())
    }

    /// A count with a thin space between thousands.
    pub fn number(&self, number: &i64) -> String {
        super::charts::grouped(*number)
    }

    /// The address that leads here, for coming back after logging in.
    pub fn back(&self) -> &str {
        &self.path
    }
}

impl Wording for Frame {
    fn t(&self, key: &str) -> String {
        Self::t(self, key)
    }

    fn ta(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        Self::ta(self, key, arguments)
    }
}

/// A day in words: `1. mars 2026`.
fn long_day(app: &App, language: Language, day: Date) -> String {
    let month = app.texts().get(language, &format!("month-{}", day.month()));
    app.texts().with(
        language,
        "long-day",
        &[("day", &day.day().to_string()), ("month", &month), ("year", &format!("{}", day.year()))],
    )
}
