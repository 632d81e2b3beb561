//! The way from a number to its rows, for those who may see them.

use crate::access::{self, Action, Role, Thing};
use crate::office::overview::Awaits;
use jiff::civil::Date;

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
        self.applications("open", filters)
    }

    /// Applications that await this, and match.
    pub fn awaiting(&self, awaits: Awaits, filters: &[(&str, &str)]) -> String {
        let status = match awaits {
            Awaits::Decision => "decision",
            Awaits::Home => "home",
        };
        self.applications(status, filters)
    }

    fn applications(&self, status: &str, filters: &[(&str, &str)]) -> String {
        self.list("/applications", Thing::Application, &[&[("status", status)], filters].concat())
    }

    /// Arrears that match.
    pub fn arrears(&self, filters: &[(&str, &str)]) -> String {
        self.list("/arrears", Thing::Arrears, filters)
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
