//! The trade of a municipal housing office: people, homes, tenancies, applications and arrears.
//!
//! Pure values and rules. No input or output, no clock, no SQL, no HTTP: today's date, and every
//! other fact, comes in as an argument. Text from outside becomes one of these types once, at the
//! edge; from there on the type is the proof that the value is valid.

#[macro_use]
mod codes;

pub mod acts;
pub mod address;
pub mod appeals;
pub mod applications;
pub mod arrears;
pub mod assessment;
pub mod both_forms;
pub mod calc;
pub mod calendar;
pub mod cases;
pub mod dated;
pub mod decisions;
pub mod dwellings;
pub mod expected;
pub mod fit;
pub mod identity;
pub mod money;
pub mod needs;
pub mod offers;
pub mod officers;
pub mod people;
pub mod rates;
pub mod registry_numbers;
pub mod rent;
pub mod tenancies;
pub mod text;
pub mod waiting_list;
pub mod written;

pub use codes::UnknownCode;
pub use jiff::civil::Date;
