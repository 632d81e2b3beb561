//! Documents that people hand in: what each is, told from its content and never from its name.
//!
//! Only kinds that an office reads and a browser can be trusted with are taken in. A file that carries another
//! kind's name keeps its content's ending: `lonn.pdf` that is a photograph is kept as `lonn.pdf.jpg`.

mod names;
mod office_files;
mod plain_text;

pub use names::kept_name;
pub use plain_text::text_of;

use super::zipped::Unsound;

/// A kind of file that is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
    Gif,
    Webp,
    /// What telephones take pictures as; few browsers show it.
    Heic,
    /// A Word document.
    Docx,
    /// An Excel workbook.
    Xlsx,
    /// A text in the OpenDocument format.
    Odt,
    /// A spreadsheet in the OpenDocument format.
    Ods,
    Text,
}

impl FileKind {
    /// Every kind, the commonest first.
    pub const ALL: [Self; 11] = [
        Self::Pdf,
        Self::Jpeg,
        Self::Png,
        Self::Heic,
        Self::Gif,
        Self::Webp,
        Self::Docx,
        Self::Xlsx,
        Self::Odt,
        Self::Ods,
        Self::Text,
    ];

    /// What the browser is told that it is.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Heic => "image/heic",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Text => "text/plain",
        }
    }

    /// The kind with this media type.
    pub fn from_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == media_type)
    }

    /// The endings that a name of this kind has, the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg", "jfif"],
            Self::Gif => &["gif"],
            Self::Webp => &["webp"],
            Self::Heic => &["heic", "heif"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Text => &["txt"],
        }
    }

    /// Whether browsers show it as it is; anything else is downloaded.
    pub const fn is_shown_by_browsers(self) -> bool {
        match self {
            Self::Pdf | Self::Png | Self::Jpeg | Self::Gif | Self::Webp => true,
            Self::Heic | Self::Docx | Self::Xlsx | Self::Odt | Self::Ods | Self::Text => false,
        }
    }
}

/// Why a file is not taken in. The text for people is `document-refused-CODE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the file is empty")]
    Empty,
    #[error("this is a program or a script")]
    Program,
    #[error("this is a web page or a drawing in code")]
    WebPage,
    #[error("this is a packed archive, not an office document")]
    Archive,
    #[error("the document has macros, which are programs")]
    Macros,
    #[error("this is a document of an old Office, or one that is locked with a password")]
    OldOrLocked,
    #[error("the document unpacks to far more than any honest one")]
    Swollen,
    #[error("the file is damaged")]
    Damaged,
    #[error("the picture has more points than we can show")]
    HugePicture,
    #[error("this is no kind of file that we take in")]
    Unknown,
}

impl Refusal {
    /// The key of its text for people.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Empty => "document-refused-empty",
            Self::Program => "document-refused-program",
            Self::WebPage => "document-refused-web-page",
            Self::Archive => "document-refused-archive",
            Self::Macros => "document-refused-macros",
            Self::OldOrLocked => "document-refused-old-or-locked",
            Self::Swollen => "document-refused-swollen",
            Self::Damaged => "document-refused-damaged",
            Self::HugePicture => "document-refused-huge-picture",
            Self::Unknown => "document-refused-unknown",
        }
    }
}

impl From<Unsound> for Refusal {
    fn from(unsound: Unsound) -> Self {
        match unsound {
            Unsound::Locked => Self::OldOrLocked,
            Unsound::Damaged { .. } => Self::Damaged,
            Unsound::Swollen => Self::Swollen,
        }
    }
}

/// The most points of a picture: more than a page scanned finely, and what fits in memory when it is printed.
const MOST_POINTS: usize = 50_000_000;

/// First bytes of what runs when it is opened.
const PROGRAMS: [&[u8]; 8] = [
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\0asm",
];

/// First bytes of Office before 2007, of documents locked with a password, and of rich text: all of them can carry
/// programs where no mark tells of them.
const OLD_OFFICE: [&[u8]; 2] = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"];

/// What a file is. Only plain text has no mark of its own, so there the name must agree.
///
/// # Errors
/// Why it is not taken in.
pub fn recognise(name: &str, bytes: &[u8]) -> Result<FileKind, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if PROGRAMS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(Refusal::Program);
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(FileKind::Pdf);
    }
    if let Some(kind) = picture(bytes) {
        return sound_picture(bytes).map(|()| kind);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return office_files::recognise(bytes);
    }
    if OLD_OFFICE.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(Refusal::OldOrLocked);
    }
    plain_text::recognise(name, bytes)
}

fn picture(bytes: &[u8]) -> Option<FileKind> {
    use imagesize::{Compression, ImageType};
    match imagesize::image_type(bytes).ok()? {
        ImageType::Png => Some(FileKind::Png),
        ImageType::Jpeg => Some(FileKind::Jpeg),
        ImageType::Gif => Some(FileKind::Gif),
        ImageType::Webp => Some(FileKind::Webp),
        ImageType::Heif(Compression::Hevc) => Some(FileKind::Heic),
        // Somebody else's list, which grows.
        _ => None,
    }
}

fn sound_picture(bytes: &[u8]) -> Result<(), Refusal> {
    let size = imagesize::blob_size(bytes).map_err(|_| Refusal::Damaged)?;
    match size.width.saturating_mul(size.height) {
        0 => Err(Refusal::Damaged),
        points if points > MOST_POINTS => Err(Refusal::HugePicture),
        _ => Ok(()),
    }
}
