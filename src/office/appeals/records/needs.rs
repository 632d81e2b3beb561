//! What was found of the household's needs, finding by finding.

use super::{Section, Source, TypedRecord};
use crate::office::needs::{Content, Measures, opened, told};
use crate::office::{OfficeError, rule_sets};
use crate::store::{Tx, accounts, needs as store};
use housing::assessment::FollowUpRow;
use housing::needs::{HomeNeed, HousingHistory};

pub(super) fn record(from: &Source<'_>, tx: &mut Tx<'_>) -> Result<Option<TypedRecord>, OfficeError> {
    let (words, application) = (from.words, &from.writing.application);
    let mut findings = store::of_household(tx, &application.household)?;
    findings.retain(|finding| finding.application == application.id);
    findings.reverse();
    let norms = rule_sets::room_norms(tx)?;
    let (mut sections, mut newest) = (Vec::new(), None);
    for finding in &findings {
        let content = opened(from.office.secrets(), finding)?;
        let rules = rule_sets::in_force(tx, finding.day)?.map(|known| known.rules);
        let follow_up_table = rules.map_or_else(FollowUpRow::usual, |rules| rules.follow_up);
        let measures = Measures {
            size: application.size,
            room_norm: norms.on(finding.day),
            follow_up_table: &follow_up_table,
            today: finding.day,
        };
        let who = accounts::find(tx, &finding.officer)?.map(|officer| officer.name).unwrap_or_default();
        let about = words.t(&format!("need-{}", content.word()));
        let heading = words.ta("record-found", &[("about", &about), ("day", &words.day(finding.day)), ("who", &who)]);
        let content = if from.address_hidden { without_places(content) } else { content };
        sections.push(Section::facts(heading, told(&words, &content, measures).into_iter().map(Into::into)));
        newest = newest.max(Some(finding.day));
    }
    let record = |day| TypedRecord { id: "needs".to_owned(), title: words.t("record-needs"), day, sections };
    Ok(newest.map(record))
}

/// Where somebody has lived, and what is to be near or far, can lead to a protected address (`L7.3`).
fn without_places(content: Content) -> Content {
    match content {
        Content::History(history) => {
            let rows = history.rows.into_iter();
            let rows = rows.map(|row| housing::needs::HistoryRow { municipality: None, landlord: None, ..row });
            Content::History(HousingHistory { rows: rows.collect() })
        }
        Content::Home(need) => Content::Home(HomeNeed { areas: Vec::new(), near: None, far_from: None, ..need }),
        Content::Skills(_) | Content::FollowUp(_) | Content::Wish(_) => content,
    }
}
