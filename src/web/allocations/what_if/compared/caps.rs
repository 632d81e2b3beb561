//! What the limits of policy count and cost in both plans, opening to those they count and those they stop.

use super::{Number, Of, narrowed};
use crate::office::allocations::{CapRow, CapSide, Compared};
use crate::web::Frame;
use crate::web::allocations::words::points;
use crate::web::lists::ListAddress;

/// A limit in both plans: used of at most, and what one more would be worth.
#[derive(Clone)]
pub(super) struct CapView {
    pub name: String,
    pub sides: [[Number; 2]; 2],
}

impl CapView {
    /// Whether it costs something in the plan, or counts or costs otherwise in the what-if.
    pub(super) fn binds(&self) -> bool {
        let [plan, imagined] = self.sides.each_ref().map(|side| side.each_ref().map(|number| number.text.as_str()));
        plan != imagined || !plan[1].is_empty()
    }
}

pub(super) fn view(row: &CapRow, address: &ListAddress) -> CapView {
    let side = |of: Of| {
        let side = of.cap(row);
        let texts =
            side.map(|side| [format!("{} / {}", side.counted.len(), side.at_most), points(side.one_more.as_deref())]);
        let has_rows = side.is_some_and(|side| !side.counted.is_empty() || !side.stopped.is_empty());
        let rows = || narrowed(address, &[("of", of.code()), ("cap", &row.name)]);
        let number = |text: String| {
            let href = if has_rows && !text.is_empty() { rows() } else { String::new() };
            Number { text, href }
        };
        texts.unwrap_or_default().map(number)
    };
    CapView { name: row.name.clone(), sides: Of::BOTH.map(side) }
}

/// The limit that rows are asked of, as one of the plans has it.
pub(super) fn asked<'a>(compared: &'a Compared, address: &ListAddress) -> Option<&'a CapSide> {
    let name = address.filled("cap")?;
    compared.caps.iter().find(|row| row.name == name).and_then(|row| Of::asked(address).cap(row))
}

/// Tenants whom the limit counts and who stay where they live: no row is theirs. Empty when there are none.
pub(super) fn others(frame: &Frame, compared: &Compared, address: &ListAddress) -> String {
    let Some(side) = asked(compared, address) else { return String::new() };
    let in_play = |id: &&String| compared.households.iter().any(|row| row.id == **id);
    match side.counted.iter().filter(|id| !in_play(id)).count() {
        0 => String::new(),
        count => frame.t1("what-if-cap-others", "count", count),
    }
}
