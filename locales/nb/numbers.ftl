# Tall om tildeling: hvem får, hvor lang tid det tar, og hva boligene venter på.

fairness-title = Hvem får, og hvem venter
fairness-means = Regnet over møter som er avsluttet i tiden. En husstand som venter videre, er med i neste møte også, og telles da én gang til. En husstand i to målgrupper telles i begge.
fairness-meetings =
    { $count ->
        [0] Ingen møter er avsluttet i tiden.
        [one] Ett møte er avsluttet i tiden.
       *[other] { $count } møter er avsluttet i tiden.
    }
fairness-from = Fra
fairness-to = Til
fairness-households = Husstander
fairness-got = Fikk bolig
fairness-of = { $count } av { $all }
fairness-placed = Ganger tildelt
fairness-released = Sluppet uten tilbud
fairness-no-fitting-home = Ingen bolig passet
fairness-outranked = Andre kom foran
fairness-cap-full = Grensen var nådd
fairness-meeting = Møte
fairness-came = Hva som skjedde
fairness-no-rows = Ingen.
fairness-none-text = Når et tildelingsmøte avsluttes, kommer tallene fram her.
numbers-title = Tall om tildeling
numbers-everybody = Alle
numbers-times = Fra vedtak til innflytting
numbers-times-means = Hele dager for tilbud gitt i tiden. Stort tall er det midterste: like mange tok lengre tid som kortere. Et tilbud regnes med i en strekning når det har kommet til enden av den. En husstand i to målgrupper er med i begge.
numbers-offers =
    { $count ->
        [0] Ingen tilbud er gitt i tiden.
        [one] Ett tilbud er gitt i tiden.
       *[other] { $count } tilbud er gitt i tiden.
    }
numbers-times-none = Når et tilbud er gitt, kommer tallene fram her.
numbers-longest-of = lengst { $longest }, av { $count } tilbud
numbers-offer = Tilbud
numbers-granted = Vedtak
numbers-accepted = Takket ja
numbers-moved-in = Flyttet inn
numbers-days = Dager
numbers-declined = Takket nei
numbers-declines-none = Ingen har takket nei i tiden.
numbers-vacancy = Hva boliger venter på mens de står tomme
numbers-vacancy-means = Dager i tiden der ingen bodde i boligen. Hver dag er med ett sted: det lengste boligen er kommet på veien til neste husstand. Midterst og lengst gjelder hver gang en bolig ventet på dette.
numbers-vacancy-none = Ingen bolig har stått tom i tiden.
numbers-waits-for = Venter på
numbers-homes = Boliger
numbers-median = Midterst
numbers-longest = Lengst
numbers-first = Første dag
numbers-last = Siste dag
numbers-goes-on = venter fortsatt
offer-phase-vedtak-tilbud = Fra vedtak til tilbud
offer-phase-tilbud-ja = Fra tilbud til ja
offer-phase-ja-innflytting = Fra ja til innflytting
vacancy-phase-klargjoring = Klargjøring eller rehabilitering
vacancy-phase-tilbud = At noen får tilbud
vacancy-phase-svar = Svar på et tilbud
vacancy-phase-innflytting = Innflytting etter et ja
vacancy-phase-holdt-tilbake = Ikke til utleie: salg eller sperret
