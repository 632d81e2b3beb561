use jiff::civil::date;

use super::{RECEIVED, say};
use crate::kinds::{AppealRight, Condition, Counted, Decision, FollowUp, Outcome};
use crate::letter::Language;

/// A decision with every part that its outcome can have.
pub(super) fn decision(outcome: Outcome, language: Language) -> Decision {
    let closes = outcome == Outcome::Withdrawal;
    let gives = matches!(outcome, Outcome::Grant | Outcome::Partial | Outcome::Extension);
    Decision {
        outcome,
        received: RECEIVED,
        text: vec![text(outcome, language)],
        terms: gives.then(|| terms(language)),
        legal_basis: say(
            language,
            "Fjordvik kommunes regler for tildeling av kommunal bolig §§ 3 og 5",
            "Fjordvik kommune sine reglar for tildeling av kommunal bustad §§ 3 og 5",
        ),
        reasons: reasons(outcome, language),
        conditions: if gives { vec![condition(language)] } else { Vec::new() },
        help: gives
            .then(|| vec![say(language, "Hjelp til å finne og beholde bolig", "Hjelp til å finne og halde på bustad")]),
        follow_up: follow_up(outcome, language),
        appeal: (!closes).then(|| AppealRight {
            weeks: 3,
            last_day: date(2026, 9, 29),
            counted: Counted::Presumed { arrives: date(2026, 9, 8) },
            body: say(language, "kommunens klagenemnd", "klagenemnda i kommunen"),
        }),
        may_be_carried_out_first: matches!(outcome, Outcome::Reversal | Outcome::Extension),
        costs_may_be_covered: !closes,
    }
}

fn text(outcome: Outcome, language: Language) -> String {
    match outcome {
        Outcome::Grant => say(
            language,
            "Du får plass på ventelisten for kommunal bolig fra 3. september 2026.",
            "Du får plass på ventelista for kommunal bustad frå 3. september 2026.",
        ),
        Outcome::Partial => say(
            language,
            "Du får plass på ventelisten, men ikke for bolig med tre soverom.",
            "Du får plass på ventelista, men ikkje for bustad med tre soverom.",
        ),
        Outcome::Refusal => say(
            language,
            "Vi har avslått søknaden din om kommunal bolig.",
            "Vi har avslått søknaden din om kommunal bustad.",
        ),
        Outcome::Extension => say(
            language,
            "Du får forlenget leieforholdet i Lia 12 med tre år.",
            "Du får forlengt leigeforholdet i Lia 12 med tre år.",
        ),
        Outcome::Dismissal => say(
            language,
            "Vi har avvist søknaden, fordi det ikke kan søkes på vegne av en annen uten fullmakt.",
            "Vi har avvist søknaden, fordi ein ikkje kan søkje på vegner av ein annan utan fullmakt.",
        ),
        Outcome::Withdrawal => say(
            language,
            "Du har trukket søknaden din, og vi har avsluttet saken.",
            "Du har trekt søknaden din, og vi har avslutta saka.",
        ),
        Outcome::Reversal => say(
            language,
            "Vedtaket fra 2. mars 2026 er gjort om. Du står ikke lenger på ventelisten.",
            "Vedtaket frå 2. mars 2026 er gjort om. Du står ikkje lenger på ventelista.",
        ),
    }
}

fn terms(language: Language) -> Vec<String> {
    vec![
        say(language, "Bolig med to soverom, om lag 60 kvadratmeter", "Bustad med to soverom, om lag 60 kvadratmeter"),
        say(language, "Leietid på tre år", "Leigetid på tre år"),
        say(language, "Første etasje eller heis", "Første høgda eller heis"),
    ]
}

fn condition(language: Language) -> Condition {
    Condition {
        text: say(
            language,
            "Du tar imot besøk fra boveilederen hver uke",
            "Du tek imot besøk frå burettleiaren kvar veke",
        ),
        legal_basis: say(language, "tildelingsreglene § 8", "tildelingsreglane § 8"),
        reason: say(
            language,
            "Det er første gang du bor alene, og du har bedt om hjelp til å komme i gang.",
            "Det er første gongen du bur åleine, og du har bede om hjelp til å kome i gang.",
        ),
    }
}

fn reasons(outcome: Outcome, language: Language) -> Vec<String> {
    match outcome {
        Outcome::Withdrawal => Vec::new(),
        Outcome::Grant | Outcome::Partial | Outcome::Extension => vec![
            say(
                language,
                "Reglene sier at den som ikke selv kan skaffe en egnet bolig, kan få leie av kommunen.",
                "Reglane seier at den som ikkje sjølv kan skaffe ein eigna bustad, kan få leige av kommunen.",
            ),
            say(
                language,
                "Du bor hos venner med to barn, og leiekontrakten din gikk ut 1. juli 2026. Vi har lagt vekt på barna.",
                "Du bur hos vener med to barn, og leigekontrakten din gjekk ut 1. juli 2026. Vi har lagt vekt på barna.",
            ),
        ],
        Outcome::Refusal | Outcome::Dismissal | Outcome::Reversal => vec![
            say(
                language,
                "Reglene sier at søkeren må mangle en egnet bolig og ikke kunne skaffe en selv.",
                "Reglane seier at søkjaren må mangle ein eigna bustad og ikkje kunne skaffe ein sjølv.",
            ),
            say(
                language,
                "Du har en leilighet med to soverom. Vi har kommet til at den passer for dere.",
                "Du har ei leilegheit med to soverom. Vi har kome til at ho passar for dykk.",
            ),
        ],
    }
}

fn follow_up(outcome: Outcome, language: Language) -> Option<FollowUp> {
    match outcome {
        Outcome::Grant | Outcome::Extension => Some(FollowUp::Granted {
            what: vec![say(language, "Besøk av boveileder to timer i uken", "Besøk av burettleiar to timar i veka")],
        }),
        Outcome::Partial => Some(FollowUp::NotNeeded {
            reason: say(
                language,
                "Du har selv sagt at du klarer deg godt.",
                "Du har sjølv sagt at du klarer deg godt.",
            ),
        }),
        Outcome::Refusal => Some(FollowUp::Refused {
            reason: say(
                language,
                "Hjelpen du har fra hjemmetjenesten, dekker behovet.",
                "Hjelpa du har frå heimetenesta, dekkjer behovet.",
            ),
        }),
        Outcome::Dismissal | Outcome::Withdrawal | Outcome::Reversal => None,
    }
}
