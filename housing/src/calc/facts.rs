//! The facts given to a rule, read and checked before the rule sees them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::fact::{Fact, Field, FieldKind, Need, money_in_kroner};
use crate::Date;
use crate::dated::NothingInForce;
use crate::money::Ore;
use crate::rates::{IndexMonth, IndexPoints, LawNumber, NoIndex, Rates};

/// Something wrong with the facts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FactProblem {
    #[error("field {field}: missing; {wanted}")]
    Missing { field: String, wanted: String },
    #[error("field {field}: {found} is not right; {wanted}")]
    Wrong { field: String, found: String, wanted: String },
    #[error("field {field}: no such field; there are {known}")]
    Unknown { field: String, known: String },
    #[error("field {field}: given twice, also as {other}")]
    Twice { field: String, other: String },
    #[error("{0}")]
    Contradiction(String),
    #[error(transparent)]
    NoRate(#[from] NothingInForce),
    #[error(transparent)]
    NoIndex(#[from] NoIndex),
}

/// The facts, ready for a rule: what is required is there, and everything is of its kind.
pub struct Facts<'a> {
    values: BTreeMap<&'static str, Fact>,
    pub(super) rates: &'a Rates,
    /// Figures that nobody has confirmed, as they are used.
    unconfirmed: RefCell<Vec<String>>,
}

impl<'a> Facts<'a> {
    /// Reads what was given by the fields of a rule.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub(super) fn read(
        fields: &'static [Field],
        given: &Map<String, Value>,
        rates: &'a Rates,
    ) -> Result<Self, Vec<FactProblem>> {
        let (values, problems) = read_all(fields, given, "");
        if problems.is_empty() { Ok(Self { values, rates, unconfirmed: RefCell::default() }) } else { Err(problems) }
    }

    /// The facts that stand within another; none when nothing was said of it.
    pub(super) fn within(&self, name: &str) -> Self {
        let values = match self.values.get(name) {
            Some(Fact::Facts(values)) => values.clone(),
            Some(other) => unreachable!("{name} is listed as an object, not {other:?}"),
            None => BTreeMap::new(),
        };
        Self { values, rates: self.rates, unconfirmed: RefCell::default() }
    }

    /// Whether anything was said of a fact, an empty list too.
    pub(super) fn is_given(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    pub(super) fn json_if(&self, name: &str) -> Option<&Value> {
        match self.values.get(name)? {
            Fact::Json(value) => Some(value),
            other => unreachable!("{name} is listed as an object, not {other:?}"),
        }
    }

    pub(super) fn day(&self, name: &str) -> Date {
        self.day_if(name).expect("the rule lists it as required")
    }

    pub(super) fn day_if(&self, name: &str) -> Option<Date> {
        match self.values.get(name)? {
            Fact::Date(day) => Some(*day),
            other => unreachable!("{name} is listed as a date, not {other:?}"),
        }
    }

    pub(super) fn days(&self, name: &str) -> Vec<Date> {
        match self.values.get(name) {
            Some(Fact::Dates(days)) => days.clone(),
            Some(other) => unreachable!("{name} is listed as dates, not {other:?}"),
            None => Vec::new(),
        }
    }

    pub(super) fn number_if(&self, name: &str) -> Option<i64> {
        match self.values.get(name)? {
            Fact::Number(number) => Some(*number),
            other => unreachable!("{name} is listed as a number, not {other:?}"),
        }
    }

    /// A number the field keeps within what an `i32` holds.
    pub(super) fn count_if(&self, name: &str) -> Option<i32> {
        self.number_if(name).map(|number| i32::try_from(number).expect("the field's limits are within 32 bits"))
    }

    pub(super) fn money(&self, name: &str) -> Ore {
        self.money_if(name).expect("the rule lists it as required")
    }

    pub(super) fn money_if(&self, name: &str) -> Option<Ore> {
        match self.values.get(name)? {
            Fact::Money(amount) => Some(*amount),
            other => unreachable!("{name} is listed as money, not {other:?}"),
        }
    }

    pub(super) fn month_if(&self, name: &str) -> Option<IndexMonth> {
        match self.values.get(name)? {
            Fact::Month(month) => Some(*month),
            other => unreachable!("{name} is listed as a month, not {other:?}"),
        }
    }

    pub(super) fn index_if(&self, name: &str) -> Option<IndexPoints> {
        match self.values.get(name)? {
            Fact::Index(points) => Some(*points),
            other => unreachable!("{name} is listed as an index, not {other:?}"),
        }
    }

    /// A flag that nothing was said of is not set.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.flag_if(name).unwrap_or(false)
    }

    pub(super) fn flag_if(&self, name: &str) -> Option<bool> {
        match self.values.get(name)? {
            Fact::Flag(set) => Some(*set),
            other => unreachable!("{name} is listed as a flag, not {other:?}"),
        }
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.text_if(name).expect("the rule lists it as required")
    }

    pub(super) fn text_if(&self, name: &str) -> Option<&str> {
        match self.values.get(name)? {
            Fact::Text(text) => Some(text),
            other => unreachable!("{name} is listed as a text, not {other:?}"),
        }
    }

    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        match self.values.get(name) {
            Some(Fact::Texts(texts)) => texts.clone(),
            Some(other) => unreachable!("{name} is listed as texts, not {other:?}"),
            None => Vec::new(),
        }
    }

    /// A number of the law on the day of the event. One that nobody has confirmed becomes a warning.
    pub(super) fn law(&self, number: LawNumber, day: Date) -> Result<i32, Vec<FactProblem>> {
        let span = self.rates.numbers.on(number, day).map_err(|missing| vec![missing.into()])?;
        if !span.confirmed {
            self.unconfirmed(number.name(), &span.source);
        }
        Ok(span.value)
    }

    /// Remembers that a figure is used which nobody has read in a legal text.
    pub(super) fn unconfirmed(&self, name: &str, source: &str) {
        self.unconfirmed.borrow_mut().push(format!("{name} is not confirmed in a legal text ({source})"));
    }

    pub(super) fn warnings(&self) -> Vec<String> {
        self.unconfirmed.take()
    }
}

/// A contradiction between facts, as the only problem.
pub(super) fn contradiction(text: impl Into<String>) -> Vec<FactProblem> {
    vec![FactProblem::Contradiction(text.into())]
}

/// Reads what was given by the fields, and the facts within facts; `path` is what stands before their names.
fn read_all(
    fields: &'static [Field],
    given: &Map<String, Value>,
    path: &str,
) -> (BTreeMap<&'static str, Fact>, Vec<FactProblem>) {
    let (mut values, mut problems) = (BTreeMap::new(), Vec::new());
    for (name, value) in given {
        let Some(field) = fields.iter().find(|field| answers_to(field, name)) else {
            problems.push(unknown(&format!("{path}{name}"), fields));
            continue;
        };
        // An explicit null is a fact that is not known.
        if value.is_null() {
            continue;
        }
        if values.contains_key(field.name) {
            problems.push(FactProblem::Twice { field: format!("{path}{name}"), other: field.name.to_owned() });
            continue;
        }
        let fact = match (value, field.kind) {
            (Value::Object(within), FieldKind::Object(fields)) => {
                let (facts, wrong) = read_all(fields, within, &format!("{path}{name}."));
                problems.extend(wrong);
                Ok(Fact::Facts(facts))
            }
            _ => read_value(field, (path, name), value),
        };
        match fact {
            Ok(fact) => drop(values.insert(field.name, fact)),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(missing(fields, given, path));
    (values, problems)
}

fn answers_to(field: &Field, name: &str) -> bool {
    field.name == name || field.other_names().iter().any(|other| other == name)
}

fn read_value(field: &Field, (path, name): (&str, &str), value: &Value) -> Result<Fact, FactProblem> {
    let read =
        if field.kroner_name().as_deref() == Some(name) { money_in_kroner(value) } else { field.kind.read(value) };
    read.map_err(|wanted| FactProblem::Wrong { field: format!("{path}{name}"), found: value.to_string(), wanted })
}

fn unknown(name: &str, fields: &[Field]) -> FactProblem {
    let known = fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    FactProblem::Unknown { field: name.to_owned(), known: if known.is_empty() { "none".to_owned() } else { known } }
}

fn missing(fields: &[Field], given: &Map<String, Value>, path: &str) -> Vec<FactProblem> {
    let is_given = |field: &Field| given.iter().any(|(name, value)| answers_to(field, name) && !value.is_null());
    let mut problems = Vec::new();
    let mut groups_told: Vec<&str> = Vec::new();
    for field in fields {
        match field.need {
            Need::Optional | Need::Default(_) => {}
            Need::Required if is_given(field) => {}
            Need::Required => problems.push(FactProblem::Missing {
                field: format!("{path}{}", field.name),
                wanted: format!("{} ({})", field.meaning, field.kind.unit()),
            }),
            Need::OneOf(group) => {
                let in_group = |field: &&Field| matches!(field.need, Need::OneOf(other) if other == group);
                let members: Vec<&Field> = fields.iter().filter(in_group).collect();
                if !groups_told.contains(&group) && !members.iter().any(|field| is_given(field)) {
                    groups_told.push(group);
                    let names: Vec<String> = members.iter().map(|field| format!("{path}{}", field.name)).collect();
                    let wanted = format!("give one of them: {group}");
                    problems.push(FactProblem::Missing { field: names.join(" or "), wanted });
                }
            }
        }
    }
    problems
}
