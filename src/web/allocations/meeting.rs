//! The meeting's page, made for a projector: names only when somebody asks, and never for good.

use super::words::{self, PartView};
use crate::access::{Action, Thing};
use crate::office::OfficeError;
use crate::office::allocations::{self, Candidate, Card, Change, Choice, Given, Home, Minutes, Shown};
use crate::store::allocations::ChoiceKind;
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use housing::fit::Fit;

pub(super) struct CardView {
    id: String,
    address: String,
    facts: String,
    free: String,
    tone: &'static str,
    freed: bool,
    held: Option<(i64, String)>,
    given: Option<GivenView>,
    alternatives: Vec<OtherView>,
    value: String,
}

struct GivenView {
    household: String,
    who: String,
    href: String,
    class: String,
    score: u32,
    parts: Vec<PartView>,
    open: Vec<String>,
    from: String,
    step: i64,
    chosen: Option<String>,
    choice: Option<i64>,
}

struct OtherView {
    household: String,
    who: String,
    href: String,
    class: String,
    score: u32,
    open: Vec<String>,
    /// Where the plan has them now.
    elsewhere: String,
}

struct WithoutView {
    who: String,
    href: String,
    why: String,
}

struct ChangeView {
    who: String,
    before: String,
    after: String,
}

struct CapView {
    name: String,
    at_most: u32,
    used: usize,
    one_more: String,
}

struct ChoiceView {
    position: i64,
    kind: String,
    about: String,
    reason: String,
    taken_back: bool,
}

#[derive(askama::Template)]
#[template(path = "allocations/show.html")]
struct MeetingPage {
    frame: Frame,
    id: String,
    version: i64,
    run: i64,
    title: String,
    summary: String,
    proof: String,
    stale: String,
    named: bool,
    open_all: bool,
    names_href: String,
    alternatives_href: String,
    cards: Vec<CardView>,
    without: Vec<WithoutView>,
    changes: Vec<ChangeView>,
    caps: Vec<CapView>,
    choices: Vec<ChoiceView>,
    participants: String,
    homes: Vec<(String, String)>,
    households: Vec<(String, String)>,
    minutes: Option<MinutesView>,
    may_change: bool,
    conflict: bool,
    form: FormValues,
}

struct MinutesView {
    by: String,
    participants: Vec<String>,
    decided: Vec<(i64, String, String, String, String)>,
    choices: Vec<(String, String)>,
    ends: String,
    open: Vec<OpenView>,
}

/// A placement that waits for its offer.
struct OpenView {
    id: String,
    what: String,
    /// Where the offer is made; empty where there is no case to make it in.
    offer_href: String,
}

/// How the page is looked at: with names, with every alternative open.
#[derive(Clone, Copy, Debug, Default)]
struct View {
    named: bool,
    open_all: bool,
}

impl View {
    fn href(self, id: &str) -> String {
        let asked = [(self.named, "names=shown"), (self.open_all, "alternatives=open")];
        let query: Vec<&str> = asked.into_iter().filter(|(asked, _)| *asked).map(|(_, word)| word).collect();
        if query.is_empty() { format!("/allocations/{id}") } else { format!("/allocations/{id}?{}", query.join("&")) }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let asked = FormValues::parse(&query.unwrap_or_default())?;
    let view = View { named: asked.get("names") == "shown", open_all: asked.get("alternatives") == "open" };
    page(&app, &visitor, (id, view), FormValues::default(), StatusCode::OK).await
}

/// The page without names, with what a form could not do.
pub(super) async fn answered(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    status: StatusCode,
) -> Result<Response, WebError> {
    page(app, visitor, (id, View::default()), form, status).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    (id, view): (String, View),
    form: FormValues,
    status: StatusCode,
) -> Result<Response, WebError> {
    let (actor, meeting) = (visitor.actor(), id.clone());
    let may_change = actor.may(Action::Change, Thing::Allocation).is_ok();
    let (shown, minutes) = app
        .office(move |office| {
            let shown = allocations::show(office, &actor, &meeting)?;
            if view.named {
                allocations::show_names(office, &actor, &shown)?;
            }
            Ok::<_, OfficeError>((shown, allocations::minutes(office, &actor, &meeting)?))
        })
        .await?;
    let frame = visitor.frame();
    let who = |candidate: &Candidate| who(&frame, candidate, view.named);
    let page = MeetingPage {
        title: frame.t1("allocation-title", "day", frame.day(&shown.meeting.day)),
        summary: summary(&frame, &shown),
        proof: proof(&frame, &shown),
        stale: if shown.stale > 0 { frame.t1("allocation-stale", "count", shown.stale) } else { String::new() },
        names_href: View { named: !view.named, ..view }.href(&id),
        alternatives_href: View { open_all: !view.open_all, ..view }.href(&id),
        cards: shown.cards.iter().map(|card| card_view(&frame, &shown, card, view)).collect(),
        without: shown.without.iter().map(|one| without_view(&frame, one, &who)).collect(),
        changes: shown.changes.iter().map(|change| change_view(&frame, change, &who)).collect(),
        caps: caps(&shown),
        choices: shown.choices.iter().map(|choice| choice_view(&frame, &shown, choice)).collect(),
        participants: participants(&shown),
        homes: shown.cards.iter().map(|card| (card.home.id().to_owned(), words::address(&card.home))).collect(),
        households: shown.candidates.iter().map(|one| (one.household.clone(), who(one))).collect(),
        minutes: minutes.map(|minutes| minutes_view(&frame, &shown, &minutes)),
        version: shown.meeting.version,
        run: shown.run,
        named: view.named,
        open_all: view.open_all,
        conflict: status == StatusCode::CONFLICT,
        may_change,
        id,
        form,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

/// Who it is, as much as was asked for.
fn who(frame: &Frame, candidate: &Candidate, named: bool) -> String {
    let unnamed = words::unnamed(frame, candidate);
    if named { format!("{} · {unnamed}", candidate.name) } else { unnamed }
}

fn summary(frame: &Frame, shown: &Shown) -> String {
    let Some(answer) = &shown.answer else { return frame.t("allocation-not-solved") };
    let placed = answer.placements.iter().filter(|placed| placed.from.is_none()).count().to_string();
    let (moves, without) = (answer.moves.to_string(), answer.unplaced.len().to_string());
    frame.ta("allocation-summary", &[("placed", &placed), ("moves", &moves), ("without", &without)])
}

fn proof(frame: &Frame, shown: &Shown) -> String {
    match &shown.answer {
        Some(answer) if answer.optimal => frame.t1("allocation-proven", "score", answer.score),
        Some(answer) => frame.t1("allocation-not-proven", "score", answer.score),
        None => String::new(),
    }
}

fn class(frame: &Frame, candidate: &Candidate) -> String {
    candidate.need_class().map(|class| frame.t1("allocation-class", "class", class)).unwrap_or_default()
}

fn fit_href(candidate: &Candidate, home: &Home) -> String {
    format!("/allocations/fit?application={}&dwelling={}", candidate.application.id, home.id())
}

fn open(frame: &Frame, fit: &Fit) -> Vec<String> {
    fit.open().map(|result| frame.t(&result.found.text_key())).collect()
}

fn card_view(frame: &Frame, shown: &Shown, card: &Card, view: View) -> CardView {
    let (free, tone) = words::free(frame, &card.home);
    let other = |(candidate, fit): &(Candidate, Fit)| {
        let placed = shown.answer.as_ref().and_then(|answer| answer.home_of(&candidate.household));
        let home = placed.and_then(|placed| shown.cards.iter().find(|card| card.home.id() == placed.to));
        OtherView {
            household: candidate.household.clone(),
            who: who(frame, candidate, view.named),
            href: fit_href(candidate, &card.home),
            class: class(frame, candidate),
            score: fit.score.total,
            open: open(frame, fit),
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
        given: card.given.as_ref().map(|given| given_view(frame, &card.home, given, view)),
        alternatives: card.alternatives.iter().map(other).collect(),
        value: card.value.as_ref().map(|value| frame.t1("allocation-value", "points", value)).unwrap_or_default(),
    }
}

fn given_view(frame: &Frame, home: &Home, given: &Given, view: View) -> GivenView {
    use crate::store::allocations::Chosen;
    let chosen = match given.chosen {
        Chosen::Proposed => None,
        Chosen::Locked => Some(frame.t("allocation-chosen-locked")),
        Chosen::Reserved => Some(frame.t("allocation-chosen-reserved")),
    };
    GivenView {
        household: given.candidate.household.clone(),
        who: who(frame, &given.candidate, view.named),
        href: fit_href(&given.candidate, home),
        class: class(frame, &given.candidate),
        score: given.fit.score.total,
        parts: words::parts(frame, &given.fit),
        open: open(frame, &given.fit),
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

fn without_view(frame: &Frame, one: &allocations::Without, who: &impl Fn(&Candidate) -> String) -> WithoutView {
    let why = match one.why.as_str() {
        "no fitting home" => frame.t("allocation-why-no-home"),
        "outranked" => frame.t("allocation-why-outranked"),
        other => match other.strip_prefix("cap full: ") {
            Some(cap) => frame.t1("allocation-why-cap", "cap", cap),
            None => other.to_owned(),
        },
    };
    let href = format!("/allocations/fit?application={}", one.candidate.application.id);
    WithoutView { who: who(&one.candidate), href, why }
}

fn change_view(frame: &Frame, change: &Change, who: &impl Fn(&Candidate) -> String) -> ChangeView {
    let home = |home: &Option<Home>| home.as_ref().map_or_else(|| frame.t("allocation-nothing"), words::address);
    ChangeView { who: who(&change.candidate), before: home(&change.before), after: home(&change.after) }
}

fn caps(shown: &Shown) -> Vec<CapView> {
    let view = |cap: &allocations::CapUse| CapView {
        name: cap.name.clone(),
        at_most: cap.at_most,
        used: cap.used,
        one_more: cap.one_more.clone().unwrap_or_default(),
    };
    shown.caps.iter().map(view).collect()
}

fn choice_view(frame: &Frame, shown: &Shown, choice: &Choice) -> ChoiceView {
    let candidate = choice.household.as_deref().and_then(|id| shown.candidates.iter().find(|it| it.household == id));
    let card = choice.dwelling.as_deref().and_then(|id| shown.cards.iter().find(|card| card.home.id() == id));
    let limit = choice.cap.as_ref().zip(choice.at_most).map(|(cap, at_most)| format!("{cap}: {at_most}"));
    let about =
        [candidate.map(|candidate| candidate.application.number()), card.map(|card| words::address(&card.home)), limit];
    ChoiceView {
        position: choice.position,
        kind: frame.t(kind_key(choice.kind)),
        about: about.into_iter().flatten().collect::<Vec<_>>().join(" → "),
        reason: choice.reason.clone(),
        taken_back: choice.taken_back,
    }
}

const fn kind_key(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Lock => "allocation-choice-lock",
        ChoiceKind::Forbid => "allocation-choice-forbid",
        ChoiceKind::Hold => "allocation-choice-hold",
        ChoiceKind::Reserve => "allocation-choice-reserve",
        ChoiceKind::Cap => "allocation-choice-cap",
    }
}

/// A line each: `Navn; enhet; 2026/00417`.
fn participants(shown: &Shown) -> String {
    let number = |household: &String| {
        let found = shown.candidates.iter().find(|candidate| candidate.household == *household);
        found.map(|candidate| candidate.application.number())
    };
    let line = |one: &crate::store::allocations::Participant| {
        let aside: Vec<String> = one.steps_aside_for.iter().filter_map(number).collect();
        format!("{}; {}; {}", one.name, one.part, aside.join(", ")).trim_end_matches([' ', ';']).to_owned()
    };
    shown.participants.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn minutes_view(frame: &Frame, shown: &Shown, minutes: &Minutes) -> MinutesView {
    let open = shown.open.iter().map(|one| OpenView {
        id: one.id.clone(),
        what: format!("{} → {}", one.number, one.address),
        offer_href: one
            .case
            .as_ref()
            .map(|case| format!("/offers/new?case={case}&dwelling={}", one.dwelling))
            .unwrap_or_default(),
    });
    let participant = |(name, part, aside): &(String, String, Vec<String>)| {
        let who = if part.is_empty() { name.clone() } else { format!("{name} ({part})") };
        match aside.is_empty() {
            true => who,
            false => format!("{who}. {}", frame.t1("allocation-stepped-aside", "numbers", aside.join(", "))),
        }
    };
    let decided = minutes.decided.iter().map(|line| {
        let chosen = match line.chosen.as_str() {
            "LOCKED" => frame.t("allocation-chosen-locked"),
            "RESERVED" => frame.t("allocation-chosen-reserved"),
            _ => frame.t("allocation-chosen-proposed"),
        };
        (line.step, line.number.clone(), line.home.clone(), line.from.clone().unwrap_or_default(), chosen)
    });
    let laid = minutes.choices.iter().map(|choice| {
        let kind = ChoiceKind::from_code(&choice.kind).map(|kind| frame.t(kind_key(kind))).unwrap_or_default();
        let limit = choice.cap.as_ref().zip(choice.at_most).map(|(cap, at_most)| format!("{cap}: {at_most}"));
        let back = choice.taken_back.then(|| frame.t("allocation-taken-back"));
        let about = [Some(kind), choice.number.clone(), choice.home.clone(), limit, back];
        (about.into_iter().flatten().collect::<Vec<_>>().join(" · "), choice.reason.clone())
    });
    let (run, score, without) = (minutes.run.to_string(), minutes.score.to_string(), minutes.without_home.to_string());
    let facts = [("run", run.as_str()), ("program", &minutes.program), ("score", &score), ("without", &without)];
    let by = [("day", frame.day(&minutes.day)), ("who", minutes.closed_by.clone())];
    MinutesView {
        by: frame.ta("allocation-closed-by", &[("day", &by[0].1), ("who", &by[1].1)]),
        participants: minutes.participants.iter().map(participant).collect(),
        decided: decided.collect(),
        choices: laid.collect(),
        ends: frame.ta("allocation-minutes-ends", &facts),
        open: open.collect(),
    }
}

/// The exact problem or answer of a run, as `husrom match` reads and writes it.
pub(super) async fn file(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, position, file)): Path<(String, i64, String)>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let run = app.office(move |office| allocations::run(office, &actor, &id, position)).await?;
    let body = match file.as_str() {
        "problem.json" => run.problem,
        "answer.json" => run.answer,
        _ => return Err(WebError::NotFound),
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}
