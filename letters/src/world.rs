use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts;

/// A fixed layout: it gets a document's data as `/data.json` and never as source.
#[derive(Clone, Copy)]
pub(crate) enum Layout {
    Letter,
    Bundle,
    Pile,
    Record,
}

impl Layout {
    const fn path(self) -> &'static str {
        match self {
            Self::Letter => "/letter.typ",
            Self::Bundle => "/bundle.typ",
            Self::Pile => "/pile.typ",
            Self::Record => "/record.typ",
        }
    }
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The layouts, read once.
static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    let texts = [
        ("/bundle.typ", include_str!("layout/bundle.typ")),
        ("/letter.typ", include_str!("layout/letter.typ")),
        ("/pile.typ", include_str!("layout/pile.typ")),
        ("/record.typ", include_str!("layout/record.typ")),
        ("/pieces.typ", include_str!("layout/pieces.typ")),
    ];
    texts.into_iter().map(|(path, text)| (id(path), Source::new(id(path), text.to_owned()))).collect()
});

/// The id of a file that exists only in memory.
pub(crate) fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("our own names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One document's surroundings.
pub(crate) struct DocumentWorld {
    layout: FileId,
    files: HashMap<FileId, Bytes>,
}

impl DocumentWorld {
    /// A layout with the files of one document, by their names in it.
    pub(crate) fn new(layout: Layout, files: impl IntoIterator<Item = (String, Bytes)>) -> Self {
        let files = files.into_iter().map(|(name, bytes)| (id(&name), bytes)).collect();
        Self { layout: id(layout.path()), files }
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.layout
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::font(index)
    }

    /// A document's day is among its data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
