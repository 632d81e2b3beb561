//! Who may do what, written out whole: a changed right is a changed line.

/// A file that a test writes anew with `HUSROM_BLESS=1` and otherwise compares whole.
pub mod written_out;

/// What every address and command asks of whoever comes there.
mod permissions;

use husrom::access::{Action, Role, Thing, may};

#[test]
fn the_table_of_rights() {
    let roles = Role::OF_OFFICERS.iter().copied().chain([Role::Operator]);
    let roles: Vec<Role> = roles.collect();
    let mut rows = vec![written_out::row("", roles.iter().map(|role| role.code()))];
    for action in Action::ALL {
        for thing in Thing::ALL {
            let answers = roles.iter().map(|role| if may(*role, *action, *thing).is_ok() { "yes" } else { "-" });
            rows.push(written_out::row(&format!("{action:?} {}", thing.word()).to_lowercase(), answers));
        }
    }
    written_out::check("tests/it/access.txt", &rows.join("\n"));
}
