//! The sections of the intake and their fields, as data: the page draws them, and their texts have the key
//! `intake-NAME`.

use crate::web::dwellings::choices;
use crate::web::{FormValues, Frame};
use housing::applications::{
    ApplicationKind, AskedInWords, Channel, ConsentTo, ContactWay, Enclosure, HousingSituation, IncomeSource,
    LeavesPlace, NeedReason, NoticeBy,
};
use housing::assessment::{StayBasis, TimeException};
use housing::decisions::FollowUpKind;
use housing::needs::{Access, NeedKind};
use housing::people::TargetGroup;

/// A part of the form under its own heading.
pub struct Section {
    pub anchor: &'static str,
    pub title: String,
    pub fields: Vec<Field>,
}

/// A field, and how it is filled in.
pub struct Field {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub kind: Kind,
}

/// How a field is filled in.
pub enum Kind {
    Text,
    Area,
    Day,
    Money,
    Number,
    Choice(Vec<(String, String)>),
    /// Several codes, each with its name and whether it is chosen.
    Many(Vec<(String, String, bool)>),
}

/// Puts sections together with their texts and choices.
struct Maker<'a> {
    frame: &'a Frame,
    form: &'a FormValues,
}

impl Maker<'_> {
    fn field(&self, name: &'static str, kind: Kind) -> Field {
        Field { name, label: self.frame.t(&format!("intake-{name}")), hint: String::new(), kind }
    }

    fn hinted(&self, name: &'static str, kind: Kind) -> Field {
        Field { hint: self.frame.t(&format!("intake-{name}-hint")), ..self.field(name, kind) }
    }

    fn one<T: Copy>(&self, all: &[T], code: impl Fn(T) -> &'static str, key: impl Fn(T) -> String) -> Kind {
        Kind::Choice(choices(self.frame, all, code, key))
    }

    fn yes_no(&self) -> Kind {
        let answer = |(code, key): (&str, &str)| (code.to_owned(), self.frame.t(key));
        Kind::Choice([("true", "application-yes"), ("false", "application-no")].map(answer).into())
    }

    fn many<T: Copy>(
        &self,
        name: &'static str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
        key: impl Fn(T) -> String,
    ) -> Field {
        let offered = |one: &T| (code(*one).to_owned(), self.frame.t(&key(*one)), self.form.has(name, code(*one)));
        self.field(name, Kind::Many(all.iter().map(offered).collect()))
    }

    fn section(&self, anchor: &'static str, fields: Vec<Field>) -> Section {
        Section { anchor, title: self.frame.t(&format!("intake-section-{anchor}")), fields }
    }
}

/// A: how the application came; before the applicant.
pub fn arrival(frame: &Frame, form: &FormValues) -> Section {
    let make = Maker { frame, form };
    make.section(
        "arrival",
        vec![
            make.hinted("received", Kind::Day),
            make.field("kind", make.one(ApplicationKind::ALL, ApplicationKind::code, ApplicationKind::text_key)),
            make.field("channel", make.one(Channel::ALL, Channel::code, Channel::text_key)),
            make.many("asked_in_words", AskedInWords::ALL, AskedInWords::code, AskedInWords::text_key),
        ],
    )
}

/// The rest of A: how the applicant is reached and spoken with.
pub fn contact(frame: &Frame, form: &FormValues) -> Vec<Field> {
    let make = Maker { frame, form };
    vec![
        make.field("address", Kind::Text),
        make.field("contact_way", make.one(ContactWay::ALL, ContactWay::code, ContactWay::text_key)),
        make.field("language", Kind::Text),
        make.hinted("interpreter", Kind::Text),
    ]
}

/// C, E, G–N: what stands after the household.
pub fn rest(frame: &Frame, form: &FormValues) -> Vec<Section> {
    let make = Maker { frame, form };
    vec![
        make.section(
            "stay",
            vec![
                make.field("citizenship", Kind::Text),
                make.field("stay_basis", make.one(StayBasis::ALL, StayBasis::code, StayBasis::text_key)),
                make.field("stay_until", Kind::Day),
                make.field("here_since", Kind::Day),
                make.field(
                    "time_exception",
                    make.one(TimeException::ALL, TimeException::code, TimeException::text_key),
                ),
            ],
        ),
        make.section(
            "home",
            vec![
                make.field(
                    "situation",
                    make.one(HousingSituation::ALL, HousingSituation::code, HousingSituation::text_key),
                ),
                make.hinted("home_address", Kind::Text),
                make.hinted("home_rooms", Kind::Text),
                make.field("landlord", Kind::Text),
                make.field("home_rent", Kind::Money),
                make.field("lease_until", Kind::Day),
                make.field("notice_by", make.one(NoticeBy::ALL, NoticeBy::code, NoticeBy::text_key)),
                make.field("notice_day", Kind::Day),
                make.field("can_stay_until", Kind::Day),
                make.field("suitable", make.yes_no()),
                make.field("unsuitable_why", Kind::Area),
                make.many("need_reasons", NeedReason::ALL, NeedReason::code, NeedReason::text_key),
            ],
        ),
        make.section("history", Vec::new()),
        make.section(
            "economy",
            vec![
                make.field("income_source", make.one(IncomeSource::ALL, IncomeSource::code, IncomeSource::text_key)),
                make.hinted("income", Kind::Money),
                make.hinted("housing_costs", Kind::Money),
                make.field("wealth", Kind::Money),
                make.field("loans", Kind::Money),
                make.field("arrears_here", make.yes_no()),
                make.field("housing_allowance", make.yes_no()),
                make.field("start_loan", make.yes_no()),
            ],
        ),
        make.section(
            "health",
            vec![
                make.field("wheelchair", make.yes_no()),
                make.many("access", Access::ALL, Access::code, Access::text_key),
                make.hinted("health_note", Kind::Area),
            ],
        ),
        make.section(
            "wish",
            vec![
                make.field("need_kind", make.one(NeedKind::ALL, NeedKind::code, NeedKind::text_key)),
                make.hinted("rooms", Kind::Text),
                make.field("wished_area", Kind::Text),
                make.hinted("other_areas", Kind::Text),
                make.field("needed_by", Kind::Day),
                make.field("pets", make.yes_no()),
                make.field("cannot_live_in", Kind::Text),
                make.field("own_words", Kind::Area),
                make.many("target_groups", TargetGroup::ALL, TargetGroup::code, TargetGroup::text_key),
            ],
        ),
        make.section(
            "help",
            vec![
                make.field("services", Kind::Text),
                make.field("wants_follow_up", make.yes_no()),
                make.field("contact_person", Kind::Text),
                make.many("follow_up_kinds", FollowUpKind::ALL, FollowUpKind::code, FollowUpKind::text_key),
            ],
        ),
        make.section(
            "leaving",
            vec![
                make.field("leaves_place", make.one(LeavesPlace::ALL, LeavesPlace::code, LeavesPlace::text_key)),
                make.field("leaves_on", Kind::Day),
                make.field("responsible", Kind::Text),
            ],
        ),
        make.section("effort", vec![make.field("homes_sought", Kind::Number), make.field("last_sought", Kind::Day)]),
        make.section(
            "signed",
            vec![
                make.many("enclosed", Enclosure::ALL, Enclosure::code, Enclosure::text_key),
                make.many("consents", ConsentTo::ALL, ConsentTo::code, ConsentTo::text_key),
                make.field("signed_on", Kind::Day),
                make.field("officer", Kind::Text),
                make.field("note", Kind::Area),
            ],
        ),
    ]
}
