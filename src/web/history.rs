//! What was done to a thing, as its page tells it.

use super::Frame;
use crate::office::changes::Change;
use crate::office::people::TenancyOf;
use crate::store::applications::Application;
use housing::Date;
use serde_json::Value;

/// One entry: when, who, what, and each field before and after.
pub struct ChangeView {
    pub iso: String,
    pub when: String,
    pub who: String,
    pub title: String,
    pub lines: Vec<Line>,
}

/// Something that happened, on the time line of a page.
pub struct EventView {
    pub iso: String,
    pub day: String,
    pub title: String,
    pub note: String,
    pub who: String,
    pub tone: &'static str,
}

/// Something that happened on a day, with the page it leads to: what the timelines of people, households, tenancies and
/// debtors are made of.
pub struct Happening {
    pub day: Date,
    pub shown: String,
    pub title: String,
    /// Empty where there is nothing to open.
    pub href: String,
    /// It lies ahead.
    pub to_come: bool,
}

/// A timeline that is being put together from dated facts.
pub struct Timeline<'a> {
    frame: &'a Frame,
    happenings: Vec<Happening>,
}

impl<'a> Timeline<'a> {
    /// An empty timeline.
    pub fn of(frame: &'a Frame) -> Self {
        Self { frame, happenings: Vec::new() }
    }

    /// Something happened, if its day is known; `key` says what with the fact `what`.
    pub fn add(&mut self, day: Option<Date>, key: &str, what: &str, href: &str) {
        self.happenings.extend(day.map(|day| Happening {
            day,
            shown: self.frame.day(&day),
            title: self.frame.t1(key, "what", what),
            href: href.to_owned(),
            to_come: day > self.frame.today,
        }));
    }

    /// A household moves in and out.
    pub fn add_tenancy(&mut self, of: &TenancyOf) {
        let href = format!("/tenancies/{}", of.tenancy.id);
        self.add(of.tenancy.from, "person-event-moved-in", &of.home, &href);
        self.add(of.tenancy.moved_out, "person-event-moved-out", &of.home, &href);
    }

    /// An application comes in and is decided.
    pub fn add_application(&mut self, application: &Application) {
        let href = format!("/applications/{}", application.id);
        self.add(Some(application.received), "person-event-applied", &application.number(), &href);
        self.add(application.decided, "person-event-decided", &application.number(), &href);
    }

    /// The newest first.
    pub fn done(mut self) -> Vec<Happening> {
        self.happenings.sort_by_key(|happening| std::cmp::Reverse(happening.day));
        self.happenings
    }
}

/// A field that changed, in words.
pub struct Line {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// The changes in words. `word` says a field's name and how a value of it is read; fields it does not
/// know are left out.
pub fn views(
    frame: &Frame,
    changes: &[Change],
    word: impl Fn(&str, &Value) -> Option<(String, String)>,
) -> Vec<ChangeView> {
    let line = |(field, before, after): &(String, Value, Value)| {
        let (label, after) = word(field, after)?;
        let (_, before) = word(field, before)?;
        Some(Line { label, before, after })
    };
    let view = |change: &Change| ChangeView {
        iso: crate::clock::day_of(change.at).to_string(),
        when: frame.instant(&change.at),
        who: if change.who.is_empty() { frame.t("role-operator") } else { change.who.clone() },
        title: frame.t(title(&change.action)),
        lines: change.fields.iter().filter_map(line).collect(),
    };
    changes.iter().map(view).collect()
}

fn title(action: &str) -> &'static str {
    match action {
        "create" => "history-create",
        "import" => "history-import",
        "renew" => "history-renew",
        "move-out" => "history-move-out",
        "take" | "assign" | "hand-over" => "case-event-handover",
        "forward" => "case-forward",
        "hold" => "case-event-hold",
        "resume" => "case-event-resumed",
        "withdraw" => "case-withdraw",
        "take-out" => "document-taken-out",
        "merge" => "history-merge",
        "part" => "history-part",
        _ => "history-change",
    }
}
