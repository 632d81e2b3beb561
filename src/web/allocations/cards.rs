//! The homes of a meeting: a card for each, with who is to get it and who else could.

use super::sight::Sight;
use super::words::{self, PartView};
use crate::office::allocations::{Candidate, Card, Given, Home, Obstacle, Other, Shown, Unmet, WhyUnmet};
use crate::store::allocations::Chosen;
use crate::web::Frame;
use housing::fit::Fit;

pub(super) struct CardView {
    pub id: String,
    pub address: String,
    pub facts: String,
    pub free: String,
    pub tone: &'static str,
    pub freed: bool,
    pub held: Option<(i64, String)>,
    pub given: Option<GivenView>,
    pub alternatives: Vec<OtherView>,
    /// A lock on it that is not in the plan.
    pub unmet: Vec<UnmetView>,
    /// Why nobody is proposed, as one sentence; empty where somebody is.
    pub why_nobody: String,
    /// What stops most of them, and whether there is more to tell.
    pub more_obstacles: bool,
    pub obstacles: Vec<ObstacleView>,
    /// Everybody else, and what stops them.
    pub stopped_href: String,
}

/// As much of what stops them as one reads on a card.
const OBSTACLES: usize = 3;

/// What stops some households from getting a home.
pub(super) struct ObstacleView {
    pub count: usize,
    pub what: String,
    pub href: String,
}

/// A lock that the plan does not carry out.
pub(super) struct UnmetView {
    pub position: i64,
    pub what: String,
    pub why: String,
}

pub(super) struct GivenView {
    pub household: String,
    pub who: String,
    pub href: String,
    pub class: String,
    pub score: u32,
    pub parts: Vec<PartView>,
    pub open: Vec<String>,
    pub open_words: String,
    pub from: String,
    pub step: i64,
    pub chosen: Option<String>,
    pub choice: Option<i64>,
}

pub(super) struct OtherView {
    pub household: String,
    pub who: String,
    pub href: String,
    pub class: String,
    pub score: u32,
    pub open: Vec<String>,
    pub can_be_locked: bool,
    /// Where the plan has them now.
    pub elsewhere: String,
}

/// Who it is, as much as was asked for.
pub(super) fn who(frame: &Frame, candidate: &Candidate, named: bool) -> String {
    let unnamed = words::unnamed(frame, candidate);
    if named { format!("{} · {unnamed}", candidate.name) } else { unnamed }
}

fn class(frame: &Frame, candidate: &Candidate) -> String {
    candidate.need_class().map(|class| frame.t1("allocation-class", "class", class)).unwrap_or_default()
}

fn open(frame: &Frame, fit: &Fit) -> Vec<String> {
    fit.open().map(|result| frame.t(&result.found.text_key())).collect()
}

/// What is to be cleared up, each in a word.
fn open_words(frame: &Frame, fit: &Fit) -> String {
    let words: Vec<String> = fit.open().map(|result| frame.t(&result.clause.text_key()).to_lowercase()).collect();
    words.join(", ")
}

/// What stops how many from getting a home, and where they are listed.
fn obstacle_view(frame: &Frame, sight: &Sight, home: &Home, (obstacle, count): &(Obstacle, usize)) -> ObstacleView {
    ObstacleView {
        count: *count,
        what: words::obstacle(frame, obstacle),
        href: sight.stopped(home.id(), Some(&obstacle.code())),
    }
}

pub(super) fn view(frame: &Frame, shown: &Shown, card: &Card, sight: &Sight) -> CardView {
    let (free, tone) = words::free(frame, &card.home);
    let other = |Other { candidate, fit, can_be_locked }: &Other| {
        let placed = shown.answer.as_ref().and_then(|answer| answer.home_of(&candidate.household));
        let home = placed.and_then(|placed| shown.cards.iter().find(|card| card.home.id() == placed.to));
        OtherView {
            household: candidate.household.clone(),
            who: who(frame, candidate, sight.named),
            href: sight.fit(Some(&candidate.application.id), Some(card.home.id())),
            class: class(frame, candidate),
            score: fit.score.total,
            open: open(frame, fit),
            can_be_locked: *can_be_locked,
            elsewhere: home
                .map(|card| frame.t1("allocation-elsewhere", "home", words::address(&card.home)))
                .unwrap_or_default(),
        }
    };
    CardView {
        id: card.home.id().to_owned(),
        address: words::address(&card.home),
        facts: words::home_facts(frame, &card.home),
        free: if card.freed { frame.t("allocation-freed") } else { free },
        tone: if card.freed { "info" } else { tone },
        freed: card.freed,
        held: card.held.as_ref().map(|choice| (choice.position, choice.reason.clone())),
        given: card.given.as_ref().map(|given| given_view(frame, &card.home, given, sight)),
        alternatives: card.alternatives.iter().map(other).collect(),
        why_nobody: if card.given.is_none() { why_nobody(frame, card) } else { String::new() },
        more_obstacles: card.obstacles.len() > OBSTACLES,
        obstacles: card
            .obstacles
            .iter()
            .take(OBSTACLES)
            .map(|it| obstacle_view(frame, sight, &card.home, it))
            .collect(),
        stopped_href: sight.stopped(card.home.id(), None),
        unmet: shown
            .unmet
            .iter()
            .filter(|one| one.dwelling == card.home.id())
            .map(|one| unmet(frame, one, sight.named))
            .collect(),
    }
}

pub(super) fn unmet(frame: &Frame, unmet: &Unmet, named: bool) -> UnmetView {
    let household = unmet.candidate.as_ref().map(|candidate| who(frame, candidate, named));
    let what = [household, unmet.home.as_ref().map(words::address)].into_iter().flatten().collect::<Vec<_>>();
    let why = match &unmet.why {
        WhyUnmet::Gone => frame.t("allocation-unmet-gone"),
        WhyUnmet::MoveLimit(count) => frame.t1("allocation-unmet-moves", "count", count),
        WhyUnmet::Cap(cap) => frame.t1("allocation-unmet-cap", "cap", cap),
        WhyUnmet::TenantStays => frame.t("allocation-unmet-tenant"),
        WhyUnmet::Others => frame.t("allocation-unmet-others"),
    };
    UnmetView { position: unmet.position, what: what.join(" → "), why }
}

fn given_view(frame: &Frame, home: &Home, given: &Given, sight: &Sight) -> GivenView {
    let chosen = match given.chosen {
        Chosen::Proposed => None,
        Chosen::Locked => Some(frame.t("allocation-chosen-locked")),
        Chosen::Reserved => Some(frame.t("allocation-chosen-reserved")),
    };
    GivenView {
        household: given.candidate.household.clone(),
        who: who(frame, &given.candidate, sight.named),
        href: sight.fit(Some(&given.candidate.application.id), Some(home.id())),
        class: class(frame, &given.candidate),
        score: given.fit.score.total,
        parts: words::parts(frame, &given.fit),
        open: open(frame, &given.fit),
        open_words: open_words(frame, &given.fit),
        from: given
            .from
            .as_ref()
            .map(|from| frame.t1("allocation-leaves", "home", words::address(from)))
            .unwrap_or_default(),
        step: given.step,
        choice: given.choice,
        chosen,
    }
}

/// Why nobody is proposed for a home, in a sentence.
fn why_nobody(frame: &Frame, card: &Card) -> String {
    let all: usize = card.obstacles.iter().map(|(_, count)| count).sum();
    let suits: usize = card.obstacles.iter().filter(|(obstacle, _)| obstacle.suits()).map(|(_, count)| count).sum();
    let (all, suits) = (all.to_string(), suits.to_string());
    match (all.as_str(), suits.as_str()) {
        ("0", _) => frame.t("allocation-nobody-waits"),
        (_, "0") => frame.t1("allocation-nobody-fits", "all", &all),
        _ => frame.ta("allocation-nobody-gets", &[("all", &all), ("suits", &suits)]),
    }
}
