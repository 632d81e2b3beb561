//! One way to write a code list: an enum, its stored codes, and the way back.

/// A stored or written code that is not on its list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code:?} is not a {list}")]
pub struct UnknownCode {
    /// The name of the list, e.g. `dwelling status`.
    pub list: &'static str,
    /// What was found instead of a code.
    pub code: String,
}

/// `LIST-CODE` as the text catalogue writes keys: small letters and hyphens.
pub(crate) fn text_key(list: &str, code: &str) -> String {
    format!("{list}-{}", code.to_ascii_lowercase().replace('_', "-"))
}

/// Defines a code list: `enum Name "list name" { Variant = "CODE", … }`, with `ALL`, `code()`,
/// `text_key()` and `FromStr`. Names for people stand in the text catalogue, locales/*/codes.ftl.
macro_rules! code_list {
    ($(#[$meta:meta])* $name:ident $list:literal { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every code, in the order people expect to see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Every stored code, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The name of the list; texts for people have the key `LIST-CODE`.
            pub const LIST: &'static str = $list;

            /// The stored code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The key of its name for people in the text catalogue: `dwelling-status-utleid`.
            pub fn text_key(self) -> String {
                crate::codes::text_key(Self::LIST, self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(crate::UnknownCode { list: $list, code: code.to_owned() }),
                }
            }
        }
    };
}
