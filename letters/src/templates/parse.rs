use std::sync::Arc;

use super::TemplateProblem;

/// A template file as it is written, blocks in order.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub file: Arc<str>,
    pub title: Line,
    pub blocks: Vec<ParsedBlock>,
}

/// A block, with the line its name stands on.
#[derive(Clone, Debug)]
pub(crate) struct ParsedBlock {
    pub name: String,
    pub parts: Vec<Part>,
}

/// A heading, a paragraph or an item of a list.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Heading(Line),
    Paragraph(Line),
    Item(Line),
}

impl Part {
    pub(crate) const fn line(&self) -> &Line {
        match self {
            Self::Heading(line) | Self::Paragraph(line) | Self::Item(line) => line,
        }
    }
}

/// Running text with placeholders in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// The line of the file it begins on.
    pub at: usize,
    pub pieces: Vec<Piece>,
}

impl Line {
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Placeholder { name, .. } => Some(name.as_str()),
            Piece::Text { .. } => None,
        })
    }
}

/// Text of the template, or the place of a value.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Text { text: String, strong: bool },
    Placeholder { name: String, strong: bool },
}

/// Reads a template. What is wrong with its form goes to `problems`.
pub(super) fn parse(file: &str, text: &str, problems: &mut Vec<TemplateProblem>) -> Parsed {
    let mut reader = Reader { file, problems, title: None, blocks: Vec::new(), paragraph: None };
    for (index, line) in text.lines().enumerate() {
        reader.line(index + 1, line.trim());
    }
    reader.end_paragraph();
    Parsed { file: file.into(), title: reader.title.unwrap_or_default(), blocks: reader.blocks }
}

struct Reader<'a> {
    file: &'a str,
    problems: &'a mut Vec<TemplateProblem>,
    title: Option<Line>,
    blocks: Vec<ParsedBlock>,
    /// The lines of a paragraph or item that is not finished.
    paragraph: Option<(usize, String)>,
}

impl Reader<'_> {
    fn line(&mut self, at: usize, line: &str) {
        if line.starts_with("//") {
            return;
        }
        let block = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        if line.is_empty() || block.is_some() || line.starts_with("## ") || line.starts_with("- ") {
            self.end_paragraph();
        }
        if let Some(name) = block {
            self.begin_block(name.trim());
        } else if let Some(heading) = line.strip_prefix("## ") {
            let heading = self.pieces(at, heading);
            self.add(at, Part::Heading(heading));
        } else if let Some((_, begun)) = &mut self.paragraph {
            *begun += " ";
            *begun += line;
        } else if !line.is_empty() {
            self.paragraph = Some((at, line.to_owned()));
        }
    }

    fn begin_block(&mut self, name: &str) {
        if self.blocks.iter().any(|block| block.name == name) {
            self.problems.push(TemplateProblem::Repeated { file: self.file.to_owned(), block: name.to_owned() });
        }
        self.blocks.push(ParsedBlock { name: name.to_owned(), parts: Vec::new() });
    }

    fn end_paragraph(&mut self) {
        let Some((at, text)) = self.paragraph.take() else { return };
        if let Some(item) = text.strip_prefix("- ") {
            let item = self.pieces(at, item);
            self.add(at, Part::Item(item));
        } else if self.blocks.is_empty() && self.title.is_none() {
            self.title = Some(self.pieces(at, &text));
        } else {
            let paragraph = self.pieces(at, &text);
            self.add(at, Part::Paragraph(paragraph));
        }
    }

    fn add(&mut self, at: usize, part: Part) {
        match self.blocks.last_mut() {
            Some(block) => block.parts.push(part),
            None => self.problems.push(TemplateProblem::OutsideBlock { file: self.file.to_owned(), line: at }),
        }
    }

    /// Cuts running text at its placeholders and at `**`.
    fn pieces(&mut self, at: usize, text: &str) -> Line {
        let mut pieces = Vec::new();
        let mut rest = text.trim();
        let mut strong = false;
        while let Some(cut) = rest.find(['{', '}', '*']) {
            let (before, after) = rest.split_at(cut);
            push_text(&mut pieces, before, strong);
            if let Some(next) = after.strip_prefix("**") {
                strong = !strong;
                rest = next;
            } else if let Some((name, next)) = after.strip_prefix('{').and_then(|inside| inside.split_once('}')) {
                pieces.push(Piece::Placeholder { name: name.trim().to_owned(), strong });
                rest = next;
            } else {
                if !after.starts_with('*') {
                    self.problems.push(TemplateProblem::Brace { file: self.file.to_owned(), line: at });
                }
                push_text(&mut pieces, &after[..1], strong);
                rest = &after[1..];
            }
        }
        push_text(&mut pieces, rest, strong);
        if strong {
            self.problems.push(TemplateProblem::StrongNotEnded { file: self.file.to_owned(), line: at });
        }
        Line { at, pieces }
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str, strong: bool) {
    if !text.is_empty() {
        pieces.push(Piece::Text { text: text.to_owned(), strong });
    }
}
