//! How long each stretch takes from a grant to a home, by target group, and why households say no.

use super::{Cell, Opened, Section, days, group_code, group_name, is_of_group, opening};
use crate::office::allocations::Numbers;
use crate::store::offers::OfferInFigures;
use crate::web::Frame;
use crate::web::lists::ListAddress;
use housing::offers::{Phase, Spread};
use std::collections::BTreeMap;

pub(super) fn section(frame: &Frame, address: &ListAddress, numbers: &Numbers) -> Section {
    let all = (frame.t("numbers-everybody"), cells(frame, (address, ""), &numbers.offers.times));
    let groups = numbers.offers.groups.iter();
    let groups =
        groups.map(|of| (group_name(frame, of.group), cells(frame, (address, group_code(of.group)), &of.times)));
    let phases = Phase::ALL.iter().map(|phase| frame.t(&phase.text_key()));
    Section {
        id: "times",
        title: frame.t("numbers-times"),
        means: frame.t("numbers-times-means"),
        about: frame.t1("numbers-offers", "count", numbers.offers.offers),
        none: frame.t("numbers-times-none"),
        heads: std::iter::once(frame.t("application-target-groups")).chain(phases).collect(),
        lines: if numbers.offers.offers == 0 { Vec::new() } else { std::iter::once(all).chain(groups).collect() },
        opened: address.read_as("time").map(|phase| opened(frame, address, (phase, &numbers.offer_rows))),
    }
}

fn cells(frame: &Frame, (address, group): (&ListAddress, &str), times: &BTreeMap<Phase, Spread>) -> Vec<Cell> {
    let cell = |phase: &Phase| {
        let spread = times.get(phase).copied().unwrap_or_default();
        let (Some(median), Some(longest)) = (spread.median, spread.longest) else {
            return Cell::plain("–".to_owned());
        };
        let facts = [("longest", days(frame, longest)), ("count", spread.count.to_string())];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Cell {
            text: days(frame, median),
            href: opening(address, &[("time", phase.code()), ("group", group)]),
            more: frame.ta("numbers-longest-of", &facts),
        }
    };
    Phase::ALL.iter().map(cell).collect()
}

/// The offers that have come to the end of a stretch, the slowest first.
fn opened(frame: &Frame, address: &ListAddress, (phase, offers): (Phase, &[OfferInFigures])) -> Opened {
    let group = address.filled("group").map(|group| group_name(frame, group.parse().ok()));
    let title = [frame.t(&phase.text_key())].into_iter().chain(group).collect::<Vec<_>>().join(": ");
    let of_group = offers.iter().filter(|offer| is_of_group(address, &offer.fact.groups));
    let mut took: Vec<(i32, &OfferInFigures)> =
        of_group.filter_map(|offer| Some((offer.fact.days(phase)?, offer))).collect();
    took.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
    let row = |(took, offer): (i32, &OfferInFigures)| {
        let fact = &offer.fact;
        vec![
            Cell::link(offer.number.clone(), format!("/offers/{}", offer.id)),
            Cell::link(offer.address.clone(), format!("/dwellings/{}", offer.dwelling)),
            Cell::plain(frame.day(&fact.granted)),
            Cell::plain(frame.day(&fact.made)),
            Cell::plain(frame.day_or_dash(&fact.accepted)),
            Cell::plain(frame.day_or_dash(&fact.from)),
            Cell::plain(days(frame, took)),
        ]
    };
    let heads = [
        "numbers-offer",
        "offer-home",
        "numbers-granted",
        "offer-made",
        "numbers-accepted",
        "numbers-moved-in",
        "numbers-days",
    ];
    Opened::new(address, title, heads.map(|key| frame.t(key)).into(), took.into_iter().map(row).collect())
}

/// Why households say no; the list of offers has the rows.
pub(super) fn declines(frame: &Frame, numbers: &Numbers) -> Section {
    let (from, on) = (numbers.fairness.from, numbers.fairness.on);
    let line = |(reason, count): (&housing::offers::DeclineReason, &usize)| {
        let rows = format!("/offers?from={from}&on={on}&reason={}", reason.code());
        (frame.t(&reason.text_key()), vec![Cell::link(count.to_string(), rows)])
    };
    Section {
        id: "declines",
        title: frame.t("offers-declines"),
        means: frame.t("offers-made-means"),
        about: String::new(),
        none: frame.t("numbers-declines-none"),
        heads: ["offer-why", "numbers-declined"].map(|key| frame.t(key)).into(),
        lines: numbers.offers.declines.iter().map(line).collect(),
        opened: None,
    }
}
