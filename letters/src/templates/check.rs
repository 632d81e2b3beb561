use super::parse::{Parsed, ParsedBlock};
use super::{Line, Part, Piece, Template, TemplateBlock};
use crate::blocks::Block;
use crate::kinds::LetterKind;
use crate::values::Values;
use crate::words::says_something;

/// Something that keeps a set of templates from being used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateProblem {
    #[error("{file}: there is no letter with this template")]
    UnknownFile { file: String },
    #[error("{file}: the first line must be the letter's title")]
    NoTitle { file: String },
    #[error("{file}: line {line} stands before the first [block]")]
    OutsideBlock { file: String, line: usize },
    #[error("{file}: the block [{block}] is there twice")]
    Repeated { file: String, block: String },
    #[error("{file}: the block [{block}] is empty, and felles.txt does not have it")]
    Empty { file: String, block: String },
    #[error("{file}: the block [{}] is missing ({})", block.name(), block.law())]
    MissingBlock { file: String, block: Block },
    #[error("{file}: the block [{}] has no words ({})", block.name(), block.law())]
    Wordless { file: String, block: Block },
    #[error("{file}: the block [{}] does not say {{{placeholder}}} ({})", block.name(), block.law())]
    MissingPlaceholder { file: String, block: Block, placeholder: &'static str },
    #[error("{file}: the block [{}] does not speak of {words} ({})", block.name(), block.law())]
    DoesNotSpeakOf { file: String, block: Block, words: String },
    #[error("{file}: line {line} asks for {{{placeholder}}}, which this letter does not have")]
    UnknownPlaceholder { file: String, line: usize, placeholder: String },
    #[error("{file}: line {line} has a {{ or }} without its other half")]
    Brace { file: String, line: usize },
    #[error("{file}: line {line} has a ** without its other half")]
    StrongNotEnded { file: String, line: usize },
}

/// A letter's template with the shared blocks in their places; what it lacks goes to `problems`.
pub(super) fn assemble(
    own: &Parsed,
    shared: &Parsed,
    kind: LetterKind,
    known: &Values,
    problems: &mut Vec<TemplateProblem>,
) -> Template {
    if own.title.pieces.is_empty() {
        problems.push(TemplateProblem::NoTitle { file: own.file.to_string() });
    }
    check_placeholders(&own.file, [&own.title], known, problems);
    let mut blocks = Vec::with_capacity(own.blocks.len());
    for block in &own.blocks {
        let (file, text) = if block.parts.is_empty() {
            (&shared.file, shared.blocks.iter().find(|candidate| candidate.name == block.name))
        } else {
            (&own.file, Some(block))
        };
        let Some(text) = text.filter(|text| !text.parts.is_empty()) else {
            problems.push(TemplateProblem::Empty { file: own.file.to_string(), block: block.name.clone() });
            continue;
        };
        check_placeholders(file, text.parts.iter().map(Part::line), known, problems);
        if let Some(rule) = Block::named(&block.name).filter(|rule| kind.mandatory().contains(rule)) {
            problems.extend(lacking(file, &kind.placeholders(rule), rule, text));
            if says_something_of(text) {
                problems.extend(unsaid(file, rule, text));
            } else {
                problems.push(TemplateProblem::Wordless { file: file.to_string(), block: rule });
            }
        }
        blocks.push(TemplateBlock { name: block.name.clone(), parts: text.parts.clone() });
    }
    for &block in kind.mandatory() {
        if !own.blocks.iter().any(|there| there.name == block.name()) {
            problems.push(TemplateProblem::MissingBlock { file: own.file.to_string(), block });
        }
    }
    Template { title: own.title.clone(), blocks }
}

fn check_placeholders<'a>(
    file: &str,
    lines: impl IntoIterator<Item = &'a Line>,
    known: &Values,
    problems: &mut Vec<TemplateProblem>,
) {
    for line in lines {
        for name in line.placeholders().filter(|name| known.get(name).is_none()) {
            let (file, placeholder) = (file.to_owned(), name.to_owned());
            problems.push(TemplateProblem::UnknownPlaceholder { file, line: line.at, placeholder });
        }
    }
}

/// Whether a block has words or values, its headings aside.
fn says_something_of(text: &ParsedBlock) -> bool {
    let lines = text.parts.iter().filter(|part| !matches!(part, Part::Heading(_))).map(Part::line);
    lines.flat_map(|line| &line.pieces).any(|piece| match piece {
        Piece::Text { text, .. } => says_something(text),
        Piece::Placeholder { .. } => true,
    })
}

/// The placeholders that a mandatory block must say and does not.
fn lacking(
    file: &str,
    asked: &[&'static str],
    block: Block,
    text: &ParsedBlock,
) -> impl Iterator<Item = TemplateProblem> {
    let said: Vec<&str> = text.parts.iter().flat_map(|part| part.line().placeholders()).collect();
    let missing: Vec<_> = asked.iter().copied().filter(|name| !said.contains(name)).collect();
    missing.into_iter().map(move |placeholder| TemplateProblem::MissingPlaceholder {
        file: file.to_owned(),
        block,
        placeholder,
    })
}

/// What a block that has no facts of a case to tell must speak of, and does not.
fn unsaid(file: &str, block: Block, text: &ParsedBlock) -> Option<TemplateProblem> {
    let asked = block.speaks_of();
    let pieces =
        text.parts.iter().filter(|part| !matches!(part, Part::Heading(_))).flat_map(|part| &part.line().pieces);
    let said: String = pieces
        .map(|piece| match piece {
            Piece::Text { text, .. } => text.to_lowercase(),
            Piece::Placeholder { .. } => String::new(),
        })
        .collect();
    let speaks = asked.is_empty() || asked.iter().any(|word| said.contains(word));
    (!speaks).then(|| TemplateProblem::DoesNotSpeakOf { file: file.to_owned(), block, words: asked.join(" / ") })
}
