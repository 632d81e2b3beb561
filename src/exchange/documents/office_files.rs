//! Word, Excel and OpenDocument files: zipped files that say themselves what they are.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{FileKind, Refusal};
use crate::exchange::zipped::{self, Archive};

/// The most that one unpacks to.
const MOST_UNPACKED: u64 = 200 << 20;

/// What a Word or Excel file calls its main part.
const MAIN_PARTS: [(&str, FileKind); 2] = [
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileKind::Docx),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind::Xlsx),
];

pub(super) fn recognise(bytes: &[u8]) -> Result<FileKind, Refusal> {
    let mut archive = zipped::open(bytes, MOST_UNPACKED)?;
    if let Some(said) = zipped::text(&mut archive, "mimetype") {
        return open_document(&mut archive, &said);
    }
    match zipped::text(&mut archive, "[Content_Types].xml") {
        Some(types) => open_xml(&archive, &types),
        None => Err(Refusal::Archive),
    }
}

fn open_document(archive: &mut Archive<'_>, said: &str) -> Result<FileKind, Refusal> {
    let kinds = [FileKind::Odt, FileKind::Ods];
    let kind = kinds.into_iter().find(|kind| kind.media_type() == said.trim()).ok_or(Refusal::Archive)?;
    if archive.index_for_name("content.xml").is_none() {
        return Err(Refusal::Damaged);
    }
    if archive.file_names().flatten().any(|name| name.starts_with("Basic/") || name.starts_with("Scripts/")) {
        return Err(Refusal::Macros);
    }
    if zipped::is_locked_open_document(archive) { Err(Refusal::OldOrLocked) } else { Ok(kind) }
}

/// The list of what each part is; the main part must be there too.
fn open_xml(archive: &Archive<'_>, types: &str) -> Result<FileKind, Refusal> {
    let mut found = None;
    for (part, media_type) in parts(types).ok_or(Refusal::Damaged)? {
        let media_type = media_type.to_ascii_lowercase();
        if media_type.contains("macroenabled") || media_type.contains("vbaproject") {
            return Err(Refusal::Macros);
        }
        if let Some((_, kind)) = MAIN_PARTS.iter().find(|(main, _)| *main == media_type) {
            found = found.or(Some((part, *kind)));
        }
    }
    if archive.file_names().flatten().any(|name| name.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        return Err(Refusal::Macros);
    }
    let (part, kind) = found.ok_or(Refusal::Archive)?;
    let is_there = archive.index_for_name(part.trim_start_matches('/')).is_some();
    if is_there { Ok(kind) } else { Err(Refusal::Damaged) }
}

/// Each part with what it is said to be; what is said of an ending has no part. `None` when it cannot be read.
fn parts(types: &str) -> Option<Vec<(String, String)>> {
    let mut reader = Reader::from_str(types);
    let mut parts = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                parts.push((attribute(&tag, "PartName"), attribute(&tag, "ContentType")));
            }
            Ok(Event::Eof) => return Some(parts),
            Err(_) => return None,
            Ok(_) => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let found = tag.try_get_attribute(name).ok().flatten();
    let value = found.and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok());
    value.map(|value| value.into_owned()).unwrap_or_default()
}
