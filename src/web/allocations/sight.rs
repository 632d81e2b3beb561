//! How a meeting and what it rests on are looked at: with names or without, at a desk or on a wall.

use crate::web::{FormValues, Frame};

/// How a page is looked at; the pages it leads to are looked at in the same way, so that no name or income comes on a
/// wall unasked.
#[derive(Clone, Debug, Default)]
pub(super) struct Sight {
    /// Names and what a household has told are shown.
    pub named: bool,
    pub on_the_wall: bool,
    /// The meeting that one came from; empty when from none.
    pub meeting: String,
}

impl Sight {
    /// As the address of a page that tells of a household says; with names unless it says otherwise.
    pub fn read(asked: &FormValues) -> Self {
        let meeting = asked.get("meeting");
        let is_id = meeting.chars().all(|letter| letter.is_ascii_alphanumeric());
        Self {
            named: asked.get("names") != "hidden",
            on_the_wall: asked.get("view") == "wall",
            meeting: if is_id { meeting.to_owned() } else { String::new() },
        }
    }

    /// The address of why and why not for a household, a home, or one of each.
    pub fn fit(&self, application: Option<&str>, dwelling: Option<&str>) -> String {
        let whom = application.map(|id| ("application", id)).into_iter().chain(dwelling.map(|id| ("dwelling", id)));
        let way = [
            (!self.named).then_some(("names", "hidden")),
            self.on_the_wall.then_some(("view", "wall")),
            (!self.meeting.is_empty()).then_some(("meeting", self.meeting.as_str())),
        ];
        let query: Vec<(&str, &str)> = whom.chain(way.into_iter().flatten()).collect();
        let query = serde_urlencoded::to_string(query).expect("pairs of text can always be encoded");
        format!("/allocations/fit?{query}")
    }

    /// Everybody who does not get a home in the meeting, or those whom one thing stops.
    pub fn stopped(&self, dwelling: &str, by: Option<&str>) -> String {
        let way = [
            by.map(|obstacle| ("by", obstacle)),
            self.named.then_some(("names", "shown")),
            self.on_the_wall.then_some(("view", "wall")),
        ];
        let query: Vec<(&str, &str)> = way.into_iter().flatten().collect();
        let query = serde_urlencoded::to_string(query).expect("pairs of text can always be encoded");
        format!("/allocations/{}/homes/{dwelling}?{query}", self.meeting)
    }

    /// Back to the meeting, to the card of a home if there is one; empty when one came from none.
    pub fn back(&self, dwelling: Option<&str>) -> String {
        if self.meeting.is_empty() {
            return String::new();
        }
        let way = self.on_the_wall.then_some(("view", "wall")).into_iter();
        let query: Vec<(&str, &str)> = way.chain(dwelling.map(|id| ("at", id))).collect();
        let query = serde_urlencoded::to_string(query).expect("pairs of text can always be encoded");
        let part = dwelling.map(|id| format!("#home-{id}")).unwrap_or_default();
        format!("/allocations/{}?{query}{part}", self.meeting)
    }

    /// What surrounds a page that is looked at so.
    pub fn frame(&self, mut frame: Frame) -> Frame {
        frame.on_the_wall = self.on_the_wall;
        frame
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_stays_hidden_on_the_pages_it_leads_to() {
        let asked = FormValues::parse("names=hidden&view=wall&meeting=M1").expect("a query");
        let sight = Sight::read(&asked);
        let href = sight.fit(Some("A1"), Some("H1"));
        assert_eq!(href, "/allocations/fit?application=A1&dwelling=H1&names=hidden&view=wall&meeting=M1");
        assert_eq!(sight.back(Some("H1")), "/allocations/M1?view=wall&at=H1#home-H1");
        assert_eq!(Sight { named: true, ..Sight::default() }.fit(Some("A1"), None), "/allocations/fit?application=A1");
    }

    #[test]
    fn nobody_is_led_elsewhere_by_the_name_of_a_meeting() {
        let asked = FormValues::parse("meeting=/evil.example").expect("a query");
        assert_eq!(Sight::read(&asked).back(None), "");
    }
}
