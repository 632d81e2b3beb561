# Tildeling: kven som passar kvar, møtet og referatet.

nav-allocations = Tildeling
allocation-about = På tildelingsmøtet blir alle ledige bustader sett under eitt. Programmet føreslår, møtet avgjer.
allocation-rules = Passreglar
allocation-day = Møtedag
allocation-call = Kall inn til møte
allocation-open = Ope
allocation-closed = Avslutta
allocation-title = Tildelingsmøte { $day }
allocation-none = Ingen møte enno
allocation-none-text = Når eit møte blir kalla inn, føreslår programmet kven som får kva bustad.
allocation-back = Tilbake
allocation-fit-about = Vurdert etter reglane som gjeld i dag. Det som passar best, står først.
allocation-fit-none = Ingen å samanlikne med
allocation-fit-none-text = Det er ingen ledige bustader, eller ingen som ventar på bustad.
allocation-fit-title = Passar bustaden?
allocation-fit-homes = Kva bustader passar
allocation-fit-households = Kven passar her
allocation-fit-proposed = Bustaden er føreslått for denne husstanden.
allocation-fit-nobody = Bustaden er ikkje føreslått for nokon.
allocation-in-the-meeting = I møtet:
allocation-change = Det som må til:
allocation-score = { $score } poeng
allocation-score-about = Poenga er ein sum av delane under. Dei avgjer berre mellom dei som står likt på ventelista.
allocation-home = Bustad
allocation-household = Husstand
allocation-reading = Vurdering
allocation-points = Poeng
allocation-in-the-way = Det første som står i vegen
allocation-size =
    { $adults ->
        [one] 1 vaksen
       *[other] { $adults } vaksne
    }{ $children ->
        [0] {""}
       *[other] , { $children } barn
    }
allocation-place = nr. { $place } på ventelista
allocation-asked = leigar som kan byte
allocation-free-now = Ledig no
allocation-free-on = Ledig { $day }
allocation-free-no-day = Dato ikkje sett
allocation-freed = Blir ledig ved byte
allocation-floor = { $floor }. etasje
allocation-lift = heis
allocation-wheelchair = tilpassa rullestol
allocation-summary = { $placed } får bustad, { $moves } byter, { $without } står utan.
allocation-not-solved = Møtet er ikkje rekna ut.
allocation-proven = Inga anna fordeling er betre ({ $score } poeng i alt).
allocation-not-proven = Det beste som er funne så langt ({ $score } poeng).
allocation-at-most-class = Høgst { $best } husstandar i behovsklasse { $class } kan få bustad; her får { $found }.
allocation-at-most-score = Inga fordeling kan gi meir enn { $best } poeng.
allocation-at-least-moves = Inga like god fordeling har færre enn { $best } byte; her er det { $found }.
allocation-search = Leitar etter den beste fordelinga: { $seconds } av høgst { $longest } sekund. Det beste som er funne, står under så snart det er noko.
allocation-search-label = Kor lenge det er leita
allocation-search-done = Ferdig. Vis sida på nytt.
allocation-search-stop = Stopp og hald på det beste så langt
allocation-stale =
    { $count ->
        [one] Eitt forslag held ikkje lenger
       *[other] { $count } forslag held ikkje lenger
    }, fordi noko er endra i registeret. Rekn på nytt.
allocation-conflict = Nokon andre endra møtet samtidig. Sida viser det som gjeld no.
allocation-show-names = Vis namn
allocation-hide-names = Skjul namn
allocation-show-alternatives = Vis alternativ
allocation-hide-alternatives = Skjul alternativ
allocation-changes = Dette endra seg
allocation-nothing = ingen bustad
allocation-homes = Bustader
allocation-no-homes = Ingen bustader å tildele
allocation-no-homes-text = Bustader som er ledige, blir klargjorde eller er sagde opp, kjem fram her.
allocation-class = Behovsklasse { $class }
allocation-leaves = flyttar frå { $home }
allocation-step = Steg { $step }
allocation-value = å halde han tilbake kostar { $points } poeng
allocation-held = Blir halden tilbake
allocation-nobody = Ingen er føreslått
allocation-lock = Lås
allocation-forbid = Ikkje denne
allocation-hold = Hald bustaden tilbake
allocation-choose = Vel
allocation-undo = Angre
allocation-alternatives =
    { $count ->
        [one] Eitt alternativ
       *[other] { $count } alternativ
    }
allocation-elsewhere = føreslått til { $home }
allocation-to-clarify = å avklare
allocation-without =
    { $count ->
        [one] Éin husstand står utan bustad
       *[other] { $count } husstandar står utan bustad
    }
allocation-why-no-home = Ingen av bustadene passar.
allocation-why-outranked = Andre husstandar kom føre i alle bustadene som passar.
allocation-why-cap = Grensa er nådd: { $cap }.
allocation-caps = Grenser for spreidd busetjing
allocation-cap = Grense
allocation-used = Brukt
allocation-at-most = Høgst
allocation-one-more = Éin til er verd (poeng)
allocation-reserve = La ein bustad stå til ein bestemt
allocation-reserve-save = La bustaden stå
allocation-pick = Vel
allocation-reason = Grunngiving
allocation-change-cap = Endre ei grense for dette møtet
allocation-limits = Kor mykje kan flyttast
allocation-limits-hint = Tomt felt betyr inga grense.
allocation-moves = Byte i alt
allocation-ring = Husstandar i ein ring
allocation-chain = Husstandar i ei kjede
allocation-solve = Rekn på nytt
allocation-participants = Til stades
allocation-participants-label = Namn; eining; inhabil i søknad
allocation-participants-hint = Ei linje for kvar. Skriv søknadsnummer for dei nokon er inhabile for: Kari Nordmann; Nav; 2026/00417
allocation-participants-save = Lagre kven som er til stades
allocation-stepped-aside = Gjekk frå i { $numbers }.
allocation-close = Vedta og avslutt møtet
allocation-close-text = Forslaga på sida blir tildelingar, og referatet blir låst.
allocation-close-confirm = Vedta fordelinga og avslutte møtet?
allocation-minutes = Referat
allocation-decided = Tildelt
allocation-nothing-decided = Ingen bustader vart tildelte.
allocation-choices = Det møtet bestemte
allocation-closed-by = Avslutta { $day } av { $who }.
allocation-minutes-ends =
    { $without ->
        [one] Éin husstand
       *[other] { $without } husstandar
    } stod utan bustad. Utrekning { $run }, { $score } poeng, Husrom { $program }.
allocation-run = Utrekning { $run } kan etterprøvast:
allocation-chosen-proposed = som føreslått
allocation-chosen-locked = låst av møtet
allocation-chosen-reserved = sett av med grunngiving
allocation-taken-back = angra
allocation-choice-lock = Låst
allocation-choice-forbid = Ikkje denne
allocation-choice-hold = Halden tilbake
allocation-choice-reserve = Sett av
allocation-choice-cap = Endra grense
allocation-problem-past = Møtedagen kan ikkje ha passert.
allocation-problem-whole = Vel både bustad og husstand.
allocation-problem-reason = Skriv kvifor.
allocation-problem-nobody = Skriv kven som er til stades.
allocation-problem-number = Skriv eit heilt tal.
allocation-problem-number-unknown = Ingen søknad i møtet har nummer { $found }.
allocation-problem-stale = Eit forslag held ikkje lenger. Rekn på nytt før møtet blir avslutta.
fit-rules-from = Gjeld frå { $day }.
fit-rules-clauses = Vilkår
fit-rules-clause = Vilkår
fit-rules-demand = Kva det betyr
fit-rules-written = Regelen
fit-rules-points = Poeng
fit-rules-part = Blir gitt for
fit-rules-caps = Grenser for spreidd busetjing
fit-rules-per = Blir talt per
fit-rules-who = Gjeld
fit-rules-from-level = frå { $level }
fit-rules-new = Nye reglar
fit-rules-text = Reglane som tekst
fit-rules-text-hint = Endre teksten og set dagen reglane gjeld frå. Alt som ikkje kan stemme, blir fortalt på éin gong.
fit-rules-save = Lagre reglane
fit-rules-earlier = Reglar som har vore lagra
fit-rules-problem-unreadable = Teksten kan ikkje lesast: { $found }
fit-rules-problem-impossible = Reglane kan ikkje stemme: { $found }
traits-title = Eigenskapar ved bustaden
traits-about = Det nokon har sett. Eit felt utan svar betyr at ingen veit, og tel aldri som nei.
traits-building = Bygget
traits-follow-up = Mest oppfølging som kan givast
traits-pets = Dyr er tillate
traits-entrance = Oppgang
traits-entrance-hint = Til dømes A. Grenser kan gjelde for kvar oppgang.
traits-let-until = Kommunen disponerer bustaden til
traits-let-until-hint = Berre for bustader kommunen sjølv leiger.
traits-seen = Dette har bustaden
traits-unknown = Ikkje kjent
traits-save = Lagre eigenskapane
traits-stale = Nokon andre lagra eigenskapane medan du skreiv. Sjå over og lagre igjen.
apart-title = Skal ikkje bu her
apart-about = Blir brukt når husstanden må skjermast frå nokon, eit bygg eller eit område. Andre ser berre at bustaden ikkje passar, aldri kvifor.
apart-kind = Unna
apart-household = Ein husstand
apart-building = Eit bygg
apart-area = Eit område
apart-other = Kven eller kvar
apart-other-hint = Søknadsnummeret til husstanden (2026/00417), adressa eller namnet på området.
apart-reason-hint = Berre det som trengst. Grunnen blir lagra kryptert.
apart-save = Lagre
apart-end = Gjeld ikkje lenger
apart-problem-other = Skriv kven eller kvar.
apart-problem-reason = Skriv kvifor.
apart-problem-number = Ingen søknad har dette nummeret.
allocation-to-offer = Ventar på tilbod
allocation-offer = Lag tilbod
allocation-offered = Sjå tilbodet
allocation-decide = Til saka: vedtak først
allocation-open-exchange = Opne bytesak
allocation-no-case = Søknaden har inga sak om bustad
allocation-release = Slepp tildelinga
minutes-pdf = Referatet som PDF
minutes-title = Referat frå tildelingsmøtet { $day }
minutes-day = Møtedag
minutes-closed = Avslutta
minutes-closed-by = Avslutta av
minutes-step = Steg
minutes-application = Søknad
minutes-leaves = Flyttar frå
minutes-how = Korleis
minutes-to-clarify = { $number }: må avklarast før tilbodet: { $clauses }.
minutes-nothing-laid-down = Møtet endra ingenting i framlegget.
minutes-basis = Grunnlag
minutes-proven = Inga anna fordeling var betre.
minutes-not-proven = Det var ikkje bevist at inga anna fordeling var betre.
minutes-grounds = Kvifor desse bustadene
minutes-grounds-about = Vilkåra slik dei stod då møtet vart avslutta.
allocation-narrowed = Registeret er så stort at kvar husstand berre er halden mot { $count } bustader: dei i ønskt område og med lågast leige.
