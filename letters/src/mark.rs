use std::sync::Arc;

/// The municipality's mark on the letter.
#[doc(alias = "kommunevåpen")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    format: MarkFormat,
    bytes: Arc<[u8]>,
    alternative_text: String,
}

/// What a mark may be kept as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkFormat {
    Png,
    Svg,
}

/// Why a file or its description is no mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAMark {
    #[error("the mark must be a PNG or SVG picture")]
    NoPicture,
    #[error("the mark needs words for those who cannot see it")]
    NoWords,
}

impl Mark {
    /// A mark from a PNG or SVG file, known by its content, and the words for those who cannot see it:
    /// "Fjordvik kommunes våpen".
    pub fn new(bytes: Vec<u8>, alternative_text: String) -> Result<Self, NotAMark> {
        let format = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            MarkFormat::Png
        } else if std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg")) {
            MarkFormat::Svg
        } else {
            return Err(NotAMark::NoPicture);
        };
        if alternative_text.trim().is_empty() {
            return Err(NotAMark::NoWords);
        }
        Ok(Self { format, bytes: bytes.into(), alternative_text })
    }

    /// Where the layout finds it.
    pub(crate) const fn path(&self) -> &'static str {
        match self.format {
            MarkFormat::Png => "/mark.png",
            MarkFormat::Svg => "/mark.svg",
        }
    }

    pub(crate) fn bytes(&self) -> Arc<[u8]> {
        Arc::clone(&self.bytes)
    }

    pub(crate) fn alternative_text(&self) -> &str {
        &self.alternative_text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_known_by_its_content_and_has_words() {
        let svg = b"<?xml version='1.0'?><svg/>".to_vec();
        assert_eq!(Mark::new(svg.clone(), "Våpen".into()).unwrap().path(), "/mark.svg");
        assert_eq!(Mark::new(svg, " ".into()), Err(NotAMark::NoWords));
        assert_eq!(Mark::new(b"MZ\x90".to_vec(), "Våpen".into()), Err(NotAMark::NoPicture));
    }
}
