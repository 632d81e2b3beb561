# Hvem som blir forbigått i møtene, og hvorfor.

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
fairness-no-fitting-home = Ingen bolig passet
fairness-outranked = Andre kom foran
fairness-cap-full = Grensen var nådd
fairness-meeting = Møte
fairness-came = Hva som skjedde
fairness-no-rows = Ingen.
fairness-none = Ingen tall ennå
fairness-none-text = Når et tildelingsmøte avsluttes, kommer tallene fram her.
