use super::*;
use crate::calendar::add_days;
use crate::identity::IdentityNumber;
use crate::people::{Name, Protection};
use jiff::civil::date;

const TODAY: Date = Date::constant(2026, 3, 1);

/// An invoice due so many days before today, with so many kroner outstanding.
fn invoice(name: &str, days_late: Option<i32>, kroner: i64) -> InvoiceFacts {
    InvoiceFacts {
        debtor: PersonFacts {
            name: Name::read(name).unwrap(),
            identity: None,
            born: None,
            telephone: None,
            email: None,
            protection: Protection::Ungraded,
            protection_to_check: false,
        },
        address: Some(Address::read("Granlia 7").0),
        unit: None,
        number: "F1".into(),
        due: days_late.map(|days| add_days(TODAY, -days)),
        amount: None,
        outstanding: Ore::kroner(kroner),
        step: None,
    }
}

#[test]
fn an_invoice_ages_in_steps_of_thirty_days() {
    let age = |days_late| invoice("Haile, Hodan", Some(days_late), 1).age(TODAY).unwrap();
    use ArrearsAge::{NotDue, Over90, UpTo30, UpTo60, UpTo90};
    assert_eq!([-5, 0, 1, 30, 31, 60].map(age), [NotDue, NotDue, UpTo30, UpTo30, UpTo60, UpTo60]);
    assert_eq!([61, 90, 91, 4000].map(age), [UpTo90, UpTo90, Over90, Over90]);
    assert_eq!(invoice("Haile, Hodan", None, 1).age(TODAY), None);
}

#[test]
fn credits_are_shown_apart_and_not_deducted() {
    let invoices = [
        invoice("Haile, Hodan", Some(100), 8_120),
        invoice("HAILE, Hodan", Some(10), 100),
        invoice("Haile, Hodan", None, -1_070),
        invoice("Haile, Hodan", Some(200), 0),
        invoice("Kovalenko, Peder", None, 50),
    ];
    let households = per_household(&invoices, TODAY);
    let sums: Vec<_> = households.values().cloned().collect();
    let haile = ArrearsSum {
        owed: Ore::kroner(8_220),
        credit: Ore::kroner(1_070),
        by_age: [(ArrearsAge::UpTo30, Ore::kroner(100)), (ArrearsAge::Over90, Ore::kroner(8_120))].into(),
        invoices: 2,
        oldest_due: Some(date(2025, 11, 21)),
    };
    let kovalenko = ArrearsSum { owed: Ore::kroner(50), invoices: 1, ..ArrearsSum::default() };
    assert_eq!(sums, [haile, kovalenko]);
    assert_eq!(ArrearsSum::of(&invoices, TODAY).net(), Ore::kroner(8_270 - 1_070));
}

#[test]
fn an_identity_number_ties_invoices_together_whatever_the_address_says() {
    let number = IdentityNumber::parse("10915596784").unwrap();
    let mut moved = invoice("Abdi, Fatuma", Some(1), 1);
    moved.debtor.identity = Some(number.clone());
    let mut still = moved.clone();
    still.address = None;
    assert_eq!(moved.debtor(), still.debtor());
    assert_ne!(moved.debtor(), invoice("Abdi, Fatuma", Some(1), 1).debtor());
}
