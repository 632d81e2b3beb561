//! `tilbud_svarfrist.txt`, `tilbud_nei.txt`, `tilbudets_gang.txt` and `tilbudskjede.txt`.

use housing::Date;
use housing::appeals::Arrival;
use housing::assessment::{OfferRule, RuleSet};
use housing::offers::{
    Consequence, EarlierOffer, Link, LinkState, Offer, OfferRefused, OfferState, Outlook, PlanProblem, answer_by,
    consequence, homes_left, outlooks, plan_problems, remind_on,
};

use crate::cases::{self, Case};

const STANDARD: &str = include_str!("../../../parameters/rule_sets/standard.toml");

fn usual() -> OfferRule {
    RuleSet::from_toml(STANDARD).expect("the file is part of the program").offer
}

#[track_caller]
fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no day"))
}

#[track_caller]
fn number<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

#[test]
fn an_offer_is_answered_by_the_day_of_the_rule() {
    cases::check("tilbud_svarfrist.txt", |case| {
        let (mut rule, mut stated) = (usual(), None);
        let mut arrival = Arrival::Proven { on: case.day };
        for fact in &case.facts {
            if let Some(days) = fact.strip_prefix("med post ").and_then(|rest| rest.strip_suffix(" dager")) {
                arrival = Arrival::Presumed { sent: case.day, post_days: number(days) };
            } else if let Some(notified) = fact.strip_prefix("varslet ") {
                arrival = Arrival::Digital { available: case.day, notified: day(notified) };
            } else if let Some(says) = fact.strip_prefix("brevet sier ") {
                stated = Some(day(says));
            } else if fact == "minner ikke" {
                rule.remind_days = 0;
            } else if let Some(days) = fact.strip_prefix("minner ").and_then(|rest| rest.strip_suffix(" dager før")) {
                rule.remind_days = number(days);
            } else if let Some(days) = fact.strip_suffix(" virkedager") {
                (rule.answer_days, rule.in_workdays) = (number(days), true);
            } else if let Some(days) = fact.strip_suffix(" dager") {
                rule.answer_days = number(days);
            } else {
                panic!("{fact:?} is no fact about a deadline");
            }
        }
        let by = answer_by(arrival, &rule, stated);
        let later = if by.later_than_letter { ", senere enn brevet" } else { "" };
        let remind = remind_on(by.begins, by.last_day, &rule).map_or("ikke".to_owned(), |day| day.to_string());
        format!("{}{later}; minnes {remind}", by.last_day)
    });
}

#[test]
fn a_no_leads_to_what_the_rule_says() {
    cases::check("tilbud_nei.txt", |case| {
        let (mut rule, mut offers) = (usual(), Vec::new());
        for fact in &case.facts {
            match fact.as_str() {
                "ikke svart" => offers.push(EarlierOffer::Lapsed),
                "trukket" => offers.push(EarlierOffer::Withdrawn),
                "taushet teller" => rule.no_answer_counts = true,
                "alle grunner teller" => rule.good_reasons.clear(),
                other => match (other.strip_prefix("nei "), other.strip_prefix("høyst ")) {
                    (Some(reason), _) => {
                        offers.push(EarlierOffer::Declined { reason: reason.parse().expect("a reason by its code") });
                    }
                    (None, Some(most)) => rule.most_declined = number(most.trim_end_matches(" nei")),
                    (None, None) => panic!("{other:?} is no fact about an answer"),
                },
            }
        }
        match consequence(&offers, &rule) {
            Consequence::None => "ingen følge".to_owned(),
            Consequence::Counts { counted, left } => format!("teller {counted}, {left} igjen"),
            Consequence::ConsiderLapse { counted, allowed } => format!("vurder bortfall, {counted} av {allowed}"),
            Consequence::AskIfNeeded => "spør om bolig trengs".to_owned(),
        }
    });
}

#[test]
fn an_offer_goes_the_way_that_what_happens_takes_it() {
    cases::check("tilbudets_gang.txt", |case| {
        let drafted = Ok(Offer::draft(case.day, None));
        match case.facts.iter().fold(drafted, |offer, fact| happens(offer?, fact)) {
            Err(refused) => format!("nektet: {}", why(&refused)),
            Ok(offer) => {
                let state = offer.state();
                let since = match state {
                    OfferState::Drafted { .. } | OfferState::Sent { .. } | OfferState::Viewed { .. } => String::new(),
                    other => format!(" {}", other.on()),
                };
                let held = if offer.holds_the_home() { "lovet bort" } else { "fri" };
                format!("{}{since}, {held}", state.step().code())
            }
        }
    });
}

#[track_caller]
fn happens(offer: Offer, fact: &str) -> Result<Offer, OfferRefused> {
    let words: Vec<&str> = fact.split([' ', '(', ')']).filter(|word| !word.is_empty()).collect();
    match words[..] {
        ["sendt", on, "til", by] => offer.send(day(on), day(by)),
        ["sett", on] => offer.view(day(on)),
        ["ja", on] => offer.accept(day(on)),
        ["nei", on, reason] => offer.decline(reason.parse().expect("a reason by its code"), day(on)),
        ["flytter", from, "sagt", on] => offer.plan_move_in(day(from), day(on)),
        ["kontrakt", from, "sagt", on] => offer.house(day(from), day(on)),
        ["trukket", on, reason] => offer.withdraw(reason.parse().expect("a reason by its code"), day(on)),
        ["lengre", on, "til", by] => offer.extend(day(by), day(on)),
        ["per", on] => Ok(offer.on_day(day(on))),
        _ => panic!("{fact:?} does not happen to offers"),
    }
}

fn why(refused: &OfferRefused) -> String {
    match refused {
        OfferRefused::WrongState { is, .. } => format!("står {}", is.code()),
        OfferRefused::BeforeLastStep { .. } => "før forrige steg".to_owned(),
        OfferRefused::TooLate { .. } => "for sent".to_owned(),
        OfferRefused::NoTimeToAnswer { .. } => "ingen tid til å svare".to_owned(),
        OfferRefused::NotLonger { .. } => "ikke lengre".to_owned(),
        OfferRefused::StillOpen { .. } => "kan ennå besvares".to_owned(),
        OfferRefused::MovesInBeforeYes { .. } => "innflytting før ja".to_owned(),
    }
}

#[test]
fn what_still_stands_when_a_link_breaks() {
    cases::check("tilbudskjede.txt", |case| {
        let links = links(case);
        let told = links.iter().zip(outlooks(&links)).map(|(link, outlook)| match outlook {
            Outlook::Stands => format!("{} står", link.id),
            Outlook::Done => format!("{} ferdig", link.id),
            Outlook::Broken => format!("{} røket", link.id),
            Outlook::Falls { because_of } => format!("{} faller med {because_of}", link.id),
        });
        let mut answer = told.collect::<Vec<_>>().join(", ");
        let left = homes_left(&links);
        answer +=
            &if left.is_empty() { "; ingen til andre".to_owned() } else { format!("; til andre {}", left.join(" ")) };
        for problem in plan_problems(&links) {
            answer += &match problem {
                PlanProblem::TooEarly { id, waits_for, .. } => format!("; {id} før {waits_for}"),
                PlanProblem::WaitsForNoDay { id, waits_for } => format!("; {id} venter på dag for {waits_for}"),
            };
        }
        answer
    });
}

#[track_caller]
fn links(case: &Case) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for fact in &case.facts {
        if let Some((id, way)) = fact.split_once(": ") {
            let (leaves, enters) = way.split_once(" > ").expect("a link is written A > B");
            let leaves = Some(leaves.to_owned()).filter(|home| home != "-");
            let (id, enters) = (id.to_owned(), enters.to_owned());
            links.push(Link { id, leaves, enters, state: LinkState::Planned, planned: None });
            continue;
        }
        let (id, what) = fact.split_once(' ').expect("a fact names its link first");
        let link = links.iter_mut().find(|link| link.id == id).expect("the link is named before");
        match what {
            "ryker" => link.state = LinkState::Broken,
            "har flyttet" => link.state = LinkState::Done,
            planned => link.planned = Some(day(planned)),
        }
    }
    links
}
