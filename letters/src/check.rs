//! What a letter must tell before it may be sent.

use std::fmt;

use crate::blocks::Block;
use crate::letter::Letter;

/// A block that the law asks for, and what the letter lacks to fill it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingBlock {
    pub block: Block,
    /// The placeholders that have no value.
    pub lacks: Vec<&'static str>,
}

impl fmt::Display for MissingBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}] lacks {} ({})", self.block.name(), self.lacks.join(", "), self.block.law())
    }
}

impl Letter {
    /// Every mandatory block that this letter cannot fill (`law.md` 1.4). Empty when it may be sent.
    pub fn check(&self) -> Vec<MissingBlock> {
        let values = self.values();
        let printed = self.kind().mandatory().iter().filter(|block| self.content.prints(**block));
        let missing = printed.filter_map(|&block| {
            let lacks: Vec<_> = block.placeholders().iter().copied().filter(|name| values.lacks(name)).collect();
            let enough = lacks.is_empty() || (block.one_is_enough() && lacks.len() < block.placeholders().len());
            (!enough).then_some(MissingBlock { block, lacks })
        });
        missing.collect()
    }
}
