//! Third persons whom the file of a case tells of, and how what tells of them is left out (*fvl.* § 19, `L1.12`).

use super::Fact;
use crate::office::letters::Writing;
use crate::office::{Office, OfficeError, intake};
use crate::store::{Tx, households, people};
use ::letters::printable;
use housing::people::Name;

/// Somebody else than the party, whom the case tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThirdPerson {
    pub id: String,
    pub name: String,
    /// Who they are to the party, in a word.
    pub who: String,
    /// What they are called in texts.
    names: Vec<String>,
}

/// The members of the household but the party, and those the application names.
///
/// # Errors
/// When the store fails.
pub(super) fn known(office: &Office, tx: &mut Tx<'_>, writing: &Writing) -> Result<Vec<ThirdPerson>, OfficeError> {
    let (application, party, words) = (&writing.application, &writing.party, writing.words());
    let mut persons: Vec<ThirdPerson> = Vec::new();
    for member in households::members(tx, &application.household)? {
        if member.person == party.id || persons.iter().any(|known| known.id == member.person) {
            continue;
        }
        let Some(person) = people::find(tx, &member.person)? else { continue };
        persons.push(ThirdPerson {
            id: member.person,
            name: person.name.to_string(),
            who: words.t(&member.role.text_key()),
            names: called(&person.name, &party.name),
        });
    }
    for (_, said) in intake::by_day(tx, office.secrets(), &application.id)? {
        for member in said.members {
            if !persons.iter().any(|known| known.is_called(&member.name)) {
                let names = Name::read(&member.name).map(|name| called(&name, &party.name)).unwrap_or_default();
                persons.push(ThirdPerson {
                    id: format!("said-{}", persons.len()),
                    who: words.t(&member.role.text_key()),
                    names: names.into_iter().chain([member.name.clone()]).collect(),
                    name: member.name,
                });
            }
        }
        let named = [
            ("landlord", said.home.landlord),
            ("contact_person", said.help.contact_person),
            ("responsible", said.leaving.responsible),
        ];
        let landlords = said.history.into_iter().map(|row| ("landlord", row.landlord));
        for (field, name) in named.into_iter().chain(landlords) {
            let Some(name) = name.filter(|name| !name.trim().is_empty()) else { continue };
            match persons.iter_mut().find(|known| known.id == field) {
                Some(known) if known.is_called(&name) => {}
                Some(known) => {
                    known.name = format!("{}, {name}", known.name);
                    known.names.push(name);
                }
                None => {
                    let (id, who) = (field.to_owned(), words.t(&format!("intake-{field}")));
                    persons.push(ThirdPerson { id, who, names: vec![name.clone()], name });
                }
            }
        }
    }
    Ok(persons)
}

impl ThirdPerson {
    /// Whether this is what they are called.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name.trim())
    }
}

/// The whole name both ways round, and the given name when it is not the party's too.
fn called(name: &Name, party: &Name) -> Vec<String> {
    let whole = [format!("{} {}", name.given, name.family), format!("{}, {}", name.family, name.given)];
    let given = Some(name.given.clone()).filter(|given| *given != party.given);
    whole.into_iter().chain(given).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// Those whose affairs are left out of a file.
pub(super) struct Hidden {
    persons: Vec<ThirdPerson>,
    /// What stands in place of what is left out.
    mark: String,
    /// Something was left out.
    pub left_out: bool,
}

impl Hidden {
    pub fn new(persons: &[&ThirdPerson], mark: String) -> Self {
        Self { persons: persons.iter().copied().cloned().collect(), mark, left_out: false }
    }

    /// What a fact says, unless it is about somebody hidden.
    pub fn told(&mut self, fact: &Fact) -> String {
        let is_hidden = |about: &String| self.persons.iter().any(|person| person.id == *about);
        if fact.about.as_ref().is_some_and(is_hidden) {
            self.left_out = true;
            return self.mark.clone();
        }
        self.text(&fact.said)
    }

    /// A text without the names of those who are hidden.
    pub fn text(&mut self, text: &str) -> String {
        let mut told = text.to_owned();
        for name in self.persons.iter().flat_map(|person| &person.names) {
            if let Some(without) = without(&told, name, &format!("[{}]", self.mark)) {
                told = without;
                self.left_out = true;
            }
        }
        printable(&told)
    }
}

/// A text with a mark wherever a name stands as words of its own, whatever its case; `None` where it does not stand.
fn without(text: &str, name: &str, mark: &str) -> Option<String> {
    let (letters, name): (Vec<char>, Vec<char>) = (text.chars().collect(), name.chars().collect());
    let same = |at: usize| {
        let found = letters.get(at..at + name.len());
        found.is_some_and(|found| found.iter().zip(&name).all(|(a, b)| a.to_lowercase().eq(b.to_lowercase())))
    };
    let is_letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|it| it.is_alphanumeric());
    let ends = |at: usize| {
        let genitive = letters.get(at).is_some_and(|it| matches!(it, 's' | 'S'));
        !is_letter(Some(at)) || (genitive && !is_letter(Some(at + 1)))
    };
    let (mut told, mut at, mut found) = (String::new(), 0, false);
    while at < letters.len() {
        if same(at) && !is_letter(at.checked_sub(1)) && ends(at + name.len()) {
            told.push_str(mark);
            at += name.len();
            found = true;
        } else {
            told.push(letters[at]);
            at += 1;
        }
    }
    found.then_some(told)
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn a_name_is_hidden_where_it_stands_as_a_word_of_its_own() {
        let hide = |text| without(text, "Mari", "[…]");
        assert_eq!(hide("Mari og MARIs far"), Some("[…] og […]s far".to_owned()));
        assert_eq!(hide("(Mari)"), Some("([…])".to_owned()));
        assert_eq!(hide("Marit i Marihøna ved Amari"), None);
        assert_eq!(hide(""), None);
        assert_eq!(without("Åse Ødegård flytter", "åse ødegård", "[…]"), Some("[…] flytter".to_owned()));
    }
}
