//! The numbers a leader asks for first.

use super::links::Links;
use crate::office::overview::{Awaits, LeaseStanding, Overview, WaitingCount};
use crate::web::Frame;
use crate::web::charts::grouped;
use housing::tenancies::LeaseWindow;

/// One number with its rows, its meaning and a word beside it.
pub struct KeyFigure {
    pub label: String,
    pub value: String,
    pub href: String,
    pub note: String,
    pub meaning: String,
    pub tone: &'static str,
}

/// The key figures of a day.
pub fn of(frame: &Frame, overview: &Overview, links: &Links) -> Vec<KeyFigure> {
    let figures = Figures { frame, overview, links };
    vec![
        figures.homes(),
        figures.vacant(),
        figures.tenancies(),
        figures.expired(),
        figures.runs_out(),
        figures.waiting(),
        figures.children(),
        figures.arrears(),
    ]
}

struct Figures<'a> {
    frame: &'a Frame,
    overview: &'a Overview,
    links: &'a Links,
}

impl Figures<'_> {
    /// A figure whose texts have keys that begin with `overview-figure-KEY`.
    fn figure(&self, key: &str, value: String, note: String, href: String) -> KeyFigure {
        KeyFigure {
            label: self.frame.t(&format!("overview-figure-{key}")),
            meaning: self.frame.t(&format!("overview-figure-{key}-meaning")),
            value,
            href,
            note,
            tone: "neutral",
        }
    }

    fn homes(&self) -> KeyFigure {
        let register = &self.overview.register;
        let note = self.frame.t1("overview-note-care-homes", "count", grouped(register.care_homes));
        self.figure("homes", grouped(register.homes), note, self.links.dwellings(&[("status", "stock")]))
    }

    fn vacant(&self) -> KeyFigure {
        let vacancies = &self.overview.vacancies;
        let (homes, loss) = (grouped(vacancies.homes), vacancies.loss_a_month.in_kroner());
        let note = self.frame.ta("overview-note-vacancies", &[("homes", &homes), ("loss", &loss)]);
        let href = self.links.dwellings(&[("status", "LEDIG")]);
        self.figure("vacant", grouped(self.overview.register.vacant), note, href)
    }

    fn tenancies(&self) -> KeyFigure {
        let register = &self.overview.register;
        let note = self.frame.t1("overview-note-fixed-term", "count", grouped(register.fixed_term));
        self.figure("tenancies", grouped(register.tenancies), note, self.links.tenancies(&[]))
    }

    fn expired(&self) -> KeyFigure {
        let expired = self.overview.register.expired_contracts;
        let href = self.links.tenancies(&[("lease", "expired")]);
        let figure = self.figure("expired", grouped(expired), self.frame.t("overview-note-expired"), href);
        KeyFigure { tone: if expired > 0 { "warning" } else { "neutral" }, ..figure }
    }

    fn runs_out(&self) -> KeyFigure {
        let soon = LeaseStanding::RunsOut(LeaseWindow::Within3Months);
        let count = self.overview.leases.iter().find(|count| count.standing == soon);
        let count = count.map_or(0, |count| count.tenancies);
        let href = self.links.tenancies(&[("lease", LeaseWindow::Within3Months.code())]);
        self.figure("runs-out", grouped(count), self.frame.t("overview-note-runs-out"), href)
    }

    fn waiting(&self) -> KeyFigure {
        let count = |counts: fn(&&WaitingCount) -> bool| -> i64 {
            self.overview.waiting.iter().filter(counts).map(|group| group.applications).sum()
        };
        let decision = grouped(count(|group| group.awaits == Awaits::Decision));
        let home = grouped(count(|group| group.awaits == Awaits::Home));
        let note = self.frame.ta("overview-note-waiting", &[("decision", &decision), ("home", &home)]);
        self.figure("waiting", grouped(count(|_| true)), note, self.links.open_applications(&[]))
    }

    fn children(&self) -> KeyFigure {
        let with_children = self.overview.waiting.iter().filter(|group| group.with_children);
        let count: i64 = with_children.map(|group| group.applications).sum();
        let href = self.links.open_applications(&[("children", "yes")]);
        self.figure("children", grouped(count), self.frame.t("overview-note-children"), href)
    }

    fn arrears(&self) -> KeyFigure {
        let register = &self.overview.register;
        let (count, credit) = (grouped(register.arrears_households), register.credit.in_kroner());
        let note = self.frame.ta("overview-note-arrears", &[("count", &count), ("credit", &credit)]);
        self.figure("arrears", register.arrears.in_kroner(), note, self.links.arrears(&[]))
    }
}
