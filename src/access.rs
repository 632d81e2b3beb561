//! Who may do what to what: decided here and nowhere else.
//!
//! The whole table is written out in `tests/it/access.txt` and compared by a test, so that a
//! changed right shows up as a changed line.

use serde::Serialize;

/// What an officer is here to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Role {
    /// *Saksbehandler*
    Caseworker,
    /// *Booppfølger*
    FollowUpWorker,
    /// *Medlem av tildelingsteamet*
    AllocationMember,
    /// *Leder*
    Leader,
    /// *Boligforvalter*: homes and rent, no case content
    PropertyManager,
    /// *Administrator*: accounts and settings, no cases
    Administrator,
    /// *Revisor*: the journal
    Auditor,
    /// Whoever runs the command line on the machine itself.
    Operator,
}

impl Role {
    /// The roles an account can have.
    pub const OF_OFFICERS: &'static [Self] = &[
        Self::Caseworker,
        Self::FollowUpWorker,
        Self::AllocationMember,
        Self::Leader,
        Self::PropertyManager,
        Self::Administrator,
        Self::Auditor,
    ];

    /// The stored code; texts for people have the key `role-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Caseworker => "caseworker",
            Self::FollowUpWorker => "follow-up-worker",
            Self::AllocationMember => "allocation-member",
            Self::Leader => "leader",
            Self::PropertyManager => "property-manager",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
            Self::Operator => "operator",
        }
    }

    /// The role of an account, by its stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::OF_OFFICERS.iter().copied().find(|role| role.code() == code)
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Look,
    Change,
}

impl Action {
    /// Every action, for the table.
    pub const ALL: &'static [Self] = &[Self::Look, Self::Change];
}

/// What it is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    Dwelling,
    Person,
    Household,
    Tenancy,
    Application,
    /// What an application leads to: assessment, work list, hand-over.
    Case,
    /// What came in and went out in a case.
    Document,
    Decision,
    Appeal,
    /// Somebody who will need a home on the day they leave prison, hospital or the like.
    Expected,
    /// A home offered to a household.
    Offer,
    /// Who is proposed and given which home.
    Allocation,
    /// The municipality's own rules, each set from its day.
    RuleSet,
    Arrears,
    Import,
    Overview,
    /// The whole journal.
    Journal,
    /// Who has looked at one person.
    Trail,
    Account,
    Settings,
    /// All there is, in a file.
    Backup,
}

impl Thing {
    /// Every kind of thing, for the table.
    pub const ALL: &'static [Self] = &[
        Self::Dwelling,
        Self::Person,
        Self::Household,
        Self::Tenancy,
        Self::Application,
        Self::Case,
        Self::Document,
        Self::Decision,
        Self::Appeal,
        Self::Expected,
        Self::Offer,
        Self::Allocation,
        Self::RuleSet,
        Self::Arrears,
        Self::Import,
        Self::Overview,
        Self::Journal,
        Self::Trail,
        Self::Account,
        Self::Settings,
        Self::Backup,
    ];

    /// The thing with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|thing| thing.word() == word)
    }

    /// The word in the journal and in addresses of pages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dwelling => "dwelling",
            Self::Person => "person",
            Self::Household => "household",
            Self::Tenancy => "tenancy",
            Self::Application => "application",
            Self::Case => "case",
            Self::Document => "document",
            Self::Decision => "decision",
            Self::Appeal => "appeal",
            Self::Expected => "expected",
            Self::Offer => "offer",
            Self::Allocation => "allocation",
            Self::RuleSet => "rule-set",
            Self::Arrears => "arrears",
            Self::Import => "import",
            Self::Overview => "overview",
            Self::Journal => "journal",
            Self::Trail => "trail",
            Self::Account => "account",
            Self::Settings => "settings",
            Self::Backup => "backup",
        }
    }
}

/// Why something may not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// They may know that it exists, but not act: 403.
    #[error("not allowed")]
    Forbidden,
    /// They may not know that it exists: 404.
    #[error("not found")]
    Hidden,
}

/// May somebody in `role` do `action` to a thing of this kind?
///
/// # Errors
/// [`Denied::Forbidden`] when the role has no use for it (*tjenstlig behov*, law.md 7.3).
pub const fn may(role: Role, action: Action, thing: Thing) -> Result<(), Denied> {
    if allows(role, action, thing) { Ok(()) } else { Err(Denied::Forbidden) }
}

const fn allows(role: Role, action: Action, thing: Thing) -> bool {
    use Role::{
        Administrator, AllocationMember, Auditor, Caseworker, FollowUpWorker, Leader, Operator, PropertyManager,
    };
    if matches!(role, Operator) {
        return true;
    }
    match (action, thing) {
        (Action::Look, Thing::Dwelling | Thing::Overview) => !matches!(role, Administrator | Auditor),
        (Action::Look, Thing::Tenancy) => {
            matches!(role, Caseworker | FollowUpWorker | AllocationMember | Leader | PropertyManager)
        }
        (
            Action::Look,
            Thing::Person
            | Thing::Household
            | Thing::Application
            | Thing::Case
            | Thing::Document
            | Thing::Decision
            | Thing::Appeal
            | Thing::Expected
            | Thing::Offer,
        ) => matches!(role, Caseworker | FollowUpWorker | AllocationMember | Leader),
        (Action::Look, Thing::Allocation) => matches!(role, Caseworker | AllocationMember | Leader),
        (Action::Change, Thing::Allocation) => matches!(role, AllocationMember | Leader),
        (Action::Look, Thing::RuleSet) => !matches!(role, PropertyManager | Auditor),
        (Action::Look, Thing::Arrears) => matches!(role, Caseworker | FollowUpWorker | Leader | PropertyManager),
        (Action::Change, Thing::Dwelling | Thing::Tenancy | Thing::Arrears) => {
            matches!(role, Caseworker | Leader | PropertyManager)
        }
        (
            Action::Change,
            Thing::Person
            | Thing::Household
            | Thing::Application
            | Thing::Case
            | Thing::Document
            | Thing::Decision
            | Thing::Appeal
            | Thing::Expected
            | Thing::Offer,
        )
        | (Action::Look | Action::Change, Thing::Import) => matches!(role, Caseworker | Leader),
        (Action::Look, Thing::Trail) => matches!(role, Leader | Auditor),
        (Action::Look, Thing::Journal) => matches!(role, Auditor),
        (Action::Look | Action::Change, Thing::Account | Thing::Settings) | (Action::Change, Thing::RuleSet) => {
            matches!(role, Administrator)
        }
        (Action::Change, Thing::Overview | Thing::Journal | Thing::Trail)
        | (Action::Look | Action::Change, Thing::Backup) => false,
    }
}

/// May somebody see what ties a strictly protected person to a home (`L7.2`)?
///
/// # Errors
/// [`Denied::Hidden`] for everybody outside the named group: for them it does not exist.
pub const fn may_tie(sees_protected: bool, restricted: bool) -> Result<(), Denied> {
    if restricted && !sees_protected { Err(Denied::Hidden) } else { Ok(()) }
}
