//! The lines of a problem file, read so that one wrong line hides none of the others.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, Visitor};

/// Structs read from JSON objects. What `must` be there and is not is noted, and so is a key that has no meaning.
macro_rules! lines {
    ($(struct $name:ident { $($need:ident $field:ident: $type:ty,)+ })+) => {$(
        #[derive(Default)]
        pub(crate) struct $name<'a> {
            $(pub $field: $type,)+
            /// What must be there, and is not.
            pub lacks: Vec<&'static str>,
            /// What is there, and means nothing.
            pub unknown: Vec<Cow<'a, str>>,
        }

        impl<'de: 'a, 'a> Deserialize<'de> for $name<'a> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct LineVisitor<'a>(std::marker::PhantomData<&'a ()>);
                impl<'de: 'a, 'a> Visitor<'de> for LineVisitor<'a> {
                    type Value = $name<'a>;
                    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                        formatter.write_str("an object in braces")
                    }
                    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                        let mut line = $name::default();
                        $(let mut $field = None;)+
                        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
                            match &*key {
                                $(stringify!($field) if $field.is_some() => {
                                    return Err(de::Error::duplicate_field(stringify!($field)));
                                }
                                stringify!($field) => $field = Some(map.next_value()?),)+
                                _ => {
                                    map.next_value::<IgnoredAny>()?;
                                    line.unknown.push(key);
                                }
                            }
                        }
                        $(match $field {
                            Some(value) => line.$field = value,
                            None if stringify!($need) == "must" => line.lacks.push(stringify!($field)),
                            None => {}
                        })+
                        Ok(line)
                    }
                }
                deserializer.deserialize_map(LineVisitor(std::marker::PhantomData))
            }
        }
    )+};
}

lines! {
    struct ProblemFile {
        must homes: Vec<HomeLine<'a>>,
        must households: Vec<HouseholdLine<'a>>,
        may fits: Vec<FitLine<'a>>,
        may caps: Vec<CapLine<'a>>,
        may max_moves: LimitField,
        may max_ring: LimitField,
        may max_chain: LimitField,
    }
    struct HomeLine {
        must id: Id<'a>,
    }
    struct HouseholdLine {
        must id: Id<'a>,
        may need_class: Option<Whole>,
        may home: Option<Id<'a>>,
    }
    struct FitLine {
        must household: Id<'a>,
        must home: Id<'a>,
        must score: Whole,
    }
    struct CapLine {
        must name: Id<'a>,
        must homes: Vec<Id<'a>>,
        must households: Vec<Id<'a>>,
        must at_most: Whole,
    }
}

#[derive(Deserialize)]
#[serde(transparent)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// A name in the file, borrowed from it where it needs no unescaping. What is no text is kept as written, to be reported
/// with everything else.
#[derive(Clone, Debug, Default)]
pub(crate) enum Id<'a> {
    Text(Cow<'a, str>),
    Other(String),
    /// The line lacks it, and says so.
    #[default]
    Missing,
}

impl Id<'_> {
    /// The name; `None` for what is none.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Other(_) | Self::Missing => None,
        }
    }

    /// The name, once the file is known to be free of contradictions.
    pub fn known(&self) -> &str {
        self.text().expect("an id that is no text is a contradiction and was refused")
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor(std::marker::PhantomData))
    }
}

struct IdVisitor<'a>(std::marker::PhantomData<&'a ()>);

impl<'de: 'a, 'a> Visitor<'de> for IdVisitor<'a> {
    type Value = Id<'a>;
    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }
    fn visit_borrowed_str<E: de::Error>(self, value: &'de str) -> Result<Id<'a>, E> {
        Ok(Id::Text(Cow::Borrowed(value)))
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Id<'a>, E> {
        Ok(Id::Text(Cow::Owned(value.to_owned())))
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Id<'a>, E> {
        Ok(Id::Other(value.to_string()))
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Id<'a>, E> {
        Ok(Id::Other(value.to_string()))
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Id<'a>, E> {
        Ok(Id::Other(value.to_string()))
    }
    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Id<'a>, E> {
        Ok(Id::Other(value.to_string()))
    }
    fn visit_unit<E: de::Error>(self) -> Result<Id<'a>, E> {
        Ok(Id::Other("null".to_owned()))
    }
}

/// Floating-point numbers below this say exactly which whole number they mean: `87.0` is 87.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// A number in the file. What is no whole number is kept as written, to be reported with everything else.
#[derive(Clone, Debug, Default)]
pub(crate) enum Whole {
    Number(i64),
    Other(String),
    /// The line lacks it, and says so.
    #[default]
    Missing,
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WholeVisitor;
        impl Visitor<'_> for WholeVisitor {
            type Value = Whole;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a whole number")
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Whole, E> {
                Ok(Whole::Number(value))
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Whole, E> {
                Ok(i64::try_from(value).map_or_else(|_| Whole::Other(value.to_string()), Whole::Number))
            }
            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Whole, E> {
                let whole = value.fract() == 0.0 && value.abs() < LARGEST_EXACT;
                Ok(if whole { Whole::Number(value as i64) } else { Whole::Other(value.to_string()) })
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Whole, E> {
                Ok(Whole::Other(format!("the text \"{value}\"")))
            }
            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Whole, E> {
                Ok(Whole::Other(value.to_string()))
            }
            fn visit_unit<E: de::Error>(self) -> Result<Whole, E> {
                Ok(Whole::Other("null".to_owned()))
            }
        }
        deserializer.deserialize_any(WholeVisitor)
    }
}

impl Whole {
    /// The number, once the file is known to be free of contradictions.
    pub fn number(&self) -> i64 {
        match self {
            Self::Number(number) => *number,
            Self::Other(_) | Self::Missing => {
                unreachable!("a number that is not whole is a contradiction and was refused")
            }
        }
    }
}

/// A limit that may be absent (the default applies), `null` (no limit) or a number.
#[derive(Default)]
pub(crate) enum LimitField {
    #[default]
    Absent,
    Null,
    Given(Whole),
}

impl<'de> Deserialize<'de> for LimitField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<Whole>::deserialize(deserializer)?.map_or(Self::Null, Self::Given))
    }
}
