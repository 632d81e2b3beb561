//! The code lists of appeals.

use crate::acts::AdministrationAct;

code_list! {
    /// What is wrong with an appeal and can be mended within a short deadline.
    AppealDefect "appeal-defect" {
        /// Neither signed nor authenticated: a defect under the act of 1967 only.
        NotSigned = "IKKE_SIGNERT",
        DecisionNotNamed = "VEDTAK_IKKE_NEVNT",
        ChangeNotNamed = "ENDRING_IKKE_NEVNT",
        /// Somebody appeals for the party, and nothing shows that they may (*forvaltningsloven* § 12).
        NoAuthority = "FULLMAKT_MANGLER",
    }
}

code_list! {
    /// Why a late appeal is taken up all the same (*forvaltningsloven* § 31).
    LateGround "late-ground" {
        /// The party or the representative cannot be blamed.
        NotToBlame = "KAN_IKKE_LASTES",
        /// Special reasons make it reasonable.
        SpecialReasons = "SARLIGE_GRUNNER",
    }
}

code_list! {
    /// Why an appeal is not taken up (*avvisning*).
    DismissalGround "dismissal-ground" {
        TooLate = "FOR_SENT",
        NotMended = "IKKE_RETTET",
        /// Neither a party nor anybody with a legal interest (*forvaltningsloven* § 28).
        NoRight = "IKKE_KLAGERETT",
        /// Nothing that can be appealed on its own, such as which home is offered.
        NotAppealable = "KAN_IKKE_PAKLAGES",
    }
}

code_list! {
    /// What the deciding unit says when it looks again at its own decision.
    Reconsideration "reconsideration" { Granted = "MEDHOLD", Partly = "DELVIS_MEDHOLD", Upheld = "OPPRETTHOLDT" }
}

code_list! {
    /// What the appeal body says.
    AppealResult "appeal-result" {
        Upheld = "STADFESTET", Changed = "ENDRET",
        /// Only when other interests outweigh, and told to the party within three months.
        ChangedToHarm = "ENDRET_TIL_SKADE",
        /// Set aside, to be decided anew.
        SetAside = "OPPHEVET",
        Dismissed = "AVVIST",
    }
}

impl AppealDefect {
    /// Whether the act in force asks for what is missing.
    pub const fn counts_under(self, act: AdministrationAct) -> bool {
        match (self, act) {
            (Self::NotSigned, AdministrationAct::Of2025) => false,
            (Self::NotSigned, AdministrationAct::Of1967)
            | (Self::DecisionNotNamed | Self::ChangeNotNamed | Self::NoAuthority, _) => true,
        }
    }
}
