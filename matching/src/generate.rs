//! Made-up problems of the sizes we promise to handle, from a seed: for benchmarks and checks.

use std::fmt::Write as _;

/// What kind of problem to make, and how big.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As many households as homes, every one fitting every home.
    Plain { size: usize },
    /// Households that each fit a few homes only.
    Sparse { size: usize, fits_each: usize },
    /// Waiting households, homes in buildings, and limits on who may live together in a building or entrance.
    Caps { households: usize, homes: usize, fits_each: usize },
    /// Sitting households that would trade, and some vacancies to begin chains with.
    Exchange { sitting: usize, vacant: usize, waiting: usize, fits_each: usize, max_ring: u32, max_chain: u32 },
    /// All of it at once, as in an office's week or a whole country.
    Office { vacant: usize, waiting: usize, willing: usize, caps: usize, fits_each: usize, max_moves: u32 },
}

/// The named problems of the benchmark.
pub const NAMED: [(&str, Kind); 8] = [
    ("plain-800", Kind::Plain { size: 800 }),
    ("sparse-5000", Kind::Sparse { size: 5000, fits_each: 20 }),
    ("caps-3000", Kind::Caps { households: 3000, homes: 600, fits_each: 90 }),
    ("exchange-300", Kind::Exchange { sitting: 300, vacant: 36, waiting: 0, fits_each: 20, max_ring: 3, max_chain: 4 }),
    (
        "exchange-usual",
        Kind::Exchange { sitting: 300, vacant: 36, waiting: 60, fits_each: 5, max_ring: 3, max_chain: 4 },
    ),
    (
        "exchange-300-waiting",
        Kind::Exchange { sitting: 300, vacant: 36, waiting: 300, fits_each: 20, max_ring: 3, max_chain: 4 },
    ),
    ("week", Kind::Office { vacant: 40, waiting: 400, willing: 100, caps: 60, fits_each: 12, max_moves: 20 }),
    (
        "country",
        Kind::Office { vacant: 5000, waiting: 30_000, willing: 3000, caps: 2500, fits_each: 30, max_moves: 1500 },
    ),
];

/// Makes the problem file.
pub fn problem_file(kind: Kind, seed: u64) -> String {
    let mut making = Making { chance: seed ^ 0x9E37_79B9_7F4A_7C15, file: Lists::default() };
    match kind {
        Kind::Plain { size } => making.plain(size),
        Kind::Sparse { size, fits_each } => making.sparse(size, fits_each),
        Kind::Caps { households, homes, fits_each } => making.office(0, homes, households, 100, fits_each, false),
        Kind::Exchange { sitting, vacant, waiting, fits_each, max_ring, max_chain } => {
            making.exchange(sitting, vacant, waiting, fits_each);
            making.file.limits = format!(r#", "max_moves": null, "max_ring": {max_ring}, "max_chain": {max_chain}"#);
        }
        Kind::Office { vacant, waiting, willing, caps, fits_each, max_moves } => {
            making.office(willing, vacant, waiting, caps, fits_each, true);
            making.file.limits = format!(r#", "max_moves": {max_moves}, "max_ring": 2, "max_chain": 3"#);
        }
    }
    making.file.write()
}

#[derive(Default)]
struct Lists {
    homes: Vec<String>,
    households: Vec<String>,
    fits: Vec<String>,
    caps: Vec<String>,
    limits: String,
}

impl Lists {
    fn home(&mut self, home: usize) {
        self.homes.push(format!(r#"{{"id": "H{home}"}}"#));
    }

    fn household(&mut self, household: usize, class: Option<u64>, home: Option<usize>) {
        let class = class.map_or_else(|| "null".to_owned(), |class| class.to_string());
        let home = home.map_or_else(|| "null".to_owned(), |home| format!("\"H{home}\""));
        self.households.push(format!(r#"{{"id": "P{household}", "need_class": {class}, "home": {home}}}"#));
    }

    fn fit(&mut self, household: usize, home: usize, score: u64) {
        self.fits.push(format!(r#"{{"household": "P{household}", "home": "H{home}", "score": {score}}}"#));
    }

    fn cap(&mut self, name: &str, homes: &[usize], households: &[usize], at_most: u64) {
        let list = |letter: char, ids: &[usize]| {
            ids.iter().map(|id| format!("\"{letter}{id}\"")).collect::<Vec<String>>().join(", ")
        };
        let (homes, households) = (list('H', homes), list('P', households));
        self.caps.push(format!(
            r#"{{"name": "{name}", "homes": [{homes}], "households": [{households}], "at_most": {at_most}}}"#
        ));
    }

    fn write(self) -> String {
        let mut text = String::new();
        let lists = [("homes", self.homes), ("households", self.households), ("fits", self.fits), ("caps", self.caps)];
        for (at, (name, lines)) in lines_of(lists).enumerate() {
            let comma = if at == 0 { "{" } else { "," };
            write!(text, "{comma} \"{name}\": [\n{lines}]\n").expect("text can always be written to");
        }
        text + &self.limits + "}\n"
    }
}

fn lines_of(lists: [(&'static str, Vec<String>); 4]) -> impl Iterator<Item = (&'static str, String)> {
    lists.into_iter().map(|(name, lines)| (name, lines.join(",\n")))
}

struct Making {
    chance: u64,
    file: Lists,
}

impl Making {
    fn below(&mut self, limit: usize) -> usize {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        let limit = u64::try_from(limit).expect("sizes are small");
        usize::try_from((self.chance >> 11) % limit).expect("below a size")
    }

    fn score(&mut self) -> u64 {
        u64::try_from(self.below(101)).expect("below 101")
    }

    fn some_of(&mut self, count: usize, limit: usize) -> Vec<usize> {
        let mut some: Vec<usize> = Vec::new();
        while some.len() < count.min(limit) {
            let one = self.below(limit);
            if !some.contains(&one) {
                some.push(one);
            }
        }
        some
    }

    fn plain(&mut self, size: usize) {
        for one in 0..size {
            self.file.home(one);
            self.file.household(one, None, None);
            for home in 0..size {
                let score = self.score() * 10 + self.score() % 10;
                self.file.fit(one, home, score);
            }
        }
    }

    fn sparse(&mut self, size: usize, fits_each: usize) {
        for one in 0..size {
            self.file.home(one);
            self.file.household(one, None, None);
            for home in self.some_of(fits_each, size) {
                let score = self.score() * 10 + self.score() % 10;
                self.file.fit(one, home, score);
            }
        }
    }

    fn exchange(&mut self, sitting: usize, vacant: usize, waiting: usize, fits_each: usize) {
        let homes = sitting + vacant;
        (0..homes).for_each(|home| self.file.home(home));
        for household in 0..sitting + waiting {
            let home = (household < sitting).then_some(household);
            self.file.household(household, None, home);
            for to in self.some_of(fits_each, homes) {
                if Some(to) != home {
                    let score = self.score();
                    self.file.fit(household, to, score);
                }
            }
        }
    }

    /// Homes stand in buildings of ten; a household fits homes in some of them, better in some buildings than in
    /// others; a building takes only so many of a target group.
    fn office(&mut self, willing: usize, vacant: usize, waiting: usize, caps: usize, fits_each: usize, classes: bool) {
        let homes = willing + vacant;
        (0..homes).for_each(|home| self.file.home(home));
        let households = willing + waiting;
        let groups = 6;
        let mut group_of = Vec::new();
        let mut wishes: Vec<Vec<usize>> = vec![Vec::new(); homes.div_ceil(10)];
        for household in 0..households {
            let home = (household < willing).then_some(household);
            let class = match self.below(10) {
                0 if classes && home.is_none() => Some(1),
                1 | 2 if classes && home.is_none() => Some(2),
                3..6 if classes && home.is_none() => Some(3),
                _ => None,
            };
            self.file.household(household, class, home);
            group_of.push(self.below(groups));
            let liking = self.below(40);
            for to in self.some_of(fits_each, homes) {
                let building = (to / 10 * 7919) % 30;
                if Some(to) != home {
                    let score = (liking + building + self.below(31)).min(100);
                    wishes[to / 10].push(household);
                    self.file.fit(household, to, u64::try_from(score).expect("at most 100"));
                }
            }
        }
        let buildings = homes.div_ceil(10);
        for cap in 0..caps {
            let building = if caps <= buildings { cap * buildings / caps } else { cap % buildings };
            let within: Vec<usize> = (building * 10..(building * 10 + 10).min(homes)).collect();
            let group = self.below(groups);
            let mut counted = wishes[building].clone();
            counted.sort_unstable();
            counted.dedup();
            counted.retain(|&household| group_of[household] == group || group_of[household] + 1 == group);
            let at_most = u64::try_from(1 + self.below(2)).expect("1 or 2");
            self.file.cap(&format!("building {building}, group {group}, {cap}"), &within, &counted, at_most);
        }
    }
}
