//! Husrom: the program a Norwegian municipality's housing office works in all day.

pub mod access;
pub mod cli;
pub mod clock;
pub mod exchange;
pub mod office;
pub mod parameters;
pub mod secrets;
pub mod settings;
pub mod store;
pub mod texts;
pub mod web;
