//! What stands in a template's placeholders: texts only, never markup.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::letter::Letter;
use crate::words;

/// The values of a letter by placeholder. Every placeholder a kind knows is here; one without a value
/// has an empty list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Values(BTreeMap<&'static str, Vec<String>>);

impl Values {
    pub(crate) fn text(self, name: &'static str, value: &str) -> Self {
        self.list(name, &[value.to_owned()])
    }

    pub(crate) fn date(self, name: &'static str, day: Date) -> Self {
        self.text(name, &words::date(day))
    }

    /// Several items. What an officer wrote with an empty line between is two items.
    pub(crate) fn list(mut self, name: &'static str, items: &[String]) -> Self {
        let items = items.iter().flat_map(|item| paragraphs(item)).collect();
        self.0.insert(name, items);
        self
    }

    pub(crate) fn all(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The items of a placeholder; `None` when no letter of this kind has it.
    pub(crate) fn get(&self, name: &str) -> Option<&[String]> {
        self.0.get(name).map(Vec::as_slice)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.keys().copied()
    }

    pub(crate) fn lacks(&self, name: &str) -> bool {
        self.get(name).is_none_or(<[String]>::is_empty)
    }

    /// Whether nothing that stands there has words: blanks, dashes and stand-ins say nothing.
    pub(crate) fn says_nothing(&self, name: &str) -> bool {
        self.get(name).is_none_or(|items| !items.iter().any(|item| words::says_something(item)))
    }
}

/// One line of somebody's text: control characters are spaces, and what is pasted along unseen (soft
/// hyphens, zero-width spaces, turned directions) is left out.
pub(crate) fn clean(line: &str) -> String {
    let is_unseen =
        |c: &char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2069}' | '\u{202a}'..='\u{202e}' | '\u{feff}');
    let seen: String = line.chars().filter(|c| !is_unseen(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.trim().to_owned()
}

/// Cleaned, and split where a line is empty.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found = vec![Vec::new()];
    for line in text.lines() {
        let line = clean(line);
        if line.is_empty() {
            found.push(Vec::new());
        } else {
            found.last_mut().expect("it starts with one").push(line);
        }
    }
    found.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect()
}

impl Letter {
    /// Every placeholder of this letter.
    pub(crate) fn values(&self) -> Values {
        let sender = &self.sender;
        let contact: Vec<String> =
            [&sender.telephone, &sender.email, &sender.website].into_iter().flatten().cloned().collect();
        let send_to =
            [sender.municipality.clone(), sender.unit.clone()].into_iter().chain(sender.address.iter().cloned());
        self.content
            .values(self.language)
            .text("kommune", &sender.municipality)
            .text("enhet", &sender.unit)
            .text("telefon", sender.telephone.as_deref().unwrap_or_default())
            .text("epost", sender.email.as_deref().unwrap_or_default())
            .text("nettsted", sender.website.as_deref().unwrap_or_default())
            .text("adresse", &sender.address.join(", "))
            .list("kontakt", &contact)
            .text("klage_sendes_til", &send_to.collect::<Vec<_>>().join(", "))
            .text("saksbehandler", &sender.case_handler)
            .text("ansvarlig", sender.responsible.as_deref().unwrap_or_default())
            .text("saksnummer", &self.reference)
            .text("sak", &self.subject)
            .text("mottaker", &words::enumeration(&self.recipient.names))
            .text("på_vegne_av", self.on_behalf_of.as_deref().unwrap_or_default())
            .date("dato", self.date)
    }
}
