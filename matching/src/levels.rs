//! The parts of the objective, one after the other, each held at its best while the next is improved.

use crate::exchange::{Exchange, Row, RowKind};
use crate::finish::Search;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::relaxed::Units;
use crate::solution::{Bound, CapPrice, HomeValue, Level, Price, Prices};

/// A plan with its proof, or with how far it can be from the best.
pub(crate) struct Answer {
    pub plan: Plan,
    pub bound: Option<Bound>,
    pub prices: Prices,
}

/// Solves the columns of an exchange part by part, beginning with some plan that keeps the limits.
pub(crate) fn solve(problem: &Problem, exchange: Exchange, begin: &Plan, out_of_time: &dyn Fn() -> bool) -> Answer {
    let classes = problem.classes();
    let mut bound = None;
    // Where nothing has a score, nothing has a price.
    let mut prices = Prices { relaxed_score: classes.is_empty().then(Price::default), ..Prices::default() };
    let values: Vec<_> = (0..exchange.columns.len()).map(|at| exchange.value(problem, &classes, at)).collect();
    let mut search = Search::new(problem, exchange);
    search.begin_with(begin);
    let levels = classes.iter().map(|class| Level::Class(*class)).chain([Level::Score, Level::Moves]);
    for (at, level) in levels.enumerate() {
        let objective: Vec<i64> = values
            .iter()
            .map(|value| match level {
                Level::Class(_) => value.counts[at],
                Level::Score => value.score,
                Level::Moves => value.minus_moves,
            })
            .collect();
        if objective.iter().all(|value| *value == 0) {
            continue;
        }
        let found = search.maximise(&objective, None, out_of_time);
        if level == Level::Score {
            prices = word_prices(problem, &search.exchange.rows, |row| in_thousandths(found.prices[row]));
            prices.relaxed_score = classes.is_empty().then_some(Price { thousandths: found.relaxed });
        }
        if found.bound > found.value {
            let sign = if level == Level::Moves { -1 } else { 1 };
            bound = Some(Bound { level, best_possible: sign * found.bound, found: sign * found.value });
            break;
        }
        search.require(&objective, found.value);
    }
    Answer { plan: search.exchange.plan(problem, &search.taken), bound, prices }
}

/// What one more of each cap, and then one more move, is worth in weight, as the guide has it.
pub(crate) fn guide(problem: &Problem, exchange: Exchange, units: &Units, out_of_time: &dyn Fn() -> bool) -> Vec<f64> {
    let classes = problem.classes();
    let weight = |column: usize| units.weigh(&exchange.value(problem, &classes, column));
    let objective: Vec<i64> = (0..exchange.columns.len())
        .map(|column| i64::try_from(weight(column)).expect("weights were checked to fit 64 bits"))
        .collect();
    let mut search = Search::new(problem, exchange);
    let prices = search.guide(&objective, out_of_time);
    let mut limit_prices = vec![0.0; problem.caps.len() + 1];
    for (row, price) in search.exchange.rows.iter().zip(prices) {
        match row.kind {
            RowKind::Cap(cap) => limit_prices[cap] = price,
            RowKind::MoveLimit => limit_prices[problem.caps.len()] = price,
            RowKind::Home(_)
            | RowKind::Household(_)
            | RowKind::Position
            | RowKind::Ring
            | RowKind::Counts(_)
            | RowKind::AtLeast => {}
        }
    }
    limit_prices
}

/// Words the prices of limits and homes.
pub(crate) fn word_prices(problem: &Problem, rows: &[Row], price_of: impl Fn(usize) -> Price) -> Prices {
    let mut worded = Prices::default();
    let mut values = vec![Price::default(); problem.homes.len()];
    for (at, row) in rows.iter().enumerate() {
        let price = price_of(at);
        match row.kind {
            RowKind::Cap(cap) if price.thousandths > 0 => {
                worded.caps.push(CapPrice { cap: problem.caps[cap].name.clone(), one_more: price });
            }
            RowKind::MoveLimit => worded.move_limit = price,
            RowKind::Home(home) => values[home] = price,
            RowKind::Cap(_)
            | RowKind::Household(_)
            | RowKind::Position
            | RowKind::Ring
            | RowKind::Counts(_)
            | RowKind::AtLeast => {}
        }
    }
    let vacant = (0..problem.homes.len()).filter(|&home| problem.lives_in[home].is_none());
    worded.homes = vacant.map(|home| HomeValue { home: problem.homes[home].clone(), value: values[home] }).collect();
    worded
}

#[expect(clippy::float_arithmetic, reason = "prices are estimates to be shown, nothing is counted with them")]
fn in_thousandths(price: f64) -> Price {
    Price { thousandths: (price * 1000.0).round() as i64 }
}
