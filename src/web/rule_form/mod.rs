//! The form of dated rules, whatever they are about: groups of fields that an administrator switches on and fills in.
//! The rule sets and the rules for what fits whom are both written in one.

mod reading;

pub use reading::Reading;

use super::conflict::ConflictRow;
use super::{FormValues, Frame};

/// A value with its words.
pub type Choice = (String, String);

/// A small field of a row: a number, or a choice when there are options.
pub struct Part {
    pub name: String,
    pub label: String,
    pub value: String,
    pub options: Vec<Choice>,
}

/// A field as the form shows it.
pub struct FieldView {
    pub name: String,
    pub label: String,
    /// `line`, `text`, `day`, `number`, `check`, `one`, `any`, `folded` or `row`.
    pub kind: &'static str,
    pub value: String,
    pub unit: String,
    /// Code, word, and whether it is chosen.
    pub options: Vec<(String, String, bool)>,
    pub parts: Vec<Part>,
    pub error: Option<String>,
}

/// Fields that belong together.
pub struct GroupView {
    pub name: String,
    pub title: String,
    /// What the group is switched on with; empty for one that always counts.
    pub toggle: String,
    pub on: bool,
    pub error: Option<String>,
    pub fields: Vec<FieldView>,
}

/// Makes fields of what stands in a form.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    pub frame: &'a Frame,
    pub form: &'a FormValues,
}

impl Fields<'_> {
    fn field(self, (name, label): (&str, String), kind: &'static str) -> FieldView {
        FieldView {
            name: name.to_owned(),
            label,
            kind,
            value: self.form.get(name).to_owned(),
            unit: String::new(),
            options: Vec::new(),
            parts: Vec::new(),
            error: self.form.error(name).cloned(),
        }
    }

    /// A line of words.
    pub fn line(self, name: &str, label: String) -> FieldView {
        self.field((name, label), "line")
    }

    /// A sentence or two.
    pub fn text(self, name: &str, label: String) -> FieldView {
        self.field((name, label), "text")
    }

    /// A day.
    pub fn day(self, name: &str, label: String) -> FieldView {
        self.field((name, label), "day")
    }

    /// A number with the key of its unit, or none.
    pub fn number(self, name: &str, label: String, unit: &str) -> FieldView {
        let unit = if unit.is_empty() { String::new() } else { self.frame.t(unit) };
        FieldView { unit, ..self.field((name, label), "number") }
    }

    /// Yes or no.
    pub fn check(self, name: &str, label: String) -> FieldView {
        self.field((name, label), "check")
    }

    /// One of a list.
    pub fn one(self, name: &str, label: String, options: Vec<Choice>) -> FieldView {
        FieldView { options: self.chosen(name, options), ..self.field((name, label), "one") }
    }

    /// Any of a list.
    pub fn any(self, name: &str, label: String, options: Vec<Choice>) -> FieldView {
        FieldView { options: self.chosen(name, options), ..self.field((name, label), "any") }
    }

    /// Any of a list that opens when it is needed; closed it tells what is chosen.
    pub fn folded(self, name: &str, label: String, options: Vec<Choice>) -> FieldView {
        FieldView { options: self.chosen(name, options), ..self.field((name, label), "folded") }
    }

    /// A row of small fields of their own.
    pub fn row(self, name: &str, label: String, parts: Vec<Part>) -> FieldView {
        FieldView { parts, ..self.field((name, label), "row") }
    }

    fn chosen(self, name: &str, options: Vec<Choice>) -> Vec<(String, String, bool)> {
        let option = |(code, word): Choice| {
            let is_chosen = self.form.has(name, &code);
            (code, word, is_chosen)
        };
        options.into_iter().map(option).collect()
    }

    /// Fields that belong together; `toggle` is what they are switched on with.
    pub fn group(self, name: &str, title: String, toggle: &str, fields: Vec<FieldView>) -> GroupView {
        GroupView {
            name: name.to_owned(),
            title,
            toggle: if toggle.is_empty() { String::new() } else { self.frame.t(toggle) },
            on: toggle.is_empty() || self.form.filled(name).is_some(),
            error: self.form.error(name).cloned(),
            fields,
        }
    }
}

impl FieldView {
    /// What is chosen, in words.
    pub fn chosen(&self) -> String {
        let chosen = self.options.iter().filter(|(_, _, is_chosen)| *is_chosen);
        chosen.map(|(_, word, _)| word.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// What stands in the field, in words; empty when nothing does.
    pub fn shown(&self, frame: &Frame) -> String {
        match self.kind {
            "day" => frame.typed_day(&self.value),
            "number" if !self.value.is_empty() && !self.unit.is_empty() => format!("{} {}", self.value, self.unit),
            "check" => frame.t(if self.value.is_empty() { "rule-set-no" } else { "rule-set-yes" }),
            "one" | "any" | "folded" => self.chosen(),
            _ => self.value.clone(),
        }
    }

    /// What stands in the field, or in each small field of a row, with what it is called.
    pub fn facts(self, frame: &Frame) -> Vec<(String, String)> {
        let shown = self.shown(frame);
        if self.kind != "row" {
            return if shown.is_empty() { Vec::new() } else { vec![(self.label, shown)] };
        }
        let fact = |part: Part| {
            let word = part.options.into_iter().find(|(code, _)| *code == part.value).map(|(_, word)| word);
            (part.label, word.unwrap_or(part.value))
        };
        self.parts.into_iter().filter(|part| !part.value.is_empty()).map(fact).collect()
    }
}

/// A rule that is another than it was.
pub struct Difference {
    /// The group and the field: *Alder: Minste alder*.
    pub what: String,
    /// Empty where there was none.
    pub before: String,
    /// Empty where there is none any more.
    pub now: String,
}

/// What stands in the groups that are switched on, line by line: what it is, and what it says.
pub fn lines(frame: &Frame, groups: Vec<GroupView>) -> Vec<(String, String)> {
    let of_group = groups.into_iter().filter(|group| group.on).flat_map(|group| {
        let facts = group.fields.into_iter().flat_map(|field| field.facts(frame));
        facts.map(|(name, value)| (format!("{}: {name}", group.title), value)).collect::<Vec<_>>()
    });
    of_group.collect()
}

/// Every line that differs, in the order of the form.
pub fn differences(before: &[(String, String)], now: &[(String, String)]) -> Vec<Difference> {
    let value = |lines: &[(String, String)], what: &str| {
        lines.iter().find(|(known, _)| known == what).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let gone = before.iter().filter(|(what, _)| now.iter().all(|(known, _)| known != what));
    let all = now.iter().chain(gone).map(|(what, _)| Difference {
        what: what.clone(),
        before: value(before, what),
        now: value(now, what),
    });
    all.filter(|difference| difference.before != difference.now).collect()
}

/// What two who saved at the same time wrote otherwise.
pub fn both(frame: &Frame, yours: Vec<GroupView>, theirs: Vec<GroupView>) -> Vec<ConflictRow> {
    let (yours, theirs) = (lines(frame, yours), lines(frame, theirs));
    let row = |Difference { what, before, now }| ConflictRow { label: what, yours: before, theirs: now, differs: true };
    differences(&yours, &theirs).into_iter().map(row).collect()
}

/// Codes with their words.
pub fn coded<T: Copy>(frame: &Frame, all: &[T], code: fn(T) -> &'static str, key: impl Fn(T) -> String) -> Vec<Choice> {
    all.iter().map(|&one| (code(one).to_owned(), frame.t(&key(one)))).collect()
}
