//! Which kind of file the first bytes tell of, and whether a zipped one is what it says.

use super::Unopenable;
use crate::exchange::zipped::{self, Unsound};

pub enum Kind {
    Zip,
    /// Microsoft's container of before 2007, which also wraps encrypted files.
    Compound,
    Text,
    /// Something we know not to be a table.
    Other(&'static str),
}

pub enum Zipped {
    Xlsx,
    Ods,
}

const SIGNATURES: [(&[u8], &str); 9] = [
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or film"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"\x1f\x8b", "a packed archive"),
    (b"{\\rtf", "a text document"),
    (b"\x7fELF", "a program"),
];

pub fn recognise(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK") {
        return Kind::Zip;
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Kind::Compound;
    }
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Kind::Other(what);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    if ["<!doctype html", "<html", "<table"].iter().any(|tag| start.starts_with(tag)) {
        return Kind::Other("a web page");
    }
    if start.starts_with("<?xml") {
        return Kind::Other("an XML file");
    }
    Kind::Text
}

/// Tells xlsx from ods, and refuses archives that swell beyond reason.
pub fn inside_zip(bytes: &[u8], limit: u64) -> Result<Zipped, Unopenable> {
    let mut archive = zipped::open(bytes, limit).map_err(|unsound| match unsound {
        Unsound::Locked => Unopenable::Encrypted,
        Unsound::Damaged { reason } => Unopenable::Damaged { reason },
        Unsound::Swollen => Unopenable::Swollen { limit },
    })?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        Ok(Zipped::Xlsx)
    } else if has("content.xml") {
        if zipped::is_locked_open_document(&mut archive) { Err(Unopenable::Encrypted) } else { Ok(Zipped::Ods) }
    } else if has("word/document.xml") {
        Err(Unopenable::NotASpreadsheet { looks_like: "a text document" })
    } else if has("ppt/presentation.xml") {
        Err(Unopenable::NotASpreadsheet { looks_like: "a presentation" })
    } else {
        Err(Unopenable::NotASpreadsheet { looks_like: "a packed archive" })
    }
}
