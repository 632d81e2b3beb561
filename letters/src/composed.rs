//! A letter's words in order, before any layout: what the preview shows and the PDF prints.

use serde::Serialize;

use crate::blocks::Block;
use crate::kinds::Content;
use crate::letter::Letter;
use crate::templates::{Line, Part, Piece, Template, TemplateBlock};
use crate::values::Values;
use crate::words::{enumeration, says_something};

/// The words of a letter: title and blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Composed {
    pub title: String,
    pub blocks: Vec<ComposedBlock>,
}

/// A block that is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComposedBlock {
    /// Its name in the template.
    pub name: String,
    pub parts: Vec<ComposedPart>,
}

/// What a block is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "text", rename_all = "lowercase")]
pub enum ComposedPart {
    Heading(String),
    Paragraph(Vec<Span>),
    List(Vec<Vec<Span>>),
}

/// Text that is strong or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    pub text: String,
    pub strong: bool,
}

impl Composed {
    /// Puts the letter's values into the template.
    pub(crate) fn new(letter: &Letter, template: &Template) -> Self {
        let values = letter.values();
        let blocks = template.blocks.iter().filter_map(|block| fill(block, &letter.content, &values)).collect();
        let title = filled(&template.title, &values).unwrap_or_default();
        Self { title: plain(&title), blocks }
    }

    /// Whether a block is there and has words, its headings aside.
    pub(crate) fn says(&self, name: &str) -> bool {
        let said = |part: &ComposedPart| match part {
            ComposedPart::Heading(_) => false,
            ComposedPart::Paragraph(spans) => says_something(&plain(spans)),
            ComposedPart::List(items) => items.iter().any(|item| says_something(&plain(item))),
        };
        self.blocks.iter().filter(|block| block.name == name).flat_map(|block| &block.parts).any(said)
    }

    /// The letter as plain text: a line per heading and item, an empty line between paragraphs.
    pub fn text(&self) -> String {
        let mut text = self.title.clone();
        for part in self.blocks.iter().flat_map(|block| &block.parts) {
            text += "\n\n";
            match part {
                ComposedPart::Heading(heading) => text += heading,
                ComposedPart::Paragraph(spans) => text += &plain(spans),
                ComposedPart::List(items) => {
                    text += &items.iter().map(|item| format!("• {}", plain(item))).collect::<Vec<_>>().join("\n");
                }
            }
        }
        text
    }
}

/// The block with its values, or `None` when it has no place in this letter or nothing to say.
fn fill(block: &TemplateBlock, content: &Content, values: &Values) -> Option<ComposedBlock> {
    if Block::named(&block.name).is_some_and(|rule| !content.prints(rule)) {
        return None;
    }
    let mut parts = Vec::new();
    for part in &block.parts {
        match part {
            Part::Heading(line) => parts.extend(filled(line, values).map(|spans| ComposedPart::Heading(plain(&spans)))),
            Part::Paragraph(line) => parts.extend(each(line, values).into_iter().map(ComposedPart::Paragraph)),
            Part::Item(line) => match parts.last_mut() {
                Some(ComposedPart::List(list)) => list.extend(each(line, values)),
                Some(ComposedPart::Heading(_) | ComposedPart::Paragraph(_)) | None => {
                    parts.push(ComposedPart::List(each(line, values)));
                }
            },
        }
    }
    drop_empty_lists(&mut parts);
    drop_lonely_headings(&mut parts);
    (!parts.is_empty()).then(|| ComposedBlock { name: block.name.clone(), parts })
}

/// A list without items is left out, and with it the line that ends in a colon and announces it.
fn drop_empty_lists(parts: &mut Vec<ComposedPart>) {
    let is_empty = |part: &ComposedPart| matches!(part, ComposedPart::List(items) if items.is_empty());
    let announces = |part: &ComposedPart| matches!(part, ComposedPart::Paragraph(spans) if plain(spans).ends_with(':'));
    while let Some(at) = parts.iter().position(is_empty) {
        parts.remove(at);
        if let Some(before) = at.checked_sub(1).filter(|&before| announces(&parts[before])) {
            parts.remove(before);
        }
    }
}

/// A heading is left out when everything under it was.
fn drop_lonely_headings(parts: &mut Vec<ComposedPart>) {
    let is_heading = |part: &ComposedPart| matches!(part, ComposedPart::Heading(_));
    let mut at = 0;
    while at < parts.len() {
        if is_heading(&parts[at]) && parts.get(at + 1).is_none_or(is_heading) {
            parts.remove(at);
        } else {
            at += 1;
        }
    }
}

/// A line that is one placeholder becomes as many as the placeholder has items; any other is one.
fn each(line: &Line, values: &Values) -> Vec<Vec<Span>> {
    match line.pieces.as_slice() {
        [Piece::Placeholder { name, strong }] => {
            let items = values.get(name).unwrap_or_default();
            items.iter().map(|item| vec![Span { text: item.clone(), strong: *strong }]).collect()
        }
        _ => filled(line, values).into_iter().collect(),
    }
}

/// The line with its values in it; `None` when one of them is empty.
fn filled(line: &Line, values: &Values) -> Option<Vec<Span>> {
    if line.placeholders().any(|name| values.lacks(name)) {
        return None;
    }
    let spans = line.pieces.iter().map(|piece| match piece {
        Piece::Text { text, strong } => Span { text: text.clone(), strong: *strong },
        Piece::Placeholder { name, strong } => {
            Span { text: enumeration(values.get(name).unwrap_or_default()), strong: *strong }
        }
    });
    Some(spans.collect())
}

fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}
