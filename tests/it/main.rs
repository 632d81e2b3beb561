//! The one integration-test program: Husrom as a whole, through its own doors.

/// The rules of the house that no compiler keeps.
mod house_rules;
/// The settings file that operators start from.
mod settings;
