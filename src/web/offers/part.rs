//! What other pages say of offers: the page of a case, and the page of a home.

use super::{address, tone};
use crate::access::{self, Action, Thing};
use crate::office::cases::Whole;
use crate::office::offers::{self, Promise, Told};
use crate::web::cases::Part;
use crate::web::{App, Frame, Visitor, WebError, render};
use housing::applications::Clock;
use housing::offers::{OfferStep, leads_to_an_offer};

#[derive(askama::Template)]
#[template(path = "offers/part.html")]
struct OffersPart {
    frame: Frame,
    offers: Vec<OfferView>,
    /// Where an offer is made; empty when none can be made here now.
    make_href: String,
}

struct OfferView {
    href: String,
    home: String,
    step: String,
    tone: &'static str,
    made: String,
    answer_by: String,
}

/// The offers of a case, for its page; nothing for a case that leads to none.
pub(in crate::web) async fn part(app: &App, visitor: &Visitor, whole: &Whole) -> Result<Option<Part>, WebError> {
    let case = &whole.case;
    let others: Vec<_> = whole.cases.iter().filter(|other| other.id != case.id).map(|other| other.kind).collect();
    if !leads_to_an_offer(case.kind, &others) {
        return Ok(None);
    }
    let (actor, id) = (visitor.actor(), case.id.clone());
    let may_make = access::may(actor.role, Action::Change, Thing::Offer).is_ok();
    let offers = app.office(move |office| offers::of_case(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let open = offers.iter().any(|told| told.offer.holds_the_home());
    let waits = whole.application.status.clock() == Some(Clock::AwaitsHome);
    let can_make = may_make && waits && !open;
    let part = OffersPart {
        offers: offers.iter().map(|told| view(&frame, told)).collect(),
        make_href: if can_make { format!("/offers/new?case={}", case.id) } else { String::new() },
        frame: visitor.frame(),
    };
    Ok(Some(Part { anchor: "offers", title: frame.t("offer-part"), html: render(&part)?.0 }))
}

fn view(frame: &Frame, told: &Told) -> OfferView {
    let state = told.offer.state();
    OfferView {
        href: format!("/offers/{}", told.row.id),
        home: address(&told.home),
        step: frame.t(&state.step().text_key()),
        tone: tone(state.step()),
        made: frame.t1("offer-made-on", "day", frame.day(&told.row.made)),
        answer_by: state
            .answer_by()
            .map(|day| frame.t1("offer-answer-by-day", "day", frame.day(&day)))
            .unwrap_or_default(),
    }
}

/// What a home is promised by, in words, with the address of the offer for whoever may know of it.
pub(in crate::web) fn promise_text(frame: &Frame, promise: &Promise) -> (String, String) {
    let text = match (promise.step, promise.answer_by, promise.move_in) {
        (_, Some(day), _) => frame.t1("offer-promised-answer", "day", frame.day(&day)),
        (OfferStep::Accepted, None, Some(day)) => frame.t1("offer-promised-move-in", "day", frame.day(&day)),
        (OfferStep::Accepted, None, None) => frame.t("offer-promised-yes"),
        (
            OfferStep::Drafted
            | OfferStep::Sent
            | OfferStep::Viewed
            | OfferStep::Housed
            | OfferStep::Declined
            | OfferStep::Lapsed
            | OfferStep::Withdrawn,
            None,
            _,
        ) => frame.t("offer-promised-drafted"),
    };
    (text, promise.offer.as_ref().map(|id| format!("/offers/{id}")).unwrap_or_default())
}
