use jiff::civil::{Date, date};

use crate::kinds::{
    AdvanceNotice, AppealForwarded, AppealMending, AppealOutcome, AppealReceived, AppealResult, Appealed, Content,
    DocumentRequest, Forwarding, InterimAnswer, LetterKind, Offer, Receipt,
};
use crate::letter::{Language, Letter, Post, Recipient, Sender};

/// Decisions of each outcome.
mod decisions;

/// The day the samples are sent.
const SENT: Date = date(2026, 9, 3);
/// The day the sample application came in.
const RECEIVED: Date = date(2026, 8, 10);

/// A complete letter of a kind with a made-up municipality, person and case: for the page where a
/// template is changed, and for tests.
pub fn letter(kind: LetterKind, language: Language) -> Letter {
    Letter {
        sender: sender(language),
        recipient: Recipient {
            names: vec!["Kari Nordmann".into()],
            post: Post::Address(vec!["Granlia 7".into(), "6789 Fjordvik".into()]),
        },
        on_behalf_of: None,
        copies: Vec::new(),
        date: SENT,
        reference: "2026/00417".into(),
        subject: say(language, "kommunal bolig", "kommunal bustad"),
        language,
        content: content(kind, language),
    }
}

fn sender(language: Language) -> Sender {
    Sender {
        municipality: "Fjordvik kommune".into(),
        unit: say(language, "Boligkontoret", "Bustadkontoret"),
        mark: None,
        address: vec!["Rådhusgata 1".into(), "6788 Fjordvik".into()],
        telephone: Some("71 00 10 00".into()),
        email: Some("bolig@fjordvik.example".into()),
        website: Some("fjordvik.example".into()),
        case_handler: "Ingrid Solberg".into(),
        responsible: Some("Per Haugen".into()),
    }
}

/// The text in the letter's language.
fn say(language: Language, bokmal: &str, nynorsk: &str) -> String {
    match language {
        Language::Bokmal => bokmal.to_owned(),
        Language::Nynorsk => nynorsk.to_owned(),
    }
}

fn content(kind: LetterKind, language: Language) -> Content {
    match kind {
        LetterKind::Receipt => Content::Receipt(Receipt {
            received: RECEIVED,
            answer_by: date(2026, 9, 10),
            missing: vec![say(language, "Leiekontrakten din", "Leigekontrakten din")],
        }),
        LetterKind::InterimAnswer => Content::InterimAnswer(InterimAnswer {
            received: RECEIVED,
            expected: date(2026, 10, 15),
            reason: say(
                language,
                "Vi venter på opplysninger fra fastlegen din.",
                "Vi ventar på opplysningar frå fastlegen din.",
            ),
        }),
        LetterKind::DocumentRequest => Content::DocumentRequest(DocumentRequest {
            received: RECEIVED,
            documents: vec![
                say(language, "Skattemeldingen for 2025", "Skattemeldinga for 2025"),
                say(language, "Leiekontrakten din", "Leigekontrakten din"),
            ],
            deadline: date(2026, 9, 17),
        }),
        LetterKind::AdvanceNotice => advance_notice(language),
        LetterKind::Decision(outcome) => Content::Decision(Box::new(decisions::decision(outcome, language))),
        LetterKind::Forwarding => Content::Forwarding(Forwarding {
            received: RECEIVED,
            to_unit: "NAV Fjordvik".into(),
            to_contact: vec!["Telefon 55 55 33 33".into(), "Storgata 4, 6788 Fjordvik".into()],
            reason: say(
                language,
                "Du har søkt om et midlertidig sted å bo. Det er NAV som avgjør.",
                "Du har søkt om ein mellombels stad å bu. Det er NAV som avgjer.",
            ),
        }),
        LetterKind::AppealReceived => Content::AppealReceived(AppealReceived {
            received: date(2026, 9, 1),
            appealed: Appealed::Decision(date(2026, 8, 18)),
            answer_by: date(2026, 9, 29),
            body: say(language, "kommunens klagenemnd", "klagenemnda i kommunen"),
        }),
        LetterKind::AppealMending => Content::AppealMending(AppealMending {
            received: date(2026, 9, 1),
            appealed: Appealed::Decision(date(2026, 8, 18)),
            needed: vec![say(language, "Underskriften din på klagen", "Underskrifta di på klaga")],
            mend_by: date(2026, 9, 15),
            legal_basis: say(language, "forvaltningsloven §§ 32 og 33", "forvaltningslova §§ 32 og 33"),
        }),
        LetterKind::AppealForwarded => Content::AppealForwarded(AppealForwarded {
            received: date(2026, 8, 27),
            appealed: Appealed::Decision(date(2026, 8, 18)),
            body: say(language, "kommunens klagenemnd", "klagenemnda i kommunen"),
            forwarded: SENT,
            statement: vec![say(
                language,
                "Vi har vurdert de nye opplysningene i klagen. De endrer ikke at du har en bolig som passer.",
                "Vi har vurdert dei nye opplysningane i klaga. Dei endrar ikkje at du har ein bustad som passar.",
            )],
        }),
        LetterKind::AppealResult => appeal_result(language),
        LetterKind::Offer => offer(language),
    }
}

fn advance_notice(language: Language) -> Content {
    Content::AdvanceNotice(AdvanceNotice {
        notice: vec![say(
            language,
            "Vi vurderer å gjøre om vedtaket som ga deg plass på ventelisten for kommunal bolig.",
            "Vi vurderer å gjere om vedtaket som gav deg plass på ventelista for kommunal bustad.",
        )],
        grounds: vec![say(
            language,
            "Vi har fått melding om at du har kjøpt en leilighet i Strandveien 4.",
            "Vi har fått melding om at du har kjøpt ei leilegheit i Strandvegen 4.",
        )],
        legal_basis: say(language, "forvaltningsloven § 35", "forvaltningslova § 35"),
        deadline: date(2026, 9, 24),
    })
}

fn appeal_result(language: Language) -> Content {
    Content::AppealResult(Box::new(AppealResult {
        outcome: AppealOutcome::Upheld,
        received: date(2026, 7, 6),
        appealed: Appealed::Decision(date(2026, 6, 22)),
        by: say(language, "kommunens klagenemnd", "klagenemnda i kommunen"),
        on: date(2026, 9, 1),
        text: vec![say(
            language,
            "Avslaget på søknaden om kommunal bolig gjelder fortsatt.",
            "Avslaget på søknaden om kommunal bustad gjeld framleis.",
        )],
        reasons: vec![say(
            language,
            "Nemnda er enig i at boligen du har, passer for husstanden.",
            "Nemnda er samd i at bustaden du har, passar for husstanden.",
        )],
        onward: vec![say(
            language,
            "Avgjørelsen i klagesaken kan ikke påklages. Du kan klage til Sivilombudet.",
            "Avgjerda i klagesaka kan ikkje klagast på. Du kan klage til Sivilombodet.",
        )],
        appeal_by: None,
    }))
}

fn offer(language: Language) -> Content {
    Content::Offer(Box::new(Offer {
        home: "Lia 12, H0203, 6789 Fjordvik".into(),
        facts: vec![
            say(language, "To soverom, 62 kvadratmeter", "To soverom, 62 kvadratmeter"),
            say(language, "Andre etasje, med heis", "Andre høgda, med heis"),
        ],
        reasons: vec![
            say(
                language,
                "Boligen har rom nok til dere som skal bo der.",
                "Bustaden har rom nok til dykk som skal bu der.",
            ),
            say(language, "Den ligger i et område du har ønsket.", "Han ligg i eit område du har ønskt."),
        ],
        monthly_rent: "9 450 kroner".into(),
        costs: vec![say(language, "Strøm betaler du selv", "Straum betaler du sjølv")],
        from: date(2026, 10, 1),
        lease: say(language, "tre år", "tre år"),
        viewing: Some(say(
            language,
            "Du kan se boligen tirsdag 8. september 2026 klokken 15.",
            "Du kan sjå bustaden tysdag 8. september 2026 klokka 15.",
        )),
        answer_by: date(2026, 9, 14),
        if_declined: vec![say(
            language,
            "Takker du nei uten god grunn, eller svarer du ikke, kan du miste plassen på ventelisten.",
            "Takkar du nei utan god grunn, eller svarer du ikkje, kan du miste plassen på ventelista.",
        )],
    }))
}
