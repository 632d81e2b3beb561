//! Where a party gets letters.

use super::protection;
use crate::office::{About, OfficeError, Work};
use crate::store::applications::Application;
use crate::store::people;
use housing::Date;

/// Notes where the applicant gets letters from a day on. Nothing is kept for somebody whose address is protected, and
/// what is known already is not noted again.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn note_post_address(
    work: &mut Work<'_, '_>,
    application: &Application,
    lines: &[String],
    from: Date,
) -> Result<(), OfficeError> {
    let party = people::find(work.tx, &application.applicant)?.ok_or(OfficeError::NotFound)?;
    let protection = protection(work.tx, &party, &application.household, work.today)?;
    if !protection.address_may_leave_the_office() || people::post_address(work.tx, &party.id)? == lines {
        return Ok(());
    }
    people::set_post_address(work.tx, &party.id, from, lines)?;
    let details = serde_json::json!({"after": {"post_address": lines.join(", ")}}).to_string();
    work.note("change", About::person(&party.id), details);
    Ok(())
}
