//! Names nobody has: family names put together or invented here, with ordinary first names.

use crate::random::Random;

/// First half of a family name; with the second it sounds like a farm that is on no map.
const FARM_BEGINNINGS: &[&str] = &[
    "Snø", "Lyng", "Myr", "Fjær", "Torv", "Gran", "Skodde", "Rogne", "Blå", "Måke", "Ørne", "Tåke", "Kråke", "Bekke",
    "Furu", "Vinter", "Aske", "Humle", "Regn", "Stjerne", "Molte", "Sølv", "Høst", "Nypel", "Dugg", "Brems",
];

const FARM_ENDINGS: &[&str] = &[
    "kloppen",
    "hyllås",
    "vindnes",
    "stølrud",
    "gløtten",
    "brårud",
    "løkjavik",
    "tuftemo",
    "sletthaug",
    "vågseid",
    "kveldstad",
    "moseng",
    "grindås",
    "reirdal",
    "skjulet",
    "bakkerønning",
];

const FAMILIES_FROM_ABROAD: &[&str] = &[
    "Almaryani",
    "Tesfalemi",
    "Okonvaru",
    "Kowalenta",
    "Zarimovska",
    "Habteselu",
    "Nguyenthal",
    "Berisholi",
    "Shirvandar",
    "Mohamudane",
    "Petrenkiv",
    "Daroshenka",
    "Yildirimoğlu",
    "Abdirazane",
    "Hossainpar",
    "Ghebreyoha",
    "Čarnović",
    "Saidullani",
    "Kahindora",
    "Warsamane",
    "Rahimzadi",
    "Dobrowienko",
];

const WOMEN: &[&str] = &[
    "Ingvild",
    "Torunn",
    "Åse",
    "Solfrid",
    "Ragnhild",
    "Maren",
    "Synnøve",
    "Tuva",
    "Gjertrud",
    "Øydis",
    "Amina",
    "Olena",
    "Selam",
    "Yasmin",
    "Katarzyna",
    "Hodan",
    "Nasrin",
    "Linh",
    "Mirela",
    "Rahel",
    "Anne Grethe",
    "Sunniva",
    "Bodil",
    "Ellinor",
    "Marit",
    "Natalia",
];

const MEN: &[&str] = &[
    "Torbjørn",
    "Eivind",
    "Åsmund",
    "Jørn",
    "Sverre",
    "Håkon",
    "Peder",
    "Odd Arne",
    "Ketil",
    "Østen",
    "Bilal",
    "Andrij",
    "Dawit",
    "Farid",
    "Tomasz",
    "Abdi",
    "Reza",
    "Minh",
    "Ermin",
    "Yonas",
    "Leif Ole",
    "Sindre",
    "Gaute",
    "Kåre",
    "Trygve",
    "Oleksij",
];

/// Names that break pages, sorting and files; every profile has each of them.
pub const HARD_NAMES: &[(&str, &str)] = &[
    ("القمري", "نورا"),
    (
        "Snøkloppen-Fjærgløtten von Vinterbakkerønning-Stjernesletthaug",
        "Anne Margrethe Elisabeth Wilhelmine Solfrid Ragnhild Kare",
    ),
    ("Ainuriwati", ""),
    ("Å", "Ø"),
    ("O’Vågseid-D'Ærøskjulet", "Zoë Łucja"),
    ("Aasgløtten", "Aase"),
];

/// Which list a first name, and the number's ninth digit, come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    Woman,
    Man,
}

/// A family name; three of ten come from abroad.
pub fn family(random: &mut Random) -> String {
    if random.chance(300) {
        (*random.pick(FAMILIES_FROM_ABROAD)).to_owned()
    } else {
        format!("{}{}", random.pick(FARM_BEGINNINGS), random.pick(FARM_ENDINGS))
    }
}

/// A first name.
pub fn given(random: &mut Random, sex: Sex) -> String {
    let names = match sex {
        Sex::Woman => WOMEN,
        Sex::Man => MEN,
    };
    (*random.pick(names)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_hard_name_has_120_characters() {
        let lengths: Vec<usize> =
            HARD_NAMES.iter().map(|(family, given)| format!("{given} {family}").chars().count()).collect();
        assert!(lengths.contains(&120), "{lengths:?}");
    }
}
