//! The facts of an application in words, as its history, its decision and the file of its case tell them.

use crate::texts::{Wording, short_day};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus, HousingSituation};
use housing::dwellings::Rooms;
use housing::money::Ore;
use housing::people::TargetGroup;
use serde_json::Value;

/// A fact by the name that [`super::as_facts`] gives it: its label and what it says. `None` for other facts.
pub fn told(words: &impl Wording, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    let whole = value.as_i64();
    let day = || text.parse::<Date>().map(short_day).unwrap_or_default();
    let rooms = || {
        let rooms = whole.and_then(|rooms| u8::try_from(rooms).ok());
        rooms.map(|rooms| words.rooms(Rooms(rooms))).unwrap_or_default()
    };
    let named = |key: Option<String>| key.map(|key| words.t(&key)).unwrap_or_default();
    let (key, said) = match field {
        "number" => ("application-number", text.to_owned()),
        "kind" => ("application-kind", named(text.parse().ok().map(ApplicationKind::text_key))),
        "received" => ("application-received", day()),
        "size" => ("application-size", text.to_owned()),
        "situation" => ("application-situation", named(text.parse().ok().map(HousingSituation::text_key))),
        "target_groups" => {
            let known = text.split_whitespace().filter_map(|code| code.parse().ok());
            let names: Vec<String> = known.map(|group: TargetGroup| words.t(&group.text_key())).collect();
            ("application-target-groups", names.join(", "))
        }
        "rooms" => ("application-rooms", rooms()),
        "room_need" => ("application-room-need", rooms()),
        "wished_area" => ("application-wished-area", text.to_owned()),
        "wheelchair" => ("application-wheelchair", value.as_bool().map(|yes| words.yes_no(yes)).unwrap_or_default()),
        "income" => ("application-income", whole.map(|ore| Ore(ore).in_kroner()).unwrap_or_default()),
        "status" => ("application-status", named(text.parse().ok().map(ApplicationStatus::text_key))),
        "decided" => ("application-decided", day()),
        "officer" => ("application-officer", text.to_owned()),
        "note" => ("application-note", text.to_owned()),
        _ => return None,
    };
    Some((words.t(key), said))
}
