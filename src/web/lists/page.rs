//! The page of a list: one shape for every subject, which says what its columns, filters and rows are.

use super::{Chip, Column, ListAddress, PAGE, Pager, ROWS};
use crate::web::{Frame, WebError, render};
use axum::response::{IntoResponse, Response};

#[derive(askama::Template)]
#[template(path = "list.html")]
struct ListPage {
    frame: Frame,
    address: ListAddress,
    title: String,
    empty: Empty,
    pager: Pager,
    /// Filters in the address that are not understood, each with what it says.
    not_understood: Vec<(String, String)>,
    /// What else the address says, kept when the filter bar is used: the ways here can narrow a list by more than the bar.
    kept: Vec<(String, String)>,
    list: Contents,
}

/// What a list shows.
#[derive(Default)]
pub struct Contents {
    pub filters: Vec<Field>,
    pub chips: Vec<Chip>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Rows in all, on every page.
    pub total: i64,
    /// Whether a filter is set.
    pub narrowed: bool,
    /// Where the first row comes from, for those who may make one.
    pub begin: Option<Way>,
    /// Other pages that belong to the list.
    pub ways: Vec<Way>,
    /// What the rows come to, said above them; empty when it is not said.
    pub sums: String,
}

/// The texts of a list, by key.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub title: &'static str,
    /// There are rows, but the filters leave none: so it is called, what to do, and the way back to all.
    pub none_match: [&'static str; 3],
    /// There is nothing yet: so it is called, and what to do.
    pub none: [&'static str; 2],
}

/// A way to another page.
pub struct Way {
    pub href: &'static str,
    pub text: String,
}

/// What stands where there are no rows.
struct Empty {
    title: String,
    text: String,
    href: String,
    action: String,
}

/// The page of a list.
///
/// # Errors
/// When the template fails.
pub fn show(frame: Frame, address: ListAddress, words: Words, list: Contents) -> Result<Response, WebError> {
    let page = ListPage {
        title: frame.t(words.title),
        empty: Empty::of(&frame, &address, words, &list),
        pager: Pager::new(&address, list.total),
        not_understood: not_understood(&address, &list.filters, &list.chips),
        kept: address.beside(&list.filters.iter().map(|field| field.name).collect::<Vec<_>>()),
        list,
        address,
        frame,
    };
    Ok(render(&page)?.into_response())
}

/// The filters that narrow nothing, for what they say is no choice of theirs. One that is not among the choices shown can
/// still be understood: then it has its chip.
pub fn not_understood(address: &ListAddress, filters: &[Field], chips: &[Chip]) -> Vec<(String, String)> {
    let has_chip = |field: &Field| {
        let way_out = address.with(&[(field.name, "")]);
        chips.iter().any(|chip| chip.remove_href == way_out)
    };
    let is_choice = |field: &Field| match &field.choice {
        Some(choice) => choice.options.iter().any(|(code, _)| *code == field.value),
        None => field.input != "date" || address.day(field.name).is_some(),
    };
    let missed = |field: &&Field| !field.value.trim().is_empty() && !is_choice(field) && !has_chip(field);
    filters.iter().filter(missed).map(|field| (field.label.clone(), field.value.clone())).collect()
}

impl Empty {
    fn of(frame: &Frame, address: &ListAddress, words: Words, list: &Contents) -> Self {
        if list.total > 0 {
            let last = (list.total - 1) / ROWS + 1;
            return Self {
                title: frame.t1("shell-pager-beyond", "last", last),
                text: frame.t1("shell-pager-beyond-text", "page", address.page()),
                href: address.with(&[(PAGE, &last.to_string())]),
                action: frame.t("shell-pager-last"),
            };
        }
        if list.narrowed {
            let [title, text, action] = words.none_match.map(|key| frame.t(key));
            return Self { title, text, href: address.reset().to_owned(), action };
        }
        let [title, text] = words.none.map(|key| frame.t(key));
        let (href, action) = list.begin.as_ref().map(|way| (way.href, way.text.clone())).unwrap_or_default();
        Self { title, text, href: href.to_owned(), action }
    }
}

/// A field of the filter bar.
pub struct Field {
    pub label: String,
    pub name: &'static str,
    pub value: String,
    /// What one types where there is no choice: `search` or `date`.
    pub input: &'static str,
    pub choice: Option<Choice>,
}

/// What a filter can be set to.
pub struct Choice {
    /// What is shown when nothing is chosen.
    pub otherwise: String,
    pub options: Vec<(String, String)>,
}

/// The filter bar of a list, put together in the order it is shown.
pub struct Fields<'a> {
    frame: &'a Frame,
    address: &'a ListAddress,
    fields: Vec<Field>,
}

impl<'a> Fields<'a> {
    /// A bar without fields, for the list at this address.
    pub fn of(frame: &'a Frame, address: &'a ListAddress) -> Self {
        Self { frame, address, fields: Vec::new() }
    }

    /// A field for words to look for.
    #[must_use]
    pub fn words(self, label: &str, name: &'static str) -> Self {
        self.with(label, name, "search", None)
    }

    /// A day.
    #[must_use]
    pub fn day(self, label: &str, name: &'static str) -> Self {
        self.with(label, name, "date", None)
    }

    /// A choice among codes, or all of them.
    #[must_use]
    pub fn choice(self, label: &str, name: &'static str, options: Vec<(String, String)>) -> Self {
        self.choice_or(label, name, "shell-filter-all", options)
    }

    /// A choice among codes; `otherwise` says what is shown when none is chosen.
    #[must_use]
    pub fn choice_or(self, label: &str, name: &'static str, otherwise: &str, options: Vec<(String, String)>) -> Self {
        let otherwise = self.frame.t(otherwise);
        self.with(label, name, "", Some(Choice { otherwise, options }))
    }

    fn with(mut self, label: &str, name: &'static str, input: &'static str, choice: Option<Choice>) -> Self {
        let value = self.address.filter(name).to_owned();
        self.fields.push(Field { label: self.frame.t(label), name, value, input, choice });
        self
    }

    /// The fields.
    pub fn done(self) -> Vec<Field> {
        self.fields
    }
}

/// Choices that are called what they are: areas, owners, officers.
pub fn as_they_are(texts: Vec<String>) -> Vec<(String, String)> {
    texts.into_iter().map(|text| (text.clone(), text)).collect()
}

/// A row of a list: the first cell leads to the thing's page.
pub struct Row {
    pub href: String,
    pub cells: Vec<Cell>,
}

/// What stands in a cell, in reading order.
#[derive(Default)]
pub struct Cell(pub Vec<Piece>);

/// A text, or a badge in the colour that helps its word along.
pub struct Piece {
    pub text: String,
    pub badge: Option<&'static str>,
}

impl Cell {
    /// A badge in the colour that helps its word along.
    pub fn badge(word: String, tone: &'static str) -> Self {
        Self::default().and_badge(word, tone)
    }

    /// And a badge behind it.
    #[must_use]
    pub fn and_badge(mut self, word: String, tone: &'static str) -> Self {
        self.0.push(Piece { text: word, badge: Some(tone) });
        self
    }

    /// And a text behind it.
    #[must_use]
    pub fn and_text(mut self, text: String) -> Self {
        self.0.push(Piece { text, badge: None });
        self
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::default().and_text(text)
    }
}

/// What is not known leaves the cell empty.
impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.map(Self::from).unwrap_or_default()
    }
}
