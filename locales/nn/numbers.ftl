# Tal om tildeling: kven får, kor lang tid det tek, og kva bustadene ventar på.

fairness-title = Kven får, og kven ventar
fairness-means = Rekna over møte som er avslutta i tida. Ein husstand som ventar vidare, er med i neste møte òg, og blir då talt éin gong til. Ein husstand i to målgrupper blir talt i begge.
fairness-meetings =
    { $count ->
        [0] Ingen møte er avslutta i tida.
        [one] Eitt møte er avslutta i tida.
       *[other] { $count } møte er avslutta i tida.
    }
fairness-from = Frå
fairness-to = Til
fairness-households = Husstandar
fairness-got = Fekk bustad
fairness-of = { $count } av { $all }
fairness-placed = Gonger tildelt
fairness-released = Sleppt utan tilbod
fairness-no-fitting-home = Ingen bustad passa
fairness-outranked = Andre kom framom
fairness-cap-full = Grensa var nådd
fairness-meeting = Møte
fairness-came = Kva som skjedde
fairness-no-rows = Ingen.
fairness-none-text = Når eit tildelingsmøte blir avslutta, kjem tala fram her.
numbers-title = Tal om tildeling
numbers-everybody = Alle
numbers-times = Frå vedtak til innflytting
numbers-times-means = Heile dagar for tilbod gjevne i tida. Stort tal er det midtarste: like mange tok lengre tid som kortare. Eit tilbod blir rekna med i ei strekning når det har kome til enden av ho. Ein husstand i to målgrupper er med i begge.
numbers-offers =
    { $count ->
        [0] Ingen tilbod er gjevne i tida.
        [one] Eitt tilbod er gjeve i tida.
       *[other] { $count } tilbod er gjevne i tida.
    }
numbers-times-none = Når eit tilbod er gjeve, kjem tala fram her.
numbers-longest-of = lengst { $longest }, av { $count } tilbod
numbers-offer = Tilbod
numbers-granted = Vedtak
numbers-accepted = Takka ja
numbers-moved-in = Flytta inn
numbers-days = Dagar
numbers-declined = Takka nei
numbers-declines-none = Ingen har takka nei i tida.
numbers-vacancy = Kva bustader ventar på medan dei står tomme
numbers-vacancy-means = Dagar i tida der ingen budde i bustaden. Kvar dag er med éin stad: det lengste bustaden er komen på vegen til neste husstand. Midtarst og lengst gjeld kvar gong ein bustad venta på dette.
numbers-vacancy-none = Ingen bustad har stått tom i tida.
numbers-waits-for = Ventar på
numbers-homes = Bustader
numbers-median = Midtarst
numbers-longest = Lengst
numbers-first = Første dag
numbers-last = Siste dag
numbers-goes-on = ventar framleis
offer-phase-vedtak-tilbud = Frå vedtak til tilbod
offer-phase-tilbud-ja = Frå tilbod til ja
offer-phase-ja-innflytting = Frå ja til innflytting
vacancy-phase-klargjoring = Klargjering eller rehabilitering
vacancy-phase-tilbud = At nokon får tilbod
vacancy-phase-svar = Svar på eit tilbod
vacancy-phase-innflytting = Innflytting etter eit ja
vacancy-phase-holdt-tilbake = Ikkje til utleige: sal eller sperra
