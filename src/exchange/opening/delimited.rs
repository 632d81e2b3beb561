//! Lists with a separator (csv): encoding, separator and quoting are found from the text.
//!
//! Records are split here and not by a csv library, because those skip blank lines, and a rejected row
//! must have the number that a spreadsheet shows beside it.

use super::{Unopenable, check_size};
use crate::exchange::cells::{Cell, Sheet, SheetBuilder};

const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];
/// How many lines are looked at to find the separator.
const LINES_LOOKED_AT: usize = 200;

pub fn table(bytes: &[u8]) -> Result<Sheet, Unopenable> {
    let text = decode(bytes)?;
    if text.trim().is_empty() {
        return Err(Unopenable::Empty);
    }
    let (hinted, text) = separator_line(&text);
    let Some(separator) = hinted.or_else(|| find_separator(text)) else { return Err(Unopenable::OneColumn) };
    let mut sheet = SheetBuilder::new("");
    let mut row = u32::from(hinted.is_some()) + 1;
    let mut column = 0;
    let mut value = String::new();
    for piece in Pieces::new(text, separator) {
        match piece {
            Piece::Text(part) => value.push_str(part),
            Piece::Quote => value.push('"'),
            Piece::Separator | Piece::LineEnd => {
                sheet.push(row, column, Cell::Text(&value));
                value.clear();
                check_size(&sheet)?;
                if matches!(piece, Piece::LineEnd) {
                    row += 1;
                    column = 0;
                } else {
                    column = column.saturating_add(1);
                }
            }
        }
    }
    sheet.push(row, column, Cell::Text(&value));
    Ok(sheet.finish())
}

/// Excel's own hint, a first line `sep=;`.
fn separator_line(text: &str) -> (Option<char>, &str) {
    let hint = text.strip_prefix("sep=").and_then(|rest| {
        let separator = rest.chars().next()?;
        let rest = &rest[separator.len_utf8()..];
        rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).map(|rest| (separator, rest))
    });
    hint.map_or((None, text), |(separator, rest)| (Some(separator), rest))
}

fn decode(bytes: &[u8]) -> Result<String, Unopenable> {
    let not_text = || Unopenable::NotASpreadsheet { looks_like: "a file of another program" };
    let encoding = if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        encoding
    } else if bytes.len() >= 4 && bytes[1] == 0 && bytes[3] == 0 {
        encoding_rs::UTF_16LE
    } else if bytes.len() >= 4 && bytes[0] == 0 && bytes[2] == 0 {
        encoding_rs::UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        encoding_rs::UTF_8
    } else {
        // Latin-1 and Windows-1252 are the same for all letters; the latter also has dashes and quotes.
        encoding_rs::WINDOWS_1252
    };
    let (text, _, _) = encoding.decode(bytes);
    let is_text = |letter: char| !letter.is_control() || matches!(letter, '\t' | '\r' | '\n' | '\u{c}' | '\u{1a}');
    if text.chars().take(4096).all(is_text) && !text.contains('\0') { Ok(text.into_owned()) } else { Err(not_text()) }
}

/// The separator that parts most lines into the same number of columns, at least two.
fn find_separator(text: &str) -> Option<char> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES_LOOKED_AT).collect();
    let evidence = |separator: char| {
        let mut lines_by_count = std::collections::BTreeMap::<usize, usize>::new();
        for line in &lines {
            let count = separators_outside_quotes(line, separator);
            if count > 0 {
                *lines_by_count.entry(count).or_default() += 1;
            }
        }
        lines_by_count.into_iter().map(|(count, lines)| (lines * lines * count.min(8), lines)).max().unwrap_or((0, 0))
    };
    let (score, separator) =
        SEPARATORS.into_iter().map(|separator| (evidence(separator), separator)).max_by_key(|(score, separator)| {
            (score.0, std::cmp::Reverse(SEPARATORS.iter().position(|s| s == separator)))
        })?;
    // One comma in one line of a letter does not make a table.
    let lines_parted = score.1;
    (lines_parted * 2 >= lines.len().min(6)).then_some(separator).filter(|_| score.0 > 0)
}

fn separators_outside_quotes(line: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for letter in line.chars() {
        if letter == '"' {
            quoted = !quoted;
        } else if letter == separator && !quoted {
            count += 1;
        }
    }
    count
}

enum Piece<'a> {
    Text(&'a str),
    /// Two quotes within quotes stand for one.
    Quote,
    Separator,
    LineEnd,
}

/// Takes the text apart. A quote opens a quoted part only at the start of a cell; elsewhere it is
/// itself, as in `5" rør`.
struct Pieces<'a> {
    rest: &'a str,
    separator: char,
    quoted: bool,
    cell_start: bool,
}

impl<'a> Pieces<'a> {
    const fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text, separator, quoted: false, cell_start: true }
    }

    fn take(&mut self, bytes: usize, piece: Piece<'a>) -> Piece<'a> {
        self.rest = &self.rest[bytes..];
        self.cell_start = matches!(piece, Piece::Separator | Piece::LineEnd);
        piece
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let first = self.rest.chars().next()?;
        if self.quoted {
            if self.rest.starts_with("\"\"") {
                return Some(self.take(2, Piece::Quote));
            }
            if first == '"' {
                self.quoted = false;
                return Some(self.take(1, Piece::Text("")));
            }
            let end = self.rest.find('"').unwrap_or(self.rest.len());
            return Some(self.take(end, Piece::Text(&self.rest[..end])));
        }
        if first == '"' && self.cell_start {
            self.quoted = true;
            return Some(self.take(1, Piece::Text("")));
        }
        if self.rest.starts_with("\r\n") {
            return Some(self.take(2, Piece::LineEnd));
        }
        if first == '\n' || first == '\r' {
            return Some(self.take(1, Piece::LineEnd));
        }
        if first == self.separator {
            return Some(self.take(first.len_utf8(), Piece::Separator));
        }
        let separator = self.separator;
        let ends = |letter: char| letter == separator || letter == '\n' || letter == '\r';
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        Some(self.take(end, Piece::Text(&self.rest[..end])))
    }
}
