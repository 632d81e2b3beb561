//! Lists: everything a list shows is in its address, so that it can be shared, kept as a bookmark and gone back to.
//!
//! `/dwellings?area=Sentrum&sort=-rent&page=2` is the homes in Sentrum, dearest first, second page. The parts in
//! `templates/list.html` draws what is prepared here.

mod page;

pub use page::{Cell, Contents, Field, Fields, Row, Way, Words, as_they_are, not_understood, show};

use super::{FormValues, WebError};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::convert::Infallible;

/// Rows on a page: what fits in a few looks down the screen, and well under the limit for a page's size.
pub const ROWS: i64 = 50;

const SORT: &str = "sort";
const PAGE: &str = "page";

/// A list's address, read.
#[derive(Clone, Debug)]
pub struct ListAddress {
    path: String,
    values: FormValues,
}

impl<S: Sync> FromRequestParts<S> for ListAddress {
    type Rejection = Infallible;

    /// An address that cannot be read is the whole list: nobody is helped by an error page for a cut-off link.
    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let read = Self::read(parts.uri.path(), parts.uri.query().unwrap_or_default());
        Ok(read.unwrap_or_else(|_| Self { path: parts.uri.path().to_owned(), values: FormValues::default() }))
    }
}

impl ListAddress {
    /// Reads a path and its query.
    ///
    /// # Errors
    /// When the query is not form-encoded.
    pub fn read(path: &str, query: &str) -> Result<Self, WebError> {
        Ok(Self { path: path.to_owned(), values: FormValues::parse(query)? })
    }

    /// What the list is narrowed to under this name; empty when it is not.
    pub fn filter(&self, name: &str) -> &str {
        self.values.get(name)
    }

    /// What the list is narrowed to under this name, if it is.
    pub fn filled(&self, name: &str) -> Option<&str> {
        self.values.filled(name)
    }

    /// The key to sort by, one of `keys`, and whether largest first. The first key rules when none was asked for.
    pub fn order<'a>(&self, keys: &[&'a str]) -> (&'a str, bool) {
        let asked = self.sort();
        let (key, descending) = asked.strip_prefix('-').map_or((asked, false), |key| (key, true));
        let known = keys.iter().find(|known| **known == key);
        known.map_or((keys.first().copied().unwrap_or_default(), false), |key| (*key, descending))
    }

    /// The order as it stands in the address, to be kept by the filter form.
    pub fn sort(&self) -> &str {
        self.filter(SORT)
    }

    /// A day that stands under this name.
    pub fn day(&self, name: &str) -> Option<housing::Date> {
        self.filled(name).and_then(|day| housing::written::day(day).ok())
    }

    /// What stands under this name, when it reads as what is asked for; what cannot be read narrows nothing.
    pub fn read_as<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.filled(name).and_then(|text| text.parse().ok())
    }

    /// The page, counted from 1.
    pub fn page(&self) -> i64 {
        self.filter(PAGE).parse().unwrap_or(1).max(1)
    }

    /// How many rows come before this page.
    pub fn skipped(&self) -> i64 {
        (self.page() - 1).saturating_mul(ROWS)
    }

    /// This list with other values; an empty one is taken away. A list narrowed otherwise starts on its first page.
    pub fn with(&self, changes: &[(&str, &str)]) -> String {
        let changed = |name: &str| name == PAGE || changes.iter().any(|(change, _)| *change == name);
        let kept = self.values.pairs().iter().filter(|(name, value)| !changed(name) && !value.trim().is_empty());
        let kept = kept.map(|(name, value)| (name.as_str(), value.as_str()));
        let new = changes.iter().copied().filter(|(_, value)| !value.is_empty());
        let query: Vec<(&str, &str)> = kept.chain(new).collect();
        let query = serde_urlencoded::to_string(query).expect("pairs of text can always be encoded");
        if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) }
    }

    /// What the address says beside these filters, the order and the page.
    fn beside(&self, filters: &[&str]) -> Vec<(String, String)> {
        let is_other = |name: &str| ![SORT, PAGE].contains(&name) && !filters.contains(&name);
        let others = self.values.pairs().iter().filter(|(name, value)| is_other(name) && !value.trim().is_empty());
        others.cloned().collect()
    }

    /// The whole list, narrowed to nothing.
    pub fn reset(&self) -> &str {
        &self.path
    }
}

/// A column head, with the way to sort by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub label: String,
    /// The list sorted by this column, or the other way round; empty when it cannot be.
    pub href: String,
    /// `ascending` or `descending` when the list is sorted by this column; otherwise empty.
    pub direction: &'static str,
    pub numeric: bool,
}

impl Column {
    /// A head one cannot sort by.
    pub fn plain(label: impl Into<String>) -> Self {
        Self { label: label.into(), href: String::new(), direction: "", numeric: false }
    }

    /// A head that sorts by `key`; `order` is what [`ListAddress::order`] answered.
    pub fn sorted(address: &ListAddress, order: (&str, bool), label: impl Into<String>, key: &str) -> Self {
        let direction = match order {
            (by, false) if by == key => "ascending",
            (by, true) if by == key => "descending",
            (_, false | true) => "",
        };
        let next = if direction == "ascending" { format!("-{key}") } else { key.to_owned() };
        Self { label: label.into(), href: address.with(&[(SORT, &next)]), direction, numeric: false }
    }

    /// Numbers stand to the right, under a head to the right.
    #[must_use]
    pub fn numeric(self) -> Self {
        Self { numeric: true, ..self }
    }
}

/// One thing the list is narrowed to, with its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    pub text: String,
    pub remove_href: String,
}

impl Chip {
    /// `text` says what the filter `name` is set to.
    pub fn new(address: &ListAddress, text: impl Into<String>, name: &str) -> Self {
        Self { text: text.into(), remove_href: address.with(&[(name, "")]) }
    }

    /// What each filter is set to in words, of those that are set.
    pub fn all(address: &ListAddress, worded: impl IntoIterator<Item = (&'static str, Option<String>)>) -> Vec<Self> {
        worded.into_iter().filter_map(|(name, text)| Some(Self::new(address, text?, name))).collect()
    }
}

/// Which rows these are, of how many, and the pages before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pager {
    pub first: String,
    pub last: String,
    pub total: String,
    pub previous_href: Option<String>,
    pub next_href: Option<String>,
}

impl Pager {
    /// For a list of `total` rows.
    pub fn new(address: &ListAddress, total: i64) -> Self {
        let before = address.skipped();
        let last = before.saturating_add(ROWS).min(total);
        let page = |number: i64| address.with(&[(PAGE, &number.to_string())]);
        Self {
            first: super::charts::grouped((before + 1).min(total)),
            last: super::charts::grouped(last),
            total: super::charts::grouped(total),
            previous_href: (address.page() > 1).then(|| page(address.page() - 1)),
            next_href: (last < total).then(|| page(address.page() + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Chip, Column, ListAddress, Pager};

    fn list(query: &str) -> ListAddress {
        ListAddress::read("/dwellings", query).expect("a query")
    }

    #[test]
    fn the_order_is_one_of_those_the_list_knows() {
        let keys = ["address", "rent"];
        assert_eq!(list("sort=-rent").order(&keys), ("rent", true));
        assert_eq!(list("sort=rent").order(&keys), ("rent", false));
        assert_eq!(list("sort=password").order(&keys), ("address", false));
        assert_eq!(list("").order(&keys), ("address", false));
    }

    #[test]
    fn narrowing_keeps_the_rest_and_starts_at_the_first_page() {
        let address = list("area=Øst+og+vest&status=&sort=-rent&page=3");
        assert_eq!(address.with(&[("status", "vacant")]), "/dwellings?area=%C3%98st+og+vest&sort=-rent&status=vacant");
        assert_eq!(Chip::new(&address, "Øst og vest", "area").remove_href, "/dwellings?sort=-rent");
        assert_eq!(list("area=x").with(&[("area", "")]), "/dwellings");
    }

    #[test]
    fn what_a_link_narrowed_by_is_kept_when_the_bar_is_used() {
        let address = list("outcome=INNVILGET&area=&status=open&sort=number&page=2");
        assert_eq!(address.beside(&["status", "area"]), [("outcome".to_owned(), "INNVILGET".to_owned())]);
    }

    #[test]
    fn a_head_turns_the_order_round() {
        let address = list("sort=rent");
        let order = address.order(&["address", "rent"]);
        let rent = Column::sorted(&address, order, "Husleie", "rent").numeric();
        assert_eq!((rent.direction, rent.href.as_str()), ("ascending", "/dwellings?sort=-rent"));
        let place = Column::sorted(&address, order, "Adresse", "address");
        assert_eq!((place.direction, place.href.as_str()), ("", "/dwellings?sort=address"));
    }

    #[test]
    fn the_pager_says_where_one_is() {
        let middle = Pager::new(&list("page=2"), 1_204);
        assert_eq!([middle.first, middle.last, middle.total], ["51", "100", "1\u{a0}204"]);
        assert_eq!(middle.previous_href.as_deref(), Some("/dwellings?page=1"));
        assert_eq!(middle.next_href.as_deref(), Some("/dwellings?page=3"));

        let empty = Pager::new(&list(""), 0);
        assert_eq!([empty.first, empty.last], ["0", "0"]);
        assert_eq!((empty.previous_href, empty.next_href), (None, None));
    }

    #[test]
    fn a_page_number_that_makes_no_sense_is_the_first() {
        assert_eq!(list("page=minus").page(), 1);
        assert_eq!(list("page=-4").skipped(), 0);
        assert!(list("page=9223372036854775807").skipped() > 0);
    }
}
