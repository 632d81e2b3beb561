//! The one integration-test program: Husrom as a whole, through its own doors.

/// Who may do what: every right, address and command.
mod access;
/// Accounts and units: the administrator's pages.
mod accounts;
/// What fits whom, and the allocation meeting.
mod allocations;
/// The site in process, and the people who use it.
mod app;
/// Appeals: received, forwarded, told.
mod appeals;
/// Applications: entered, listed on any day, moved on.
mod applications;
/// Arrears: the list of debtors, a page, invoices by hand.
mod arrears;
/// Assessments of cases, and the waiting list.
mod assessments;
/// Cases: opened, passed on, put on hold, closed.
mod cases;
/// Two people save the same thing: both versions side by side.
mod conflicts;
/// Decisions: written, approved, signed, sent.
mod decisions;
/// The municipality's delegation.
mod delegations;
/// The made-up municipality: what its office has done hangs together.
mod demo_data;
/// Documents: handed in, opened, taken out again.
mod documents;
/// Homes: the list, a page, the forms.
mod dwellings;
/// Persons who are expected before they apply.
mod expected;
/// The rules of the house that no compiler keeps.
mod house_rules;
/// Importing the office's own files.
mod imports;
/// The intake: an application in one sitting, kept as it is typed.
mod intake;
/// Reading the journal.
mod journal;
/// The letters of a case under way.
mod letters;
/// Logging in, staying logged in, and the guards around every page.
mod logging_in;
/// Offers: a home is promised once, answered, and becomes a tenancy.
mod offers;
/// The overview on any day, its page and its files.
mod overview;
/// People and households: entered, found, protected, merged and parted.
mod people;
/// The program as an operator runs it.
mod program;
/// Rule sets: made, tried and saved.
mod rule_sets;
/// What operators can set, and its documentation.
mod settings;
/// What an applicant states is typed once.
mod stated;
/// The store on both engines.
mod store;
/// Tenancies: the list, a page, what happens to them; and that protected people stay so.
mod tenancies;
mod what_if;
/// The work list: what is due, late, and waits for whom.
mod work;
