//! Who does what in the made-up office.

use crate::office::{Actor, OfficeError};
use crate::store::{Tx, accounts};

/// Those who write, sign and help out.
pub(super) struct Desk {
    pub writer: Actor,
    pub colleague: Actor,
    pub signer: Actor,
}

impl Desk {
    /// The demo officers who do it.
    pub(super) fn read(tx: &mut Tx<'_>) -> Result<Self, OfficeError> {
        let mut officer = |login: &str| {
            let found = accounts::find_by_login(tx, login)?.ok_or(OfficeError::NotFound)?;
            let (id, name, role, sees_protected) = (found.id, found.name, found.role, found.sees_protected);
            Ok::<_, OfficeError>(Actor { id, name, role, sees_protected })
        };
        Ok(Self { writer: officer("saksbehandler")?, colleague: officer("kollega")?, signer: officer("leder")? })
    }
}
