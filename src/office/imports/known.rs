//! What need not be asked of the register while an import is saved.

use std::collections::HashSet;

/// What can be found of one kind. Where there was nothing when the import began, only what the
/// import itself has added can be found, and the register need not be asked row by row.
pub struct Known {
    was_empty: bool,
    added: HashSet<String>,
}

impl Known {
    /// `any`: whether the register has anything of the kind.
    pub fn beginning_with(any: bool) -> Self {
        Self { was_empty: !any, added: HashSet::new() }
    }

    /// Whether the register may have this.
    pub fn may_have(&self, key: &str) -> bool {
        !self.was_empty || self.added.contains(key)
    }

    /// The import has added this.
    pub fn add(&mut self, key: String) {
        if self.was_empty {
            self.added.insert(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_register_has_only_what_was_added() {
        let mut known = Known::beginning_with(false);
        known.add("a".to_owned());
        assert_eq!((known.may_have("a"), known.may_have("b")), (true, false));
        assert!(Known::beginning_with(true).may_have("b"));
    }
}
