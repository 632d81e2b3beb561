# Kva om: den same veka med endringar, ved sida av planen.

what-if-title = Kva om …
what-if-about = Rekn ut den same veka med fleire bustader, andre grenser eller nye husstandar, og sjå skilnaden frå planen. Ingenting i registeret blir endra.
what-if-none = Ingenting er prøvd
what-if-none-text = Så lenge møtet er ope, kan det prøvast kva som skjer med fleire bustader eller andre grenser.
what-if-kept = Prøvd i dette møtet
what-if-kept-about = Prøvd i dette møtet. I parentes: skilnaden frå planen.
what-if-changed = Kva om …
what-if-new = Prøv noko nytt
what-if-run = Rekn ut
what-if-to-meeting = Til møtet
what-if-all = Alt som er prøvd
what-if-unproven = ikkje bevist
what-if-more-homes = Fleire bustader
what-if-further-homes = Fleire slag bustader
what-if-more-households = Nye husstandar
what-if-further-households = Fleire slag husstandar
what-if-other-cap = Ei anna grense
what-if-further-caps = Fleire grenser
what-if-no-change = Inga endring
what-if-count = Tal
what-if-rooms = Storleik
what-if-rooms-hint = Til dømes 3-roms
what-if-category = Slag bustad
what-if-area = Område
what-if-anywhere = Ikkje bestemt
what-if-rent = Leige i månaden
what-if-wheelchair = Tilpassa rullestol
what-if-step-free-label = Trinnfri tilkomst
what-if-step-free = trinnfri
what-if-adults = Vaksne
what-if-children = Barn
what-if-class = Behovsklasse
what-if-class-hint = 1 går framom
what-if-group = Målgruppe
what-if-income = Inntekt i månaden
what-if-income-hint = Etter skatt. Tomt tyder ikkje kjent.
what-if-needs-wheelchair-label = Bruker rullestol
what-if-needs-wheelchair = bruker rullestol
what-if-earns = inntekt { $income }
what-if-at-most = Høgst
what-if-cap-choice = { $name } (no { $at_most })
what-if-no-limit = inga grense
what-if-homes =
    { $count ->
        [one] Éin bustad til
       *[other] { $count } bustader til
    }: { $what }
what-if-households =
    { $count ->
        [one] Éin ny husstand
       *[other] { $count } nye husstandar
    }: { $who }
what-if-cap = { $name }: høgst { $at_most }
what-if-limits = Byte i alt: { $moves }, i ring: { $ring }, i kjede: { $chain }
what-if-new-household = Ny husstand { $number } ({ $size })
what-if-new-home = Ny bustad { $number } ({ $rooms })
what-if-gone = Ventar ikkje lenger
what-if-outcome = Kva det tyder
what-if-better-class =
    { $count ->
        [one] Éin husstand til
       *[other] { $count } husstandar til
    } i behovsklasse { $class } får bustad. Det veg tyngre enn anna som endrar seg.
what-if-worse-class =
    { $count ->
        [one] Éin husstand færre
       *[other] { $count } husstandar færre
    } i behovsklasse { $class } får bustad. Det veg tyngre enn anna som endrar seg.
what-if-better-score = Like mange får bustad. Bustadene passar betre: { $points } poeng meir.
what-if-worse-score = Like mange får bustad. Bustadene passar dårlegare: { $points } poeng mindre.
what-if-fewer-moves = Like mange får bustad, like godt, med færre byte.
what-if-more-moves = Like mange får bustad, like godt, med fleire byte.
what-if-alike = Ingen skilnad: like mange får bustad, like godt.
what-if-turned-gains =
    { $count ->
        [one] Éin husstand får bustad som står utan i planen
       *[other] { $count } husstandar får bustad som står utan i planen
    }
what-if-turned-loses =
    { $count ->
        [one] Éin husstand mistar bustaden han får i planen
       *[other] { $count } husstandar mistar bustaden dei får i planen
    }
what-if-turned-elsewhere =
    { $count ->
        [one] Éin husstand får ein annan bustad
       *[other] { $count } husstandar får ein annan bustad
    }
what-if-turned-new =
    { $count ->
        [one] Éin husstand er berre med her
       *[other] { $count } husstandar er berre med her
    }
what-if-proven = Begge er beviste: inga anna fordeling er betre.
what-if-not-proven = Ikkje begge er beviste: det kan finnast ei betre fordeling enn den som er funnen.
what-if-side-by-side = Planen og «kva om» side om side
what-if-figure = Tal
what-if-plan = Planen
what-if-imagined = Kva om
what-if-difference = Skilnad
what-if-asked = Leigarar som kan byte
what-if-whole = I alt
what-if-fate-placed = Får bustad
what-if-fate-moved = Byter bustad
what-if-fate-left = Står utan bustad
what-if-fate-stays = Blir buande
what-if-homes-given = Bustader som blir gitt bort
what-if-homes-empty = Bustader som blir ståande tomme
what-if-homes-lived-in = Bustader der leigaren blir buande
what-if-home-given = Blir gitt bort
what-if-home-empty = Står tom
what-if-home-lived-in = Leigaren blir buande
what-if-moves = Byte
what-if-score = Poeng
what-if-one-more-move = Eitt byte til er verdt inntil (poeng)
what-if-no-bound = Inga grense bind, og inga er brukt annleis.
what-if-bound = Grenser som bind, eller er brukte annleis
what-if-all-caps =
    { $count ->
        [one] Éi grense
       *[other] { $count } grenser
    }
what-if-used-of = Brukt av høgst
what-if-turn-gains = Får bustad
what-if-turn-loses = Mistar bustaden
what-if-turn-elsewhere = Ein annan bustad
what-if-turn-new = Berre her
what-if-turn-same = Som i planen
what-if-rows-all = Alle husstandane
what-if-rows-changed = Kven det endrar noko for
what-if-show-all = Vis alle husstandane
what-if-no-rows = Ingen.
what-if-class-short = Klasse
what-if-worth = Utrekna pris (poeng)
what-if-for-them = For dei
what-if-not-in-it = Ikkje med
what-if-stays-in = Blir i { $home }
what-if-made = Rekna ut { $at }, mot utrekning { $run } i møtet. Kan etterprøvast:
what-if-problem-nothing = Endre minst éin ting: fleire bustader, nye husstandar, ei anna grense eller fleire byte.
what-if-problem-count = Talet må vere frå 1 til 200.
what-if-problem-rooms = Skriv storleiken som rom, til dømes 3-roms.
what-if-problem-size = Ein husstand har frå 1 til 20 vaksne og høgst 20 barn.
what-if-problem-number = Skriv eit heilt tal. Fann { $found }.
what-if-problem-amount = Skriv beløpet i kroner. Fann { $found }.
what-if-problem-needed = Må fyllast ut.
what-if-points = { $points } poeng
what-if-rows-score = plasseringane som gir summen på { $points } poeng
what-if-rows-cap = { $cap }, dei grensa tel og dei ho stoppar
what-if-cap-others =
    { $count ->
        [one] Grensa tel òg éin leigetakar som blir buande.
       *[other] Grensa tel òg { $count } leigetakarar som blir buande.
    }
