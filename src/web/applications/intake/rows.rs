//! The rows of the form's tables: those who live with the applicant, where they have lived, and what they live on.

use crate::office::Problem;
use crate::office::intake::NewMember;
use crate::web::FormValues;
use crate::web::reading::income_a_month;
use housing::applications::{Income, IncomeSource, MemberSaid};
use housing::identity::IdentityNumber;
use housing::needs::HistoryRow;
use housing::people::{MemberRole, Name, PersonFacts, Protection};
use housing::{Date, written};

/// The most rows of members and of homes a form carries.
pub const MOST_ROWS: usize = 40;

/// The columns of a member that somebody writes in; the others are chosen.
pub const MEMBER: [&str; 5] = ["name", "identity", "born", "days", "income"];

/// As [`MEMBER`], of a home.
pub const HOME: [&str; 6] = ["kind", "from", "until", "where", "landlord", "ending"];

/// The rows of a table in the form that somebody has written in, by their numbers.
pub fn filled_rows(values: &FormValues, prefix: &str, columns: &[&str]) -> Vec<usize> {
    let filled = |row: &usize| columns.iter().any(|column| values.filled(&format!("{prefix}{row}_{column}")).is_some());
    (0..MOST_ROWS).filter(filled).collect()
}

/// One row of a table: what stands in its columns, and what is wrong with it, told by its number.
struct Row<'a> {
    values: &'a FormValues,
    prefix: &'static str,
    number: usize,
    table: &'static str,
}

impl Row<'_> {
    fn typed(&self, column: &str) -> &str {
        self.values.get(&format!("{}{}_{column}", self.prefix, self.number))
    }

    fn wrong(&self, text: &'static str, found: &str) -> Problem {
        let facts = vec![("number", (self.number + 1).to_string()), ("found", format!("«{found}»"))];
        Problem { field: self.table, text, facts }
    }

    /// What stands in a column that may be empty; what cannot be read is named.
    fn read<T, E>(
        &self,
        column: &str,
        text: &'static str,
        read: impl Fn(&str) -> Result<T, E>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let typed = Some(self.typed(column)).filter(|typed| !typed.is_empty())?;
        let value = read(typed).ok();
        if value.is_none() {
            problems.push(self.wrong(text, typed));
        }
        value
    }
}

/// Those who live with the applicant: for the register, and as the application tells of them.
pub fn members(values: &FormValues, today: Date, problems: &mut Vec<Problem>) -> Vec<(NewMember, MemberSaid)> {
    let mut members = Vec::new();
    for number in filled_rows(values, "m", &MEMBER) {
        let row = Row { values, prefix: "m", number, table: "members" };
        let identity = Some(row.typed("identity")).filter(|typed| !typed.is_empty());
        let identity = identity.map(|typed| IdentityNumber::parse_on(typed, today)).transpose();
        let born = Some(row.typed("born")).filter(|typed| !typed.is_empty()).map(written::day).transpose();
        let (Some(name), Ok(identity), Ok(born)) = (Name::read(row.typed("name")), identity, born) else {
            problems.push(row.wrong("intake-problem-member", row.typed("name")));
            continue;
        };
        let role = row.read("role", "intake-problem-row-choice", str::parse, problems);
        let days = |typed: &str| typed.parse::<u8>().ok().filter(|days| (1..=31).contains(days)).ok_or(());
        let said = MemberSaid {
            name: name.listed(),
            role: role.unwrap_or(MemberRole::OtherAdult),
            born: born.or_else(|| identity.as_ref().and_then(IdentityNumber::born)),
            days_a_month: row.read("days", "intake-problem-member-days", days, problems),
            moves_in: row.read("moves_in", "intake-problem-row-choice", str::parse, problems),
            income: row.read("income", "intake-problem-member-income", income_a_month, problems),
        };
        let facts = PersonFacts {
            name,
            identity,
            born,
            telephone: None,
            email: None,
            protection: Protection::Ungraded,
            protection_to_check: false,
        };
        members.push((NewMember { facts, role: said.role }, said));
    }
    members
}

/// Where they have lived. A row needs its first day and what it was; what is missing is named.
pub fn history(values: &FormValues, problems: &mut Vec<Problem>) -> Vec<HistoryRow> {
    let mut rows = Vec::new();
    for number in filled_rows(values, "h", &HOME) {
        let row = Row { values, prefix: "h", number, table: "history" };
        let kind = row.read("kind", "intake-problem-row-choice", str::parse, problems);
        let ending = row.read("ending", "intake-problem-row-choice", str::parse, problems);
        let from = written::day(row.typed("from")).ok();
        let until = Some(row.typed("until")).filter(|typed| !typed.is_empty()).map(written::day).transpose().ok();
        let (Some(kind), Some(from), Some(until)) = (kind, from, until) else {
            problems.push(row.wrong("intake-problem-history", row.typed("from")));
            continue;
        };
        let text = |column| Some(row.typed(column).to_owned()).filter(|text| !text.is_empty());
        rows.push(HistoryRow { from, until, kind, municipality: text("where"), landlord: text("landlord"), ending });
    }
    rows
}

/// The name of the field with what a source brings.
pub fn income_field(source: IncomeSource) -> String {
    format!("income_{}", source.code())
}

/// What each source brings in a month.
pub fn incomes(values: &FormValues, problems: &mut Vec<Problem>) -> Vec<Income> {
    let mut incomes = Vec::new();
    for source in IncomeSource::PAYING.iter().copied() {
        let Some(typed) = values.filled(&income_field(source)) else { continue };
        match income_a_month(typed) {
            Ok(a_month) => incomes.push(Income { source, a_month }),
            Err(()) => {
                let facts = vec![("found", format!("«{typed}»"))];
                problems.push(Problem { field: "incomes", text: "intake-problem-incomes", facts });
            }
        }
    }
    incomes
}
