//! Tiny problems of every kind, made from a seed.

use serde_json::{Value, json};

/// Chance that comes out the same every time.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x1234_5678_9ABC_DEF1)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }
}

/// What a problem has in it.
#[derive(Clone, Copy, Debug)]
pub struct Features {
    pub classes: bool,
    pub sitting: bool,
    pub caps: bool,
    pub lengths: bool,
    pub equal_scores: bool,
}

impl Features {
    pub fn from_bits(bits: u64) -> Self {
        let on = |bit: u64| bits >> bit & 1 == 1;
        Self { classes: on(0), sitting: on(1), caps: on(2), lengths: on(3), equal_scores: on(4) }
    }
}

pub fn problem(chance: &mut Chance, features: Features) -> Value {
    let homes = 1 + chance.below(5);
    let households = 1 + chance.below(6);
    let sitting = if features.sitting { chance.below(homes.min(households) + 1) } else { 0 };
    let class = |chance: &mut Chance| match chance.below(4) {
        0 if features.classes => json!(1),
        1 if features.classes => json!(2 + chance.below(2)),
        _ => Value::Null,
    };
    let lines: Vec<Value> = (0..households)
        .map(|at| {
            let home = if at < sitting { json!(format!("H{at}")) } else { Value::Null };
            json!({"id": format!("P{at}"), "need_class": class(chance), "home": home})
        })
        .collect();
    let mut fits = Vec::new();
    let density = 1 + chance.below(10);
    for household in 0..households {
        for home in 0..homes {
            if chance.below(10) < density {
                let score = if features.equal_scores { 7 * chance.below(2) } else { chance.below(101) };
                fits.push(json!({"household": format!("P{household}"), "home": format!("H{home}"), "score": score}));
            }
        }
    }
    let mut caps = Vec::new();
    for cap in 0..if features.caps { 1 + chance.below(3) } else { 0 } {
        let some = |chance: &mut Chance, letter: char, count: u64| -> Vec<String> {
            (0..count).filter(|_| chance.below(3) > 0).map(|at| format!("{letter}{at}")).collect()
        };
        let (cap_homes, cap_households) = (some(chance, 'H', homes), some(chance, 'P', households));
        caps.push(json!({"name": format!("cap {cap}"), "homes": cap_homes, "households": cap_households,
                         "at_most": chance.below(3)}));
    }
    let mut file = json!({"homes": (0..homes).map(|at| json!({"id": format!("H{at}")})).collect::<Vec<_>>(),
                          "households": lines, "fits": fits, "caps": caps});
    if features.sitting {
        let limit = |chance: &mut Chance| match chance.below(6) {
            5 => Value::Null,
            number => json!(number),
        };
        file["max_moves"] = if chance.below(2) == 0 { Value::Null } else { limit(chance) };
        if features.lengths {
            file["max_ring"] = limit(chance);
            file["max_chain"] = limit(chance);
        }
    }
    file
}
