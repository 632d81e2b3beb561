//! The stock of homes: buildings with units on their floors, one street after another.

use housing::Date;
use housing::address::{Address, Cadastre, DwellingNumber};
use housing::dwellings::{Category, Disposal, DwellingFacts, DwellingStatus, FloorArea, Rooms};
use housing::money::Ore;

use crate::parameters::Parameters;
use crate::places;
use crate::quota::Quota;
use crate::random::{Random, Subject, spread};
use crate::tables;

/// Makes homes one after another.
#[derive(Debug)]
pub struct Stock<'a> {
    seed: u64,
    municipality: &'a str,
    today: Date,
    homes_left: usize,
    next_home: usize,
    next_building: usize,
    rooms: [(u8, u32); 5],
    care: Quota,
    special: Vec<(Category, Quota)>,
    owned: Quota,
    wheelchair_in_care: Quota,
    wheelchair_elsewhere: Quota,
    ready: std::vec::IntoIter<DwellingFacts>,
}

/// What the units of one building have in common.
struct Building {
    address: Address,
    area: &'static str,
    cadastre: Cadastre,
    category: Category,
    disposal: Disposal,
    owner: String,
    built_year: i16,
    floors: usize,
    units: usize,
    lift: bool,
}

impl<'a> Stock<'a> {
    /// So many homes, in buildings numbered from `first_building` (each number is one address).
    pub fn new(
        seed: u64,
        municipality: &'a str,
        today: Date,
        parameters: &Parameters,
        homes: usize,
        first_building: usize,
    ) -> Self {
        let care = parameters.care_home_share;
        let wheelchair_elsewhere = (parameters.wheelchair_share * 1000)
            .saturating_sub(care * parameters.wheelchair_share_in_care_homes)
            / (1000 - care).max(1);
        Self {
            seed,
            municipality,
            today,
            homes_left: homes,
            next_home: 0,
            next_building: first_building,
            rooms: [
                (1, parameters.rooms_1_share),
                (2, parameters.rooms_2_share),
                (3, parameters.rooms_3_share),
                (4, parameters.rooms_4_share),
                (5, parameters.rooms_5_share),
            ],
            care: Quota::new(care),
            special: tables::SPECIAL_CATEGORIES
                .iter()
                .map(|&(category, share)| (category, Quota::new(share)))
                .collect(),
            owned: Quota::new(parameters.owned_share),
            wheelchair_in_care: Quota::new(parameters.wheelchair_share_in_care_homes),
            wheelchair_elsewhere: Quota::new(wheelchair_elsewhere),
            ready: Vec::new().into_iter(),
        }
    }

    /// The number of the first building that is not used yet.
    pub fn next_building(&self) -> usize {
        self.next_building
    }

    fn building(&mut self) -> Building {
        let index = self.next_building;
        self.next_building += 1;
        let mut random = Random::stream(self.seed, Subject::Building, index);
        let (floors, units_per_floor) = shape(&mut random);
        let units = (floors * units_per_floor).min(self.homes_left);
        let care = self.care.ask(units, units > 1 || self.care.is_all());
        let category = if care { Category::CareHome } else { self.category(units) };
        let (disposal, owner) = self.owner(&mut random, units);
        let last_year = self.today.year() - 1;
        Building {
            address: places::address(index, self.municipality),
            area: places::area(index),
            cadastre: places::cadastre(index),
            category,
            disposal,
            owner,
            built_year: built_year(&mut random, care, units).min(last_year),
            floors,
            units,
            lift: floors > 4 || (floors > 1 && (care || random.chance(200))),
        }
    }

    /// Special kinds of home by their shares of the homes that are not care homes; a large building is
    /// ordinary unless the kind is short of that many.
    fn category(&mut self, units: usize) -> Category {
        let mut found = Category::Ordinary;
        for (category, quota) in &mut self.special {
            if quota.ask(units, found == Category::Ordinary) {
                found = *category;
            }
        }
        found
    }

    fn owner(&mut self, random: &mut Random, units: usize) -> (Disposal, String) {
        if self.owned.ask(units, true) {
            return (Disposal::Owned, format!("{} kommune", self.municipality));
        }
        let disposal = random.weighted(tables::OTHER_DISPOSALS);
        let owner = match disposal {
            Disposal::Owned => format!("{} kommune", self.municipality),
            Disposal::Foundation => format!("{} boligstiftelse", self.municipality),
            Disposal::UserOwned => "Beboeren".to_owned(),
            Disposal::RentedIn | Disposal::AllocationRight | Disposal::Referral => {
                (*random.pick(places::LANDLORDS)).to_owned()
            }
        };
        (disposal, owner)
    }

    fn units(&mut self, building: &Building) -> Vec<DwellingFacts> {
        let per_floor = building.units.div_ceil(building.floors);
        (0..building.units).map(|place| self.unit(building, place / per_floor + 1, place % per_floor + 1)).collect()
    }

    fn unit(&mut self, building: &Building, floor: usize, place: usize) -> DwellingFacts {
        let index = self.next_home;
        self.next_home += 1;
        let mut random = Random::stream(self.seed, Subject::Dwelling, index);
        let rooms = self.rooms_of(&mut random, building, index);
        let step_free = floor == 1 || building.lift;
        let in_care = building.category.is_care_home();
        let quota = if in_care { &mut self.wheelchair_in_care } else { &mut self.wheelchair_elsewhere };
        let wheelchair = quota.ask(1, step_free);
        let (least, most) = tables::AREA_BY_ROOMS[usize::from(rooms)];
        let half_metres = random.between(least * 2, most * 2);
        let rent = tables::RENT_BY_ROOMS[usize::from(rooms)] + 10 * i64::from(random.between(-60, 90));
        DwellingFacts {
            address: building.address.clone(),
            unit: Some(unit_number(floor, place)),
            cadastre: Some(building.cadastre),
            area: Some(building.area.to_owned()),
            category: if building.units == 1 && rooms <= 2 { Category::SmallHouse } else { building.category },
            rooms: Some(Rooms(rooms)),
            floor_area: random
                .chance(980)
                .then(|| FloorArea(u32::try_from(half_metres * 5).expect("areas in the table are positive"))),
            built_year: random.chance(970).then_some(building.built_year),
            floor: i8::try_from(floor).ok(),
            lift: Some(building.lift),
            step_free: Some(wheelchair || (step_free && random.chance(700))),
            wheelchair: Some(wheelchair),
            owner: Some(building.owner.clone()),
            disposal: Some(building.disposal),
            rent: Some(Ore::kroner(rent)),
            status: DwellingStatus::Vacant,
            status_since: None,
            external_number: Some(format!("B{:06}", index + 1)),
            note: random.chance(20).then(|| (*random.pick(places::DWELLING_NOTES)).to_owned()),
        }
    }

    /// Rooms by the municipality's shares. One-room units in shared housing are bed-sitters.
    fn rooms_of(&self, random: &mut Random, building: &Building, index: usize) -> u8 {
        let rooms = spread(index, self.seed, &self.rooms);
        let bed_sitter = rooms == 1 && (building.category == Category::SharedHousing || random.chance(120));
        if bed_sitter { 0 } else { rooms }
    }
}

impl Iterator for Stock<'_> {
    type Item = DwellingFacts;

    fn next(&mut self) -> Option<DwellingFacts> {
        if let Some(home) = self.ready.next() {
            return Some(home);
        }
        if self.homes_left == 0 {
            return None;
        }
        let building = self.building();
        self.homes_left -= building.units;
        self.ready = self.units(&building).into_iter();
        self.ready.next()
    }
}

/// Floors and units on each: single houses, terraces, low blocks and a few high ones.
fn shape(random: &mut Random) -> (usize, usize) {
    let (floors, units) = random.weighted(&[((1, 1), 60), ((1, 6), 220), ((3, 4), 480), ((8, 4), 240)]);
    if units == 1 {
        return (1, 1);
    }
    let more = |random: &mut Random, most: usize| random.below(most);
    (floors + if floors > 1 { more(random, floors / 2 + 1) } else { 0 }, units + more(random, 3))
}

/// Mostly before 2019. One small building in ten is newer: a large one would change the whole of a
/// small municipality's history.
fn built_year(random: &mut Random, care: bool, units: usize) -> i16 {
    let oldest = if care { 1984 } else { 1951 };
    let (least, most) = if units <= 10 && random.chance(100) { (2019, 2024) } else { (oldest, 2018) };
    i16::try_from(random.between(least, most)).expect("a year of four digits")
}

/// `H0204` for the fourth unit on the second floor.
fn unit_number(floor: usize, place: usize) -> DwellingNumber {
    format!("H{floor:02}{place:02}").parse().expect("a letter, a floor and a place of two digits each")
}
