//! Who gets which home: what fits whom and why, the best placement of all at once, and the meeting that decides.

mod apart;
mod cards;
mod choices;
mod closing;
mod counted;
mod fairness;
mod fits;
mod gathering;
mod in_meeting;
mod meeting;
mod minutes;
mod numbers;
mod obstacles;
mod pairs;
mod paper;
mod prices;
mod problem;
mod rule_effects;
mod rules;
mod scene;
mod showing;
mod solving;
mod traits;
mod under_way;
mod unmet;
mod what_if;

pub use apart::{KeptApart, end_apart, keep_apart, kept_apart};
pub use cards::{Card, Given, Other};
pub use choices::{Choice, NewChoice, choose, give_reason, set_limits, undo};
pub use closing::{close, release};
pub use counted::{Counted, CountedHome, counted_by};
pub use fairness::{Came, Fairness, GroupFairness, InMeeting};
pub(in crate::office) use fits::fit_of;
pub use fits::{Look, Met, MetHome, look};
pub(in crate::office) use gathering::kept_from_protected;
pub use in_meeting::InTheMeeting;
pub use meeting::{call, list, run, set_participants, solve_again, stop_search};
pub use minutes::{Decided, Grounds, Laid, Minutes, MinutesPdf, grounds, minutes, minutes_pdf};
pub use numbers::{EmptyRow, Numbers, PhaseFigures, numbers};
pub use obstacles::{Obstacle, Stopped, WhoCould, who_could_have};
pub use prices::{Asked, CapPrice, HomePrice, Prices, Worth, prices};
pub use problem::KEPT_APART;
pub use rule_effects::{ClauseEffect, FitEffects, fit_effects};
pub use rules::{KnownFitRules, STANDARD_FIT_RULES, find_fit_rules, fit_rule_problems, list_fit_rules, save_fit_rules};
pub use scene::{Candidate, Free, Home};
pub use showing::{CapUse, Change, NextForPlacement, OpenPlacement, Shown, Without, show, show_names};
pub use solving::{Answer, Bound, CAP_FULL, LONGEST};
pub use traits::{TraitsOf, record_traits, traits_of};
pub use under_way::{Search, Searches};
pub use unmet::{Unmet, WhyUnmet};
pub use what_if::{
    CapRow, CapSide, Changes, Compared, Fate, HomeFate, HomeRow, HouseholdRow, MoreHomes, MoreHouseholds, OtherCap,
    Outcome, Place, Side, Summary, Totals, Turn, WhatIfs, Who, compare, imagine, search_of, show_names_compared,
    what_if_run, what_ifs,
};
