//! What a letter must tell before it may be sent.

use std::fmt;

use crate::blocks::Block;
use crate::composed::Composed;
use crate::letter::Letter;

/// A block that the law asks for, and what the letter lacks to fill it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingBlock {
    pub block: Block,
    /// The placeholders whose value says nothing; none when the block has no words of its own.
    pub lacks: Vec<&'static str>,
}

impl fmt::Display for MissingBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lacks = if self.lacks.is_empty() { "words".to_owned() } else { self.lacks.join(", ") };
        write!(f, "[{}] lacks {lacks} ({})", self.block.name(), self.block.law())
    }
}

impl Letter {
    /// Every mandatory block that this letter cannot fill (`law.md` 1.4). When it is empty, what is left is whether the
    /// template has words for each.
    pub fn check(&self) -> Vec<MissingBlock> {
        let values = self.values();
        let printed = self.kind().mandatory().iter().filter(|block| self.content.prints(**block));
        let missing = printed.filter_map(|&block| {
            let asked = self.kind().placeholders(block);
            let filled = |name: &&str| !self.content.must_say(name) || !values.says_nothing(name);
            let lacks: Vec<_> = asked.iter().copied().filter(|name| !filled(name)).collect();
            let enough = lacks.is_empty() || (block.one_is_enough() && lacks.len() < asked.len());
            (!enough).then_some(MissingBlock { block, lacks })
        });
        missing.collect()
    }

    /// Every mandatory block that the letter cannot fill, or that says nothing where it is composed. Empty when it may be
    /// sent.
    pub(crate) fn check_composed(&self, composed: &Composed) -> Vec<MissingBlock> {
        let mut missing = self.check();
        for &block in self.kind().mandatory().iter().filter(|block| self.content.prints(**block)) {
            let is_told = missing.iter().any(|missing| missing.block == block);
            if !is_told && !composed.says(block.name()) {
                missing.push(MissingBlock { block, lacks: Vec::new() });
            }
        }
        missing
    }
}
