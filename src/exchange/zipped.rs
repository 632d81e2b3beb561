//! Zipped files from outside. What one declares of its sizes is not believed: everything is unpacked once, counted
//! and thrown away.

use std::io::{Cursor, Read};

use zip::result::ZipError;

/// A zipped file in memory.
pub type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// The most files that one holds; an office's largest has some hundred.
const MOST_FILES: usize = 10_000;

/// Why a zipped file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsound {
    Locked,
    Damaged {
        reason: String,
    },
    /// It unpacks to more than was allowed.
    Swollen,
}

impl From<ZipError> for Unsound {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Self::Locked,
            other => Self::Damaged { reason: other.to_string() },
        }
    }
}

/// Opens a zipped file that unpacks to `limit` bytes at most.
pub fn open(bytes: &[u8], limit: u64) -> Result<Archive<'_>, Unsound> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    if archive.len() > MOST_FILES {
        return Err(Unsound::Swollen);
    }
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        let entry = archive.by_index(index)?;
        let left = limit - unpacked;
        if entry.size() > left {
            return Err(Unsound::Swollen);
        }
        let counted = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink());
        unpacked += counted.map_err(|error| Unsound::Damaged { reason: error.to_string() })?;
        if unpacked > limit {
            return Err(Unsound::Swollen);
        }
    }
    Ok(archive)
}

/// A small text file inside; `None` when it is not there or no text.
pub fn text(archive: &mut Archive<'_>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// An OpenDocument file with a password says so in its manifest, where everybody can read it.
pub fn is_locked_open_document(archive: &mut Archive<'_>) -> bool {
    text(archive, "META-INF/manifest.xml").is_some_and(|manifest| manifest.contains("encryption-data"))
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
        assert!(open(&bytes, 100_000).is_ok());
        assert_eq!(open(&bytes, 60_000).err(), Some(Unsound::Swollen));
        // The same with sizes that lie: 40 000 is written as 40 in every header.
        let lie: Vec<u8> = 40_u32.to_le_bytes().to_vec();
        let truth = 40_000_u32.to_le_bytes();
        for at in 0..bytes.len() - 4 {
            if bytes[at..at + 4] == truth {
                bytes[at..at + 4].copy_from_slice(&lie);
            }
        }
        assert!(open(&bytes, 60_000).is_err());
    }
}
