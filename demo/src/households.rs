//! Who lives together: believable ages and families for a home or a need.

use housing::Date;
use housing::people::{MemberRole, Name, Protection};

use crate::history::{Household, Member};
use crate::names::{self, HARD_NAMES, Sex};
use crate::parameters::Parameters;
use crate::people::{Half, People};
use crate::quota::Quota;
use crate::random::Random;
use crate::tables;
use housing::calendar::{add_days, add_months, days_between};

/// What kind of household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Composition {
    Single,
    /// Children stay with the other parent and visit.
    SingleWithVisits,
    Couple,
    CoupleWithChildren,
    LoneParent,
    /// Sister, friend or grown-up child.
    TwoAdults,
}

/// Makes households; each is number so-and-so among those it made.
#[derive(Debug)]
pub struct Households<'a> {
    parameters: &'a Parameters,
    people: People,
    made: usize,
    /// Families with children, for each number of rooms.
    families: [Quota; 6],
    families_among_applicants: Quota,
    /// Those who live alone, of all without children.
    alone: Quota,
}

/// What a household is made for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The day it moves in or applies.
    pub on: Date,
    /// The day it moved out, when it has.
    pub until: Option<Date>,
    pub care: bool,
    /// Rooms of the home it lives in; `None` for an applicant.
    pub rooms: Option<u8>,
    pub today: Date,
}

impl<'a> Households<'a> {
    pub fn new(parameters: &'a Parameters, half: Half) -> Self {
        // Of those without children, so many live alone that singles are their share of all.
        let alone = parameters.single_share * 1000 / (1000 - parameters.with_children_share);
        Self {
            parameters,
            people: People::new(half),
            made: 0,
            families: family_shares(parameters).map(Quota::new),
            families_among_applicants: Quota::new(parameters.with_children_share),
            alone: Quota::new(alone),
        }
    }

    /// The next household.
    pub fn make(&mut self, random: &mut Random, wanted: &Wanted) -> Household {
        let composition = if wanted.care { care_composition(random) } else { self.composition(random, wanted.rooms) };
        let age = self.main_age(random, wanted.care, composition);
        let mut household = self.of(random, wanted, composition, age);
        self.protect(random, &mut household);
        if let Some((family, given)) = HARD_NAMES.get(self.made) {
            household.members[0].person.name = Name { family: (*family).to_owned(), given: (*given).to_owned() };
        }
        self.made += 1;
        household
    }

    fn composition(&mut self, random: &mut Random, rooms: Option<u8>) -> Composition {
        let families = match rooms {
            Some(rooms) => &mut self.families[usize::from(rooms)],
            None => &mut self.families_among_applicants,
        };
        if families.ask(1, true) {
            let lone_parents = if rooms.is_some_and(|rooms| rooms < 3) { 900 } else { 480 };
            return if random.chance(lone_parents) { Composition::LoneParent } else { Composition::CoupleWithChildren };
        }
        if rooms.is_some_and(|rooms| rooms < 2) {
            self.alone.count(1, true);
            return Composition::Single;
        }
        if self.alone.ask(1, rooms.is_none_or(|rooms| rooms < 4)) {
            return if random.chance(120) { Composition::SingleWithVisits } else { Composition::Single };
        }
        if random.chance(700) { Composition::Couple } else { Composition::TwoAdults }
    }

    fn main_age(&self, random: &mut Random, care: bool, composition: Composition) -> i32 {
        let p = self.parameters;
        let brackets = if care {
            [((25, 49), 120), ((50, 66), 130), ((67, 79), 330), ((80, 89), 320), ((90, 97), 100)]
        } else {
            [
                ((18, 24), p.age_18_24_share),
                ((25, 39), p.age_25_39_share),
                ((40, 54), p.age_40_54_share),
                ((55, 66), p.age_55_66_share),
                ((67, 86), p.age_67_share),
            ]
        };
        loop {
            let (youngest, oldest) = random.weighted(&brackets);
            let age = random.between(youngest, oldest);
            let raises_children = match composition {
                Composition::CoupleWithChildren | Composition::LoneParent | Composition::SingleWithVisits => true,
                Composition::Single | Composition::Couple | Composition::TwoAdults => false,
            };
            if !raises_children || (21..=54).contains(&age) {
                return age;
            }
        }
    }

    fn of(&mut self, random: &mut Random, wanted: &Wanted, composition: Composition, age: i32) -> Household {
        let family = names::family(random);
        let sex = if random.chance(if wanted.care { 400 } else { 560 }) { Sex::Man } else { Sex::Woman };
        let mut members = vec![self.member(random, wanted, &family, sex, age, MemberRole::Main)];
        match composition {
            Composition::Single => {}
            Composition::SingleWithVisits => {
                let children = random.between(1, 2);
                self.add_children(random, wanted, &mut members, MemberRole::ContactChild, children, age);
            }
            Composition::Couple => self.add_partner(random, wanted, &mut members, sex, age),
            Composition::CoupleWithChildren => {
                self.add_partner(random, wanted, &mut members, sex, age);
                let children = children_for(random, wanted.rooms);
                self.add_children(random, wanted, &mut members, MemberRole::Child, children, age);
                self.add_newborn(random, wanted, &mut members, age);
            }
            Composition::LoneParent => {
                let children = children_for(random, wanted.rooms);
                self.add_children(random, wanted, &mut members, MemberRole::Child, children, age);
            }
            Composition::TwoAdults => {
                let other_age = random.between(19, 60);
                members.push(self.member(random, wanted, &family, sex, other_age, MemberRole::OtherAdult));
            }
        }
        Household { members }
    }

    fn member(
        &mut self,
        random: &mut Random,
        wanted: &Wanted,
        family: &str,
        sex: Sex,
        age: i32,
        role: MemberRole,
    ) -> Member {
        let person = self.people.person(random, family, sex, age, wanted.on);
        Member { person, role, from: wanted.on, until: wanted.until }
    }

    /// A partner near in age; one in twelve leaves the household half-way.
    fn add_partner(&mut self, random: &mut Random, wanted: &Wanted, members: &mut Vec<Member>, sex: Sex, age: i32) {
        let partner_sex = if random.chance(950) == (sex == Sex::Man) { Sex::Woman } else { Sex::Man };
        let family = if random.chance(600) { members[0].person.name.family.clone() } else { names::family(random) };
        let partner_age = (age + random.between(-6, 6)).max(18);
        let mut partner = self.member(random, wanted, &family, partner_sex, partner_age, MemberRole::Partner);
        let stay = days_between(wanted.on, wanted.until.unwrap_or(wanted.today));
        if stay > 400 && random.chance(80) {
            partner.until = Some(add_days(wanted.on, stay / 2));
        }
        members.push(partner);
    }

    fn add_children(
        &mut self,
        random: &mut Random,
        wanted: &Wanted,
        members: &mut Vec<Member>,
        role: MemberRole,
        children: i32,
        parent_age: i32,
    ) {
        let family = members[0].person.name.family.clone();
        let oldest = (parent_age - 19).clamp(0, 16);
        for _ in 0..children {
            let sex = if random.chance(513) { Sex::Man } else { Sex::Woman };
            let age = random.between(0, oldest);
            members.push(self.member(random, wanted, &family, sex, age, role));
        }
    }

    /// Now and then a child is born while the family lives there.
    fn add_newborn(&mut self, random: &mut Random, wanted: &Wanted, members: &mut Vec<Member>, age: i32) {
        let born = add_months(wanted.on, random.between(10, 30));
        let happens = age < 42 && born < wanted.until.unwrap_or(wanted.today) && random.chance(200);
        if happens {
            let family = members[0].person.name.family.clone();
            let sex = if random.chance(513) { Sex::Man } else { Sex::Woman };
            let mut person = self.people.person(random, &family, sex, 0, born);
            person.protection = members[0].person.protection;
            let from = person.born.unwrap_or(born).max(wanted.on);
            members.push(Member { person, role: MemberRole::Child, from, until: wanted.until });
        }
    }

    /// Protection follows the whole household (`L7.3`). At even distances, so that every profile has
    /// some of each; one of three comes from a note that somebody has yet to look at.
    fn protect(&self, random: &mut Random, household: &mut Household) {
        let every = |one_in: u32| self.made % one_in as usize == one_in as usize / 3;
        let protection = if every(self.parameters.strictly_confidential_one_in) {
            Protection::StrictlyConfidential
        } else if every(self.parameters.confidential_one_in) {
            Protection::Confidential
        } else {
            return;
        };
        let to_check = random.chance(333);
        for member in &mut household.members {
            member.person.protection = protection;
            member.person.protection_to_check = to_check;
        }
    }
}

/// The share of families in homes of so many rooms (0 to 5), so that they are their share of all.
fn family_shares(p: &Parameters) -> [u32; 6] {
    let shares = [0, p.rooms_1_share, p.rooms_2_share, p.rooms_3_share, p.rooms_4_share, p.rooms_5_share];
    let whole: u32 = shares.iter().zip(tables::CHILDREN_BY_ROOMS).map(|(share, weight)| share * weight).sum();
    tables::CHILDREN_BY_ROOMS.map(|weight| (p.with_children_share * weight / (whole / 1000)).min(1000))
}

fn care_composition(random: &mut Random) -> Composition {
    if random.chance(880) { Composition::Single } else { Composition::Couple }
}

/// Children for a home of so many rooms, or for an applicant.
fn children_for(random: &mut Random, rooms: Option<u8>) -> i32 {
    match rooms {
        Some(0..=2) => 1,
        Some(3) => random.between(1, 2),
        Some(4) => random.between(2, 3),
        Some(5..) => random.between(3, 6),
        None => random.weighted(&[(1, 420), (2, 330), (3, 160), (4, 60), (5, 20), (7, 10)]),
    }
}
