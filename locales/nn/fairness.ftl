# Kven som blir forbigått i møta, og kvifor.

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
fairness-no-fitting-home = Ingen bustad passa
fairness-outranked = Andre kom framom
fairness-cap-full = Grensa var nådd
fairness-meeting = Møte
fairness-came = Kva som skjedde
fairness-no-rows = Ingen.
fairness-none = Ingen tal enno
fairness-none-text = Når eit tildelingsmøte blir avslutta, kjem tala fram her.
