//! What one debtor owes, invoice by invoice.

use super::step_text;
use crate::access::{self, Action, Thing};
use crate::office::arrears::{self, OfDebtor};
use crate::store::arrears::Invoice;
use crate::web::history::{Happening, Timeline};
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use housing::arrears::{ArrearsAge, ArrearsSum};
use housing::calendar::days_between;
use housing::money::Ore;
use std::cmp::Ordering;

#[derive(askama::Template)]
#[template(path = "arrears/debtor.html")]
struct DebtorPage {
    frame: Frame,
    id: String,
    name: String,
    /// Empty when the reader may not open pages of people.
    person_href: String,
    owed: String,
    credit: String,
    oldest: String,
    ages: Vec<(String, String)>,
    open: Vec<InvoiceView>,
    settled: Vec<InvoiceView>,
    timeline: Vec<Happening>,
    may_change: bool,
}

struct InvoiceView {
    href: String,
    number: String,
    due: String,
    age: String,
    late: bool,
    amount: String,
    outstanding: String,
    step: String,
    home: String,
    home_href: String,
    credit: bool,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(debtor): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let role = actor.role;
    let found = app.office(move |office| arrears::of_debtor(office, &actor, &debtor)).await?;
    let frame = visitor.frame();
    let may = |action, thing| access::may(role, action, thing).is_ok();
    let mut sum = ArrearsSum::default();
    for invoice in &found.invoices {
        sum.count(invoice.outstanding, invoice.due, frame.today);
    }
    let views = |settled: bool| {
        let wanted = found.invoices.iter().filter(|invoice| (invoice.outstanding == Ore(0)) == settled);
        wanted.map(|invoice| invoice_view(&frame, invoice, &found)).collect()
    };
    let ages = sum.by_age.iter().map(|(age, amount)| (frame.t(&age.text_key()), amount.in_kroner()));
    let page = DebtorPage {
        name: found.person.name.to_string(),
        person_href: if may(Action::Look, Thing::Person) {
            format!("/people/{}", found.person.id)
        } else {
            String::new()
        },
        owed: sum.owed.in_kroner(),
        credit: if sum.credit > Ore(0) { sum.credit.in_kroner() } else { String::new() },
        oldest: frame.day_or_dash(&sum.oldest_due),
        ages: ages.collect(),
        open: views(false),
        settled: views(true),
        timeline: timeline(&frame, &found),
        may_change: may(Action::Change, Thing::Arrears),
        id: found.person.id.clone(),
        frame,
    };
    Ok(render(&page)?.into_response())
}

/// When invoices fell due, were paid down and settled, the newest first.
fn timeline(frame: &Frame, found: &OfDebtor) -> Vec<Happening> {
    let mut timeline = Timeline::of(frame);
    for invoice in &found.invoices {
        let what =
            invoice.amount.map_or(invoice.number.clone(), |of| format!("{}, {}", invoice.number, of.in_kroner()));
        timeline.add(invoice.due.filter(|_| invoice.outstanding >= Ore(0)), "arrears-event-due", &what, "");
    }
    for (id, day, known, left) in &found.balances {
        let Some(invoice) = found.invoices.iter().find(|invoice| invoice.id == *id) else { continue };
        if !*known && invoice.due == Some(*day) && *left > Ore(0) {
            // It has been owed since its due day, which is told already.
            continue;
        }
        let key = match (*known, left.cmp(&Ore(0))) {
            (_, Ordering::Less) => "arrears-event-credit",
            (false, _) => "arrears-event-known",
            (true, Ordering::Equal) => "arrears-event-settled",
            (true, Ordering::Greater) => "arrears-event-left",
        };
        let what = format!("{}, {}", invoice.number, left.in_kroner());
        timeline.add(Some(*day), key, if *left == Ore(0) { &invoice.number } else { &what }, "");
    }
    timeline.done()
}

fn invoice_view(frame: &Frame, invoice: &Invoice, found: &OfDebtor) -> InvoiceView {
    let home = found.homes.iter().find(|(id, _)| Some(id) == invoice.dwelling.as_ref());
    let age = invoice.due.map(|due| ArrearsAge::of_days(days_between(due, frame.today)));
    let owes = invoice.outstanding > Ore(0);
    InvoiceView {
        href: format!("/invoices/{}/edit", invoice.id),
        number: invoice.number.clone(),
        due: frame.day_or_dash(&invoice.due),
        age: age.filter(|_| owes).map(|age| frame.t(&age.text_key())).unwrap_or_default(),
        late: owes && age.is_some_and(|age| age != ArrearsAge::NotDue),
        amount: invoice.amount.map(|amount| amount.exact()).unwrap_or_default(),
        outstanding: invoice.outstanding.exact(),
        step: step_text(frame, invoice.step),
        home: home.map(|(_, address)| address.clone()).unwrap_or_default(),
        home_href: home.map(|(id, _)| format!("/dwellings/{id}")).unwrap_or_default(),
        credit: invoice.outstanding < Ore(0),
    }
}
