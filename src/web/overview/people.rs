//! Charts of those who wait and those who owe.

use super::block::{Block, Entry, Extent};
use super::dwellings::{rooms_filter, rooms_text};
use super::links::{Links, category, kind, or_unknown};
use crate::office::overview::{Awaits, NeedAndStock, Overview, WaitingCount};
use crate::store::UNKNOWN;
use crate::web::Frame;
use crate::web::charts::{Caption, Measure, Stack, bars, grouped, stacked};
use housing::applications::HousingSituation;
use housing::arrears::ArrearsAge;
use housing::dwellings::Rooms;
use housing::people::TargetGroup;

/// Every chart about people.
pub fn blocks(frame: &Frame, overview: &Overview, links: &Links, extent: Extent) -> Vec<Block> {
    vec![
        waits_for(frame, overview, links),
        target_groups(frame, overview, links),
        situations(frame, overview, links),
        need_and_stock(frame, overview, links),
        every_combination(frame, overview, links, extent),
        arrears(frame, overview, links),
    ]
}

fn waiting(overview: &Overview, counts: impl Fn(&WaitingCount) -> bool) -> i64 {
    overview.waiting.iter().filter(|group| counts(group)).map(|group| group.applications).sum()
}

fn for_whom(frame: &Frame, care_home: bool) -> String {
    frame.t(if care_home { "overview-care-homes" } else { "overview-ordinary-homes" })
}

fn waits_for(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let parts = |care_home: bool| {
        [Awaits::Decision, Awaits::Home]
            .map(|awaits| waiting(overview, |group| group.care_home == care_home && group.awaits == awaits))
    };
    let mut rows = Vec::new();
    let mut stacks = Vec::new();
    for care_home in [false, true] {
        let [decision, home] = parts(care_home);
        let kind = [("kind", kind(care_home))];
        rows.push(vec![
            Entry::text(for_whom(frame, care_home)),
            Entry::count(decision, links.awaiting(Awaits::Decision, &kind)),
            Entry::count(home, links.awaiting(Awaits::Home, &kind)),
            Entry::count(decision + home, links.open_applications(&kind)),
        ]);
        stacks.push(Stack { label: for_whom(frame, care_home), parts: vec![decision, home] });
    }
    let total = waiting(overview, |_| true);
    rows.push(vec![
        Entry::text(frame.t("overview-total")),
        Entry::count(
            waiting(overview, |group| group.awaits == Awaits::Decision),
            links.awaiting(Awaits::Decision, &[]),
        ),
        Entry::count(waiting(overview, |group| group.awaits == Awaits::Home), links.awaiting(Awaits::Home, &[])),
        Entry::count(total, links.open_applications(&[])),
    ]);
    let legend = [frame.t("overview-awaits-decision"), frame.t("overview-awaits-home")];
    let head = [frame.t("overview-applied-for"), legend[0].clone(), legend[1].clone(), frame.t("overview-total")];
    let mut block = Block::new(frame, "waiting", head.into(), rows);
    let gist = frame.t1("overview-gist-waiting", "count", grouped(total));
    block.drawing = stacked(&Caption { title: &block.title, gist: &gist }, &[&legend[0], &legend[1]], &stacks);
    block
}

/// The sizes somebody needs.
fn needed_sizes(overview: &Overview) -> Vec<Option<Rooms>> {
    let is_needed = |rooms: &Option<Rooms>| overview.waiting.iter().any(|group| group.room_need == *rooms);
    Rooms::CATEGORIES.into_iter().map(Some).chain([None]).filter(is_needed).collect()
}

fn target_groups(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let sizes = needed_sizes(overview);
    let belongs = |group: &WaitingCount, target: Option<TargetGroup>| match target {
        Some(target) => group.target_groups.contains(&target),
        None => group.target_groups.is_empty(),
    };
    let targets = TargetGroup::ALL.iter().copied().map(Some).chain([None]);
    let targets = targets.filter(|target| overview.waiting.iter().any(|group| belongs(group, *target)));
    let (mut rows, mut stacks) = (Vec::new(), Vec::new());
    for target in targets {
        let name = target.map_or_else(|| frame.t("overview-not-stated"), |target| frame.t(&target.text_key()));
        let code = or_unknown(target.map(TargetGroup::code));
        let link = |more: &[(&str, &str)]| links.open_applications(&[&[("target_group", code)], more].concat());
        let all = waiting(overview, |group| belongs(group, target));
        let children = waiting(overview, |group| belongs(group, target) && group.with_children);
        let mut row = vec![
            Entry::text(&name),
            Entry::count(all, link(&[])),
            Entry::count(children, link(&[("children", "yes")])),
        ];
        let mut parts = Vec::new();
        for size in &sizes {
            let count = waiting(overview, |group| belongs(group, target) && group.room_need == *size);
            row.push(Entry::count(count, link(&[("room_need", &rooms_filter(*size))])));
            parts.push(count);
        }
        rows.push(row);
        stacks.push(Stack { label: name, parts });
    }
    let names: Vec<String> = sizes.iter().map(|size| rooms_text(frame, *size)).collect();
    let head = ["overview-target-group", "overview-waiting-all", "overview-with-children"].map(|key| frame.t(key));
    let mut block = Block::new(frame, "target-groups", head.into_iter().chain(names.iter().cloned()).collect(), rows);
    let gist = frame.t1("overview-gist-waiting", "count", grouped(waiting(overview, |_| true)));
    let legend: Vec<&str> = names.iter().map(String::as_str).collect();
    block.drawing = stacked(&Caption { title: &block.title, gist: &gist }, &legend, &stacks);
    block
}

fn situations(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let known = HousingSituation::ALL.iter().copied().map(Some).chain([None]);
    let known = known.filter(|situation| overview.waiting.iter().any(|group| group.situation == *situation));
    let (mut rows, mut stacks) = (Vec::new(), Vec::new());
    for situation in known {
        let name = situation.map_or_else(|| frame.t("overview-not-stated"), |known| frame.t(&known.text_key()));
        let code = or_unknown(situation.map(HousingSituation::code));
        let link = |more: &[(&str, &str)]| links.open_applications(&[&[("situation", code)], more].concat());
        let count = |with_children: bool| {
            waiting(overview, |group| group.situation == situation && group.with_children == with_children)
        };
        let (children, no_children) = (count(true), count(false));
        rows.push(vec![
            Entry::text(&name),
            Entry::count(children + no_children, link(&[])),
            Entry::count(children, link(&[("children", "yes")])),
            Entry::count(no_children, link(&[("children", "no")])),
        ]);
        stacks.push(Stack { label: name, parts: vec![children, no_children] });
    }
    let legend = [frame.t("overview-with-children"), frame.t("overview-without-children")];
    let head = [frame.t("overview-situation"), frame.t("overview-waiting-all"), legend[0].clone(), legend[1].clone()];
    let mut block = Block::new(frame, "situations", head.into(), rows);
    let gist = frame.t1("overview-gist-waiting", "count", grouped(waiting(overview, |_| true)));
    block.drawing = stacked(&Caption { title: &block.title, gist: &gist }, &[&legend[0], &legend[1]], &stacks);
    block
}

fn need_and_stock(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let size = |need: &NeedAndStock| format!("{}, {}", rooms_text(frame, need.rooms), for_whom(frame, need.care_home));
    let row = |need: &NeedAndStock| {
        let rooms = rooms_filter(need.rooms);
        let homes = |status: &str| {
            links.dwellings(&[("status", status), ("rooms", &rooms), ("category", category(need.care_home))])
        };
        let who = [("kind", kind(need.care_home)), ("renewals", "no"), ("room_need", &rooms)];
        vec![
            Entry::text(size(need)),
            Entry::count(need.awaiting_decision, links.awaiting(Awaits::Decision, &who)),
            Entry::count(need.awaiting_home, links.awaiting(Awaits::Home, &who)),
            Entry::count(need.vacant, homes("LEDIG")),
            Entry::count(need.homes, homes("stock")),
        ]
    };
    let legend = ["overview-awaits-decision", "overview-awaits-home", "overview-vacant"].map(|key| frame.t(key));
    let head =
        [frame.t("overview-rooms"), legend[0].clone(), legend[1].clone(), legend[2].clone(), frame.t("overview-homes")];
    let mut block = Block::new(frame, "need", head.into(), overview.need.iter().map(row).collect());
    let pairs = overview.need.iter().filter(|need| need.awaiting_decision + need.awaiting_home + need.vacant > 0);
    let stacks: Vec<Stack> = pairs
        .flat_map(|need| {
            let wanted = Stack { label: size(need), parts: vec![need.awaiting_decision, need.awaiting_home, 0] };
            let vacant = Stack { label: frame.t("overview-vacant"), parts: vec![0, 0, need.vacant] };
            [wanted, vacant]
        })
        .collect();
    let gist = frame.t1("overview-gist-ready", "count", grouped(overview.register.vacant));
    let legend: Vec<&str> = legend.iter().map(String::as_str).collect();
    block.drawing = stacked(&Caption { title: &block.title, gist: &gist }, &legend, &stacks);
    block
}

/// The applications of a group, and no others.
fn link_to(group: &WaitingCount, links: &Links) -> String {
    let codes: Vec<&str> = group.target_groups.iter().map(|target| target.code()).collect();
    let codes = codes.join(" ");
    let groups = if codes.is_empty() { ("target_group", UNKNOWN) } else { ("groups", codes.as_str()) };
    let yes_no = |yes: bool| if yes { "yes" } else { "no" };
    let filters = [
        groups,
        ("room_need", &rooms_filter(group.room_need)),
        ("children", yes_no(group.with_children)),
        ("situation", or_unknown(group.situation.map(HousingSituation::code))),
        ("kind", kind(group.care_home)),
        ("renewals", yes_no(group.renewal)),
    ];
    links.awaiting(group.awaits, &filters)
}

/// The whole cross of target group, room need, children and situation: the page shows the most frequent.
fn every_combination(frame: &Frame, overview: &Overview, links: &Links, extent: Extent) -> Block {
    let row = |group: &WaitingCount| {
        let names: Vec<String> = group.target_groups.iter().map(|target| frame.t(&target.text_key())).collect();
        let situation =
            group.situation.map_or_else(|| frame.t("overview-not-stated"), |known| frame.t(&known.text_key()));
        let awaits = match group.awaits {
            Awaits::Decision => "overview-awaits-decision",
            Awaits::Home => "overview-awaits-home",
        };
        let children = if group.with_children { "overview-with-children" } else { "overview-without-children" };
        vec![
            Entry::text(if names.is_empty() { frame.t("overview-not-stated") } else { names.join(", ") }),
            Entry::text(rooms_text(frame, group.room_need)),
            Entry::text(frame.t(children)),
            Entry::text(situation),
            Entry::text(if group.renewal { frame.t("overview-renewal") } else { for_whom(frame, group.care_home) }),
            Entry::text(frame.t(awaits)),
            Entry::count(group.applications, link_to(group, links)),
        ]
    };
    let head = [
        "overview-target-group",
        "overview-room-need",
        "overview-children",
        "overview-situation",
        "overview-applied-for",
        "overview-awaits",
        "overview-applications",
    ];
    let mut groups: Vec<&WaitingCount> = overview.waiting.iter().collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.applications));
    let rows = groups.into_iter().map(row);
    let mut block = Block::long(frame, "combinations", head.map(|key| frame.t(key)).into(), rows, extent);
    block.names = 6;
    block
}

fn arrears(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let name =
        |age: Option<ArrearsAge>| age.map_or_else(|| frame.t("overview-due-unknown"), |age| frame.t(&age.text_key()));
    let mut rows: Vec<Vec<Entry>> = Vec::new();
    let mut measures = Vec::new();
    for step in &overview.arrears {
        let age = [("age", or_unknown(step.age.map(ArrearsAge::code)))];
        rows.push(vec![
            Entry::text(name(step.age)),
            Entry::sum(step.outstanding, links.invoices(&age)),
            Entry::count(step.invoices, links.invoices(&age)),
            Entry::count(step.households, links.arrears(&age)),
        ]);
        measures.push(Measure { label: name(step.age), value: step.outstanding.0, text: step.outstanding.in_kroner() });
    }
    let register = &overview.register;
    rows.push(vec![
        Entry::text(frame.t("overview-total")),
        Entry::sum(register.arrears, links.invoices(&[])),
        Entry::count(overview.arrears.iter().map(|step| step.invoices).sum(), links.invoices(&[])),
        Entry::count(register.arrears_households, links.arrears(&[])),
    ]);
    let head =
        ["overview-age", "overview-outstanding", "overview-invoices", "overview-debtors"].map(|key| frame.t(key));
    let mut block = Block::new(frame, "arrears", head.into(), rows);
    let gist = frame.t1("overview-gist-arrears", "amount", register.arrears.in_kroner());
    block.drawing = bars(&Caption { title: &block.title, gist: &gist }, &measures);
    block
}
