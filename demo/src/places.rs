//! Places nobody finds on a map: areas, streets, cadastre numbers and landlords.

use housing::address::{Address, Cadastre};

/// Named parts of every made-up municipality.
pub const AREAS: &[&str] =
    &["Granlia", "Sjøsiden", "Kvernmo", "Øvre Torvås", "Havnelunden", "Lyngbråten", "Mølleskogen", "Ytre Fjærstad"];

const STREET_BEGINNINGS: &[&str] = &[
    "Gran",
    "Rogne",
    "Bekke",
    "Humle",
    "Nypel",
    "Skodde",
    "Måke",
    "Lyng",
    "Fjære",
    "Smie",
    "Kvern",
    "Tjern",
    "Hassel",
    "Bregne",
    "Tyttebær",
    "Vår",
    "Klokker",
    "Seljeløv",
    "Ørret",
    "Ås",
    "Linnea",
    "Multe",
    "Torv",
    "Fløter",
];

const STREET_ENDINGS: &[&str] =
    &["lia", "veien", "gata", "stien", "bakken", "svingen", "tunet", "kroken", "løkka", "sletta", "vollen", "allé"];

/// Owners of homes that are rented in or referred to.
pub const LANDLORDS: &[&str] = &[
    "Måkeberg Utleie (oppdiktet)",
    "Havgløtt Eiendom (oppdiktet)",
    "Brødrene Skoddevåg (oppdiktet)",
    "Tåkeheimen borettslag (oppdiktet)",
    "Fjærgløtten Bolig (oppdiktet)",
];

/// What an office writes about a home now and then.
pub const DWELLING_NOTES: &[&str] = &[
    "Nøkkel ligger i resepsjonen",
    "Nytt bad i fjor",
    "Ikke husdyr",
    "Balkong mot sør, trapp ned til hagen",
    "Avtale med nabobygget om parkering; se mappe",
];

/// The address of the building with this number; no two buildings share one.
pub fn address(building: usize, municipality: &str) -> Address {
    let streets = STREET_BEGINNINGS.len() * STREET_ENDINGS.len();
    let street = building % streets;
    Address {
        street: street_name(street),
        number: (building / streets * 2 + 1 + street % 2).to_string(),
        postcode: Some(format!("99{}", 61 + street % AREAS.len())),
        place: Some(municipality.to_uppercase()),
    }
}

/// Consecutive streets vary both halves of the name, and lie in each area in turn.
fn street_name(street: usize) -> String {
    let beginning = STREET_BEGINNINGS[street % STREET_BEGINNINGS.len()];
    let ending = STREET_ENDINGS[(street / STREET_BEGINNINGS.len() + street) % STREET_ENDINGS.len()];
    format!("{beginning}{ending}")
}

/// The area the building lies in.
pub fn area(building: usize) -> &'static str {
    let streets = STREET_BEGINNINGS.len() * STREET_ENDINGS.len();
    AREAS[building % streets % AREAS.len()]
}

/// The building's property: one `gnr` per area, one `bnr` per building.
pub fn cadastre(building: usize) -> Cadastre {
    let number = |value: usize| u32::try_from(value).expect("far fewer buildings than that");
    Cadastre { gnr: number(11 + building % AREAS.len()), bnr: number(1 + building / AREAS.len()), fnr: None, snr: None }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_buildings_share_an_address_or_a_property() {
        let addresses: HashSet<(String, String)> =
            (0..20_000).map(|building| address(building, "Ingensted")).map(|it| (it.street, it.number)).collect();
        let properties: HashSet<Cadastre> = (0..20_000).map(cadastre).collect();
        assert_eq!((addresses.len(), properties.len()), (20_000, 20_000));
    }
}
