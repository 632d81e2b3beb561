//! What a column can mean, and what a sheet can be about.

use std::str::FromStr;

/// What the rows of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetKind {
    /// Homes, with who lives in them where the sheet says so.
    Dwellings,
    /// Applications for a home.
    Applications,
    /// Unpaid invoices.
    Arrears,
}

impl SheetKind {
    pub const ALL: [Self; 3] = [Self::Dwellings, Self::Applications, Self::Arrears];

    /// The name in mappings, in `--json` and in the vocabulary.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dwellings => "dwellings",
            Self::Applications => "applications",
            Self::Arrears => "arrears",
        }
    }

    /// The key of its name for people.
    pub fn key(self) -> String {
        format!("import-kind-{}", self.name())
    }
}

macro_rules! fields {
    ($($field:ident $name:literal),+ $(,)?) => {
        /// What a column means. The name is used in mappings and in the vocabulary; the text for
        /// people is `import-field-NAME`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum Field { $(#[serde(rename = $name)] $field),+ }

        impl Field {
            pub const ALL: &'static [Self] = &[$(Self::$field),+];

            pub const fn name(self) -> &'static str {
                match self { $(Self::$field => $name),+ }
            }
        }

        impl FromStr for Field {
            type Err = UnknownField;

            fn from_str(name: &str) -> Result<Self, UnknownField> {
                match name {
                    $($name => Ok(Self::$field),)+
                    _ => Err(UnknownField(name.to_owned())),
                }
            }
        }
    };
}

/// A mapping or vocabulary names a field that there is not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a field")]
pub struct UnknownField(pub String);

fields! {
    Address "address", Street "street", HouseNumber "house-number", DwellingNumber "dwelling-number",
    Postcode "postcode", Place "place", PostcodePlace "postcode-place", ExternalNumber "external-number",
    Cadastre "cadastre", Gnr "gnr", Bnr "bnr", Section "section", Area "area", Kind "kind", CareHome "care-home",
    Rooms "rooms", Bedrooms "bedrooms", FloorArea "floor-area", BuiltYear "built-year", Floor "floor", Lift "lift",
    StepFree "step-free", Wheelchair "wheelchair", Owner "owner", Disposal "disposal", Rent "rent", Status "status",
    StatusSince "status-since", Name "name", GivenName "given-name", FamilyName "family-name", Identity "identity",
    Born "born", Telephone "telephone", Email "email", Protection "protection", LeaseFrom "lease-from",
    LeaseUntil "lease-until", LeaseKind "lease-kind", MovedOut "moved-out", Received "received",
    Household "household", Adults "adults", Children "children", Persons "persons", Situation "situation",
    TargetGroup "target-group", WishedArea "wished-area", Income "income", Decided "decided", Officer "officer",
    CustomerNumber "customer-number", InvoiceNumber "invoice-number", Kid "kid", Due "due", Amount "amount",
    Outstanding "outstanding", CollectionStep "collection-step", Note "note", Ignored "ignored",
}

impl Field {
    /// The key of its name for people.
    pub fn key(self) -> String {
        format!("import-field-{}", self.name())
    }

    /// Whether what stands there is a day.
    pub const fn is_day(self) -> bool {
        matches!(
            self,
            Self::LeaseFrom
                | Self::LeaseUntil
                | Self::MovedOut
                | Self::Received
                | Self::Decided
                | Self::Due
                | Self::Born
                | Self::StatusSince
        )
    }

    /// Whether several columns may hold it.
    pub const fn may_repeat(self) -> bool {
        matches!(self, Self::Note | Self::Ignored)
    }

    /// Whether a column with this meaning tells sheets of the kind from other sheets.
    pub fn marks(self, kind: SheetKind) -> bool {
        let marks: &[Self] = match kind {
            SheetKind::Dwellings => &[
                Self::DwellingNumber,
                Self::Cadastre,
                Self::Gnr,
                Self::Kind,
                Self::Rooms,
                Self::Bedrooms,
                Self::FloorArea,
                Self::BuiltYear,
                Self::Floor,
                Self::Lift,
                Self::Owner,
                Self::Disposal,
                Self::Rent,
                Self::LeaseFrom,
                Self::LeaseUntil,
                Self::Wheelchair,
                Self::StatusSince,
                Self::CareHome,
            ],
            SheetKind::Applications => &[
                Self::Received,
                Self::Household,
                Self::Adults,
                Self::Children,
                Self::Persons,
                Self::Situation,
                Self::TargetGroup,
                Self::WishedArea,
                Self::Income,
                Self::Decided,
                Self::Officer,
            ],
            SheetKind::Arrears => &[
                Self::CustomerNumber,
                Self::InvoiceNumber,
                Self::Kid,
                Self::Due,
                Self::Outstanding,
                Self::CollectionStep,
                Self::Amount,
            ],
        };
        marks.contains(&self)
    }
}
