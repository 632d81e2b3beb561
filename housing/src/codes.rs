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

/// Defines a code list: `enum Name "list name" { Variant = "CODE", … }`, with `ALL`, `code()` and
/// `FromStr`. Names for people stand in the text catalogue under `LIST-CODE`.
macro_rules! code_list {
    ($(#[$meta:meta])* $name:ident $list:literal { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every code, in the order people expect to see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name of the list; texts for people have the key `LIST-CODE`.
            pub const LIST: &'static str = $list;

            /// The stored code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
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
