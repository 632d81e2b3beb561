//! The words of the letters: text files that a municipality can change.
//!
//! A template is plain text. The first line is the title; `[name]` begins a block; `## ` is a heading,
//! `- ` an item of a list, `**so**` is strong, `// ` a note to whoever edits. `{name}` stands for a
//! value of the letter, which is printed as it is. A paragraph or item whose value is empty is left out.
//! A block with nothing beneath it takes its text from the language's `felles.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::kinds::LetterKind;
use crate::letter::Language;
use crate::samples;

/// The texts that come with the program.
mod builtin;
/// What a template must have, and what it may not.
mod check;
/// From text to blocks.
mod parse;
#[cfg(test)]
mod tests;

pub use check::TemplateProblem;
pub(crate) use parse::{Line, Part, Piece};
use parse::{Parsed, parse};

/// The file with the blocks that several letters share, in each language's folder.
const SHARED: &str = "felles";

/// A set of templates that is known to have everything the law asks for, in both languages.
#[derive(Clone, Debug)]
pub struct Templates(BTreeMap<(Language, LetterKind), Template>);

/// One letter's template, with the shared blocks in their places.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    pub title: Line,
    pub blocks: Vec<TemplateBlock>,
}

/// A block of a template.
#[derive(Clone, Debug)]
pub(crate) struct TemplateBlock {
    pub name: String,
    pub parts: Vec<Part>,
}

/// Everything that is wrong with a set of templates.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} problems in the templates of the letters:{}", .0.len(), lines(.0))]
pub struct TemplateProblems(pub Vec<TemplateProblem>);

fn lines(problems: &[TemplateProblem]) -> String {
    problems.iter().map(|problem| format!("\n  {problem}")).collect()
}

static BUILTIN: LazyLock<Templates> = LazyLock::new(|| {
    Templates::changed_by(std::iter::empty::<(&str, &str)>()).expect("a test reads the templates that come with us")
});

impl Templates {
    /// The templates that come with the program.
    pub fn builtin() -> Self {
        BUILTIN.clone()
    }

    /// The built-in templates with some replaced: `("nb/kvittering.txt", text)`.
    ///
    /// Refused whole, with every problem, when a text lacks what the law asks for or names a
    /// placeholder that its kind of letter does not have.
    pub fn changed_by<N: AsRef<str>, T: AsRef<str>>(
        files: impl IntoIterator<Item = (N, T)>,
    ) -> Result<Self, TemplateProblems> {
        let mut problems = Vec::new();
        let mut texts: BTreeMap<String, String> =
            builtin::FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        for (name, text) in files {
            match texts.get_mut(name.as_ref()) {
                Some(builtin) => text.as_ref().clone_into(builtin),
                None => problems.push(TemplateProblem::UnknownFile { file: name.as_ref().to_owned() }),
            }
        }
        let parsed: BTreeMap<&str, Parsed> =
            texts.iter().map(|(name, text)| (name.as_str(), parse(name, text, &mut problems))).collect();
        let mut templates = BTreeMap::new();
        for language in Language::ALL {
            let shared = &parsed[file(language, SHARED).as_str()];
            for kind in LetterKind::ALL {
                let own = &parsed[file(language, kind.template()).as_str()];
                let known = samples::letter(kind, language).values();
                templates.insert((language, kind), check::assemble(own, shared, kind, &known, &mut problems));
            }
        }
        let mut told = Vec::with_capacity(problems.len());
        problems.into_iter().for_each(|problem| {
            if !told.contains(&problem) {
                told.push(problem)
            }
        });
        if told.is_empty() { Ok(Self(templates)) } else { Err(TemplateProblems(told)) }
    }

    /// Name and text of every template that comes with the program: what a municipality starts from.
    pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
        builtin::FILES.iter().copied()
    }

    /// The placeholders that a kind of letter knows, for whoever edits its template.
    pub fn placeholders(kind: LetterKind) -> Vec<&'static str> {
        samples::letter(kind, Language::Bokmal).values().names().collect()
    }

    pub(crate) fn get(&self, language: Language, kind: LetterKind) -> &Template {
        &self.0[&(language, kind)]
    }
}

fn file(language: Language, name: &str) -> String {
    format!("{}/{name}.txt", language.code())
}
