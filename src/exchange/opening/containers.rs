//! Which kind of file the first bytes tell of, and whether a zipped one is what it says.

use std::io::{Cursor, Read};

use super::Unopenable;

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

/// Tells xlsx from ods, and refuses archives that swell beyond reason. What the archive declares of
/// its sizes is not believed: everything is unpacked once, counted and thrown away.
pub fn inside_zip(bytes: &[u8], limit: u64) -> Result<Zipped, Unopenable> {
    let damaged = |error: zip::result::ZipError| Unopenable::Damaged { reason: error.to_string() };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        let entry = archive
            .by_index(index)
            .map_err(|error| if needs_password(&error) { Unopenable::Encrypted } else { damaged(error) })?;
        let left = limit - unpacked;
        if entry.size() > left {
            return Err(Unopenable::Swollen { limit });
        }
        let counted = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink());
        unpacked += counted.map_err(|error| Unopenable::Damaged { reason: error.to_string() })?;
        if unpacked > limit {
            return Err(Unopenable::Swollen { limit });
        }
    }
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        Ok(Zipped::Xlsx)
    } else if has("content.xml") {
        if has("META-INF/manifest.xml") && is_encrypted_ods(bytes) {
            Err(Unopenable::Encrypted)
        } else {
            Ok(Zipped::Ods)
        }
    } else if has("word/document.xml") {
        Err(Unopenable::NotASpreadsheet { looks_like: "a text document" })
    } else if has("ppt/presentation.xml") {
        Err(Unopenable::NotASpreadsheet { looks_like: "a presentation" })
    } else {
        Err(Unopenable::NotASpreadsheet { looks_like: "a packed archive" })
    }
}

fn needs_password(error: &zip::result::ZipError) -> bool {
    use zip::result::ZipError;
    matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword)
}

/// An ods with a password says so in its manifest, where everybody can read it.
fn is_encrypted_ods(bytes: &[u8]) -> bool {
    let mut manifest = String::new();
    let read = zip::ZipArchive::new(Cursor::new(bytes)).ok().and_then(|mut archive| {
        let mut entry = archive.by_name("META-INF/manifest.xml").ok()?;
        entry.read_to_string(&mut manifest).ok()
    });
    read.is_some() && manifest.contains("encryption-data")
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_file_that_swells_is_refused_whatever_it_declares() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/workbook.xml", "xl/styles.xml"] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("in memory");
            zip.write_all(&[b'0'; 40_000]).expect("in memory");
        }
        let mut bytes = zip.finish().expect("in memory").into_inner();
        assert!(inside_zip(&bytes, 100_000).is_ok());
        assert_eq!(inside_zip(&bytes, 60_000).err(), Some(Unopenable::Swollen { limit: 60_000 }));
        // The same with sizes that lie: 40 000 is written as 40 in every header.
        let lie: Vec<u8> = 40_u32.to_le_bytes().to_vec();
        let truth = 40_000_u32.to_le_bytes();
        for at in 0..bytes.len() - 4 {
            if bytes[at..at + 4] == truth {
                bytes[at..at + 4].copy_from_slice(&lie);
            }
        }
        assert!(inside_zip(&bytes, 60_000).is_err());
    }
}
