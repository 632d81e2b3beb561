//! The words people read, in bokmål, nynorsk and English.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use housing::Date;
use housing::dwellings::Rooms;
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "locales"]
struct Catalogue;

/// A language the pages can be read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    Bokmal,
    Nynorsk,
    English,
}

impl Language {
    /// Every language, bokmål first.
    pub const ALL: &'static [Self] = &[Self::Bokmal, Self::Nynorsk, Self::English];

    /// `nb`, `nn` or `en`: also the value of `lang` on a page.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::Nynorsk => "nn",
            Self::English => "en",
        }
    }

    /// The language with this code; bokmål for anything else.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.iter().copied().find(|language| language.code() == code).unwrap_or_default()
    }

    const fn index(self) -> usize {
        match self {
            Self::Bokmal => 0,
            Self::Nynorsk => 1,
            Self::English => 2,
        }
    }
}

/// All texts of the program.
pub struct Texts {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Texts {
    /// Reads the catalogue that is built into the program.
    ///
    /// # Panics
    /// When a catalogue file is not valid; a test reads them all.
    pub fn load() -> Self {
        Self { bundles: Language::ALL.iter().copied().map(bundle).collect() }
    }

    /// The text with this key; the key itself, visibly marked, when there is none (a test finds those).
    pub fn get(&self, language: Language, key: &str) -> String {
        self.with(language, key, &[])
    }

    /// The text with this key and these arguments. Whole numbers choose plural forms.
    pub fn with(&self, language: Language, key: &str, arguments: &[(&str, &str)]) -> String {
        let bundle = &self.bundles[language.index()];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟨{key}⟩");
        };
        let mut given = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            given.set(*name, value.parse::<i64>().map_or_else(|_| FluentValue::from(*value), FluentValue::from));
        }
        bundle.format_pattern(pattern, Some(&given), &mut Vec::new()).into_owned()
    }

    /// Whether there is a text with this key.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundles[language.index()].has_message(key)
    }
}

/// Whoever puts facts into words: a page for its reader, a letter in the party's written form.
pub trait Wording {
    /// The text with this key.
    fn t(&self, key: &str) -> String;

    /// The text with this key and its arguments.
    fn ta(&self, key: &str, arguments: &[(&str, &str)]) -> String;

    /// An answer that is yes or no.
    fn yes_no(&self, yes: bool) -> String {
        self.t(if yes { "application-yes" } else { "application-no" })
    }

    /// `2-roms`; six rooms are said as they are.
    fn rooms(&self, rooms: Rooms) -> String {
        if rooms < Rooms::LARGEST_CATEGORY {
            self.t(&rooms.text_key())
        } else {
            self.ta("dwelling-rooms-exact", &[("rooms", &rooms.0.to_string())])
        }
    }
}

/// A day as people write it: `01.03.2026`.
pub fn short_day(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.code().parse().expect("the codes are language codes");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for (name, text) in files(language) {
        let resource = FluentResource::try_new(text).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
    }
    bundle
}

/// The catalogue's files of one language, by name.
pub fn files(language: Language) -> BTreeMap<String, String> {
    let folder = format!("{}/", language.code());
    let names = Catalogue::iter().filter(|name| name.starts_with(&folder));
    names
        .filter_map(|name| {
            let file = Catalogue::get(&name)?;
            Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect()
}
