//! Why another household came before, without telling anything about it.

/// How a household stands towards a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// 1 is the most urgent; `None` for a tenant who would move without a ground of priority.
    pub need_class: Option<u32>,
    pub score: u32,
}

code_list! {
    /// What put another household first. It says nothing of who they are or what they need.
    Before "fit-before" {
        /// They are in a need class that goes first.
        Priority = "PRIORITET",
        /// They are in the same need class, and the home answers their needs better, all parts of the score together.
        BetterFit = "PASSER_BEDRE",
        /// The plan is better when all homes are seen together: more households get a home, or homes suit better.
        TheWhole = "HELHETEN",
    }
}

impl Before {
    /// Why they came before us.
    pub fn why(ours: Standing, theirs: Standing) -> Self {
        let class = |standing: Standing| standing.need_class.unwrap_or(u32::MAX);
        if class(theirs) < class(ours) {
            Self::Priority
        } else if class(theirs) == class(ours) && theirs.score > ours.score {
            Self::BetterFit
        } else {
            Self::TheWhole
        }
    }
}
