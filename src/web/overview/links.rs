//! The way from a number to its rows, for those who may see them.

use crate::access::{self, Action, Role, Thing};
use crate::office::overview::Awaits;
use crate::store::UNKNOWN;
use crate::store::applications::KindFilter;
use crate::store::dwellings::CategoryFilter;
use housing::applications::ApplicationKind;
use housing::dwellings::Category;
use jiff::civil::Date;

/// What the lists call homes and applications that have nothing to do with care homes, and those that have.
pub fn category(care_home: bool) -> &'static str {
    if care_home { Category::CareHome.code() } else { CategoryFilter::Ordinary.code() }
}

/// As [`category`], of what is applied for.
pub fn kind(care_home: bool) -> &'static str {
    if care_home { ApplicationKind::CareHome.code() } else { KindFilter::Ordinary.code() }
}

/// A code as the lists are narrowed to it, or that it is not known.
pub fn or_unknown(code: Option<&str>) -> &str {
    code.unwrap_or(UNKNOWN)
}

/// Addresses of the lists behind the numbers of one day.
pub struct Links {
    /// Empty for today, which is what the lists show by themselves.
    on: String,
    role: Role,
}

impl Links {
    /// Links for somebody in `role` to the rows of `on`.
    pub fn new(on: Date, today: Date, role: Role) -> Self {
        let on = if on == today { String::new() } else { on.to_string() };
        Self { on, role }
    }

    /// Homes that match; empty where the viewer may not see the list.
    pub fn dwellings(&self, filters: &[(&str, &str)]) -> String {
        self.list("/dwellings", Thing::Dwelling, filters)
    }

    /// Tenancies that match.
    pub fn tenancies(&self, filters: &[(&str, &str)]) -> String {
        self.list("/tenancies", Thing::Tenancy, filters)
    }

    /// Open applications that match.
    pub fn open_applications(&self, filters: &[(&str, &str)]) -> String {
        self.with_status("open", filters)
    }

    /// Applications that await this, and match.
    pub fn awaiting(&self, awaits: Awaits, filters: &[(&str, &str)]) -> String {
        let status = match awaits {
            Awaits::Decision => "decision",
            Awaits::Home => "home",
        };
        self.with_status(status, filters)
    }

    fn with_status(&self, status: &str, filters: &[(&str, &str)]) -> String {
        self.applications(&[&[("status", status)], filters].concat())
    }

    /// Applications that came in, were decided or are open, and match.
    pub fn applications(&self, filters: &[(&str, &str)]) -> String {
        self.list("/applications", Thing::Application, filters)
    }

    /// Debtors that match.
    pub fn arrears(&self, filters: &[(&str, &str)]) -> String {
        self.list("/arrears", Thing::Arrears, filters)
    }

    /// Invoices that are owed and match.
    pub fn invoices(&self, filters: &[(&str, &str)]) -> String {
        self.list("/invoices", Thing::Arrears, filters)
    }

    /// The page of one home.
    pub fn dwelling(&self, id: &str) -> String {
        format!("/dwellings/{id}")
    }

    fn list(&self, path: &str, thing: Thing, filters: &[(&str, &str)]) -> String {
        if access::may(self.role, Action::Look, thing).is_err() {
            return String::new();
        }
        let query = filters.iter().copied().chain([("on", self.on.as_str())]).filter(|(_, value)| !value.is_empty());
        let query: Vec<(&str, &str)> = query.collect();
        let query = serde_urlencoded::to_string(query).expect("pairs of text can always be encoded");
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}
