//! The one integration-test program: Husrom as a whole, through its own doors.

/// Who may do what: every right, address and command.
mod access;
/// The site in process, and the people who use it.
mod app;
/// Homes: the list, a page, the forms.
mod dwellings;
/// The rules of the house that no compiler keeps.
mod house_rules;
/// Logging in, staying logged in, and the guards around every page.
mod logging_in;
/// What operators can set, and its documentation.
mod settings;
/// The store on both engines.
mod store;
