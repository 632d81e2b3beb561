//! Cases: what a request for housing help must be answered on, each with its own clock (`law.md` 1.2–1.3).

mod clock;
mod hold;
mod opening;
mod work;

pub use clock::{Case, CaseDue, InterimAnswer};
pub use hold::WaitsFor;
pub use opening::{HousingRequest, cases_opened_by};
pub use work::{WorkGroup, work_groups};
