# Hva om: den samme uka med endringer, ved siden av planen.

what-if-title = Hva om …
what-if-about = Regn ut den samme uka med flere boliger, andre grenser eller nye husstander, og se forskjellen fra planen. Ingenting i registeret endres.
what-if-none = Ingenting er prøvd
what-if-none-text = Så lenge møtet er åpent, kan det prøves hva som skjer med flere boliger eller andre grenser.
what-if-kept = Prøvd i dette møtet
what-if-kept-about = Prøvd i dette møtet. I parentes: forskjellen fra planen.
what-if-changed = Hva om …
what-if-new = Prøv noe nytt
what-if-run = Regn ut
what-if-to-meeting = Til møtet
what-if-all = Alt som er prøvd
what-if-unproven = ikke bevist
what-if-more-homes = Flere boliger
what-if-further-homes = Flere slags boliger
what-if-more-households = Nye husstander
what-if-further-households = Flere slags husstander
what-if-other-cap = En annen grense
what-if-further-caps = Flere grenser
what-if-no-change = Ingen endring
what-if-count = Antall
what-if-rooms = Størrelse
what-if-rooms-hint = For eksempel 3-roms
what-if-category = Slags bolig
what-if-area = Område
what-if-anywhere = Ikke bestemt
what-if-rent = Leie i måneden
what-if-wheelchair = Tilpasset rullestol
what-if-step-free-label = Trinnfri adkomst
what-if-step-free = trinnfri
what-if-adults = Voksne
what-if-children = Barn
what-if-class = Behovsklasse
what-if-class-hint = 1 går foran
what-if-group = Målgruppe
what-if-income = Inntekt i måneden
what-if-income-hint = Etter skatt. Tomt betyr ikke kjent.
what-if-needs-wheelchair-label = Bruker rullestol
what-if-needs-wheelchair = bruker rullestol
what-if-earns = inntekt { $income }
what-if-at-most = Høyst
what-if-cap-choice = { $name } (nå { $at_most })
what-if-no-limit = ingen grense
what-if-homes =
    { $count ->
        [one] Én bolig til
       *[other] { $count } boliger til
    }: { $what }
what-if-households =
    { $count ->
        [one] Én ny husstand
       *[other] { $count } nye husstander
    }: { $who }
what-if-cap = { $name }: høyst { $at_most }
what-if-limits = Bytter i alt: { $moves }, i ring: { $ring }, i kjede: { $chain }
what-if-new-household = Ny husstand { $number } ({ $size })
what-if-new-home = Ny bolig { $number } ({ $rooms })
what-if-gone = Venter ikke lenger
what-if-outcome = Hva det betyr
what-if-better-class =
    { $count ->
        [one] Én husstand til
       *[other] { $count } husstander til
    } i behovsklasse { $class } får bolig. Det veier tyngre enn annet som endrer seg.
what-if-worse-class =
    { $count ->
        [one] Én husstand færre
       *[other] { $count } husstander færre
    } i behovsklasse { $class } får bolig. Det veier tyngre enn annet som endrer seg.
what-if-better-score = Like mange får bolig. Boligene passer bedre: { $points } poeng mer.
what-if-worse-score = Like mange får bolig. Boligene passer dårligere: { $points } poeng mindre.
what-if-fewer-moves = Like mange får bolig, like godt, med færre bytter.
what-if-more-moves = Like mange får bolig, like godt, med flere bytter.
what-if-alike = Ingen forskjell: like mange får bolig, like godt.
what-if-turned-gains =
    { $count ->
        [one] Én husstand får bolig som står uten i planen
       *[other] { $count } husstander får bolig som står uten i planen
    }
what-if-turned-loses =
    { $count ->
        [one] Én husstand mister boligen den får i planen
       *[other] { $count } husstander mister boligen de får i planen
    }
what-if-turned-elsewhere =
    { $count ->
        [one] Én husstand får en annen bolig
       *[other] { $count } husstander får en annen bolig
    }
what-if-turned-new =
    { $count ->
        [one] Én husstand er bare med her
       *[other] { $count } husstander er bare med her
    }
what-if-proven = Begge er bevist: ingen annen fordeling er bedre.
what-if-not-proven = Ikke begge er bevist: det kan finnes en bedre fordeling enn den som er funnet.
what-if-side-by-side = Planen og «hva om» side om side
what-if-figure = Tall
what-if-plan = Planen
what-if-imagined = Hva om
what-if-difference = Forskjell
what-if-asked = Leiere som kan bytte
what-if-whole = I alt
what-if-fate-placed = Får bolig
what-if-fate-moved = Bytter bolig
what-if-fate-left = Står uten bolig
what-if-fate-stays = Blir boende
what-if-homes-given = Boliger som gis bort
what-if-homes-empty = Boliger som blir stående tomme
what-if-homes-lived-in = Boliger der leieren blir boende
what-if-home-given = Gis bort
what-if-home-empty = Står tom
what-if-home-lived-in = Leieren blir boende
what-if-moves = Bytter
what-if-score = Poeng
what-if-one-more-move = Ett bytte til er verdt inntil (poeng)
what-if-no-bound = Ingen grense binder, og ingen er brukt annerledes.
what-if-bound = Grenser som binder, eller er brukt annerledes
what-if-all-caps =
    { $count ->
        [one] Én grense
       *[other] { $count } grenser
    }
what-if-used-of = Brukt av høyst
what-if-turn-gains = Får bolig
what-if-turn-loses = Mister boligen
what-if-turn-elsewhere = En annen bolig
what-if-turn-new = Bare her
what-if-turn-same = Som i planen
what-if-rows-all = Alle husstandene
what-if-rows-changed = Hvem det endrer noe for
what-if-show-all = Vis alle husstandene
what-if-no-rows = Ingen.
what-if-class-short = Klasse
what-if-worth = Beregnet pris (poeng)
what-if-for-them = For dem
what-if-not-in-it = Ikke med
what-if-stays-in = Blir i { $home }
what-if-made = Regnet ut { $at }, mot utregning { $run } i møtet. Kan etterprøves:
what-if-problem-nothing = Endre minst én ting: flere boliger, nye husstander, en annen grense eller flere bytter.
what-if-problem-count = Antallet må være fra 1 til 200.
what-if-problem-rooms = Skriv størrelsen som rom, for eksempel 3-roms.
what-if-problem-size = En husstand har fra 1 til 20 voksne og høyst 20 barn.
what-if-problem-number = Skriv et helt tall. Fant { $found }.
what-if-problem-amount = Skriv beløpet i kroner. Fant { $found }.
what-if-problem-needed = Må fylles ut.
what-if-points = { $points } poeng
what-if-rows-score = plasseringene som gir summen på { $points } poeng
what-if-rows-cap = { $cap }, de grensen teller og de den stopper
what-if-cap-others =
    { $count ->
        [one] Grensen teller også én leietaker som blir boende.
       *[other] Grensen teller også { $count } leietakere som blir boende.
    }
