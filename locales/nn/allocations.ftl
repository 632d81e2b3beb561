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
allocation-change = Det som må til:
allocation-score = { $score } poeng
allocation-score-about = Poenga er ein sum av delane under. Dei avgjer mellom husstandar i same behovsklasse. Plassen på ventelista tel då gjennom tida dei har venta.
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
allocation-why-outranked = Andre husstandar kom føre i bustadene som passar.
allocation-why-cap = Grensa er nådd: { $cap }.
allocation-caps = Grenser for spreidd busetjing
allocation-cap = Grense
allocation-used = Brukt
allocation-at-most = Høgst
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
allocation-run = Utrekning { $run } (Husrom { $program }) kan etterprøvast: same program gir same svar på same fil, teikn for teikn.
allocation-run-not-proven = Utrekning { $run } (Husrom { $program }) er ikkje bevist og kan ikkje gjentakast teikn for teikn. Det kan etterprøvast at svaret er mogleg og kor mange poeng det gir.
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
fit-rules-save = Lagre reglane
fit-rules-earlier = Reglar som har vore lagra
fit-rules-change = Endre reglane
fit-rules-details = Nærare bestemt
fit-rules-left-out = Dette ser ein ikkje på: { $clauses }.
fit-rules-no-caps = Ingen grenser.
fit-rules-moves = Byte og flyttingar
fit-rules-no-limit = Inga grense
fit-rules-nobody-asked = Ingen blir spurde
fit-rules-points-waited = { $points } i månaden, høgst { $months } månader
fit-rules-points-low-rent = { $points } når leiga er høgst { $percent } % av inntekta
fit-rules-form-title = Nye reglar for kva som passar
fit-rules-form-text = Set hake ved det som skal sjåast på. Med same dato som reglar som finst, blir dette ei ny utgåve av dei. Ingenting blir lagra før du vel å lagre.
fit-rules-preview = Sjå kva det fører til
fit-rules-about = Om reglane
fit-rules-looked-at = Dette ser ein på
fit-rules-cap-holds = Grensa gjeld
fit-rules-cap = Grense: { $name }
fit-rules-cap-new = Grense { $number }
fit-rules-no-level = Nivået tel ikkje
fit-rules-unit-points = poeng
fit-rules-unit-percent = % av inntekta
fit-rules-unit-rooms = rom
fit-rules-unit-households = husstandar
fit-rules-field-open-questions = Når noko må avklarast
fit-rules-field-lease-ends-within-months = Leigetakarar blir òg spurde når kontrakten går ut innan (tom: ingen)
fit-rules-field-rooms-contact-children = Barn på samvær
fit-rules-field-rooms-spare-rooms = Så mange rom meir enn romnorma går an
fit-rules-field-rent-most-percent = Leiga kan høgst vere
fit-rules-field-follow-up-staffed-from = Oppfølging treng bemanna bustad frå
fit-rules-field-category-for-everybody = Opne for alle det ikkje er bestemt noko særskilt for
fit-rules-field-score-fits = Bustaden kan bli foreslått
fit-rules-field-score-right-size = Ikkje større enn nødvendig
fit-rules-field-score-access = Tilpassa bustad der det trengst, og elles ikkje
fit-rules-field-score-wished-area = Ønskt område
fit-rules-field-score-staffing = Bemanna bustad der det trengst, og elles ikkje
fit-rules-field-score-settled = Ingenting å avklare
fit-rules-field-score-low-rent = Leige dei har god råd til
fit-rules-field-score-low-rent-percent = God råd er når leiga er høgst
fit-rules-field-score-per-month-waited = For kvar heile månad dei har venta
fit-rules-field-score-most-months = Høgst så mange månader
fit-rules-field-score-frees-rooms = Leigetakar som frigjer ein større bustad
fit-rules-field-score-no-longer-crowded = Leigetakar som ikkje lenger bur trongt
fit-rules-field-moves-moves = Leigetakarar som flyttar i eitt møte, høgst (tom: inga grense)
fit-rules-field-moves-ring = Leigetakarar som byter bustad med kvarandre, høgst
fit-rules-field-moves-chain = Leigetakarar som flyttar etter kvarandre, høgst
fit-rules-field-cap-name = Namn på grensa
fit-rules-field-cap-groups = Tel målgruppene
fit-rules-field-cap-follow-up-from = Tel òg oppfølging frå
fit-rules-problem-unnamed = Gi grensa eit namn.
fit-rules-problem-named-twice = Ei anna grense har det namnet.
fit-rules-problem-counts-nobody = Vel målgrupper, eller frå kva oppfølging det skal teljast.
fit-rules-effects-title = Kva det fører til
fit-rules-effects-text = { $households } husstandar på ventelista er prøvde mot { $homes } bustader som kan givast. I dag passar { $before } av para eller må avklarast; med reglane i skjemaet { $after }.
fit-rules-effects-stopped = Passar ikkje lenger
fit-rules-effects-stopped-note = par av husstand og bustad
fit-rules-effects-let-in = Kjem til å passe
fit-rules-effects-let-in-note = par av husstand og bustad
fit-rules-effects-without = Ingen bustad passar
fit-rules-effects-without-note = husstandar som ikkje kan få nokon av bustadene
fit-rules-effects-none = Ingen får eit anna svar. Poenga kan likevel bli andre.
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
minutes-not-proven = Det var ikkje bevist at inga anna fordeling var betre. Utrekninga kan ikkje gjentakast teikn for teikn.
minutes-grounds = Kvifor desse bustadene
minutes-grounds-about = Vilkåra slik dei stod då møtet vart avslutta.
allocation-narrowed = Registeret er så stort at kvar husstand berre er halden mot { $count } bustader: dei i ønskt område og med lågast leige.
allocation-lived-in = Budd i: ledig berre ved byte
met-open = I møtet { $day }, som er ope
met-closed = I møtet { $day }
met-about = Bustadene som kunne foreslåast for husstanden, og det møtet gjer med dei.
met-does-not-fit = Reglane lét ikkje bustaden foreslåast for husstanden. Vilkåra under seier kvifor.
met-held-back = Møtet held bustaden tilbake, og ingen får han no.
met-forbidden = Møtet har bestemt at husstanden ikkje får denne bustaden.
met-set-aside = Møtet har sett av bustaden til ein annan husstand.
met-elsewhere = Husstanden er sett opp på ein annan bustad: { $home }.
met-cap-full = Grensa for spreidd busetjing er nådd: { $cap }.
met-moves-used = Det flyttar alt så mange leigetakarar som møtet tillèt.
met-lived-in = Den som bur i bustaden, blir buande.
allocation-one-more = Éin til er verdt inntil (poeng)
allocation-cap-passed = { $today } bur der i dag: ingen fleire slepp inn
prices-title = Kva det er verdt
prices-about = Fordelinga er rekna ut på nytt for kvar linje: utan bustaden, eller med éin meir innanfor grensa. Skilnaden frå fordelinga i møtet står i husstandar og i poeng.
prices-not-proven = Fordelinga i møtet er ikkje bevist å vere den beste. Då er det ingenting sikkert å samanlikne med.
prices-back = Til møtet
prices-homes = Bustadene
prices-state = I møtet
prices-given = Foreslått
prices-held-back = Blir han halden tilbake
prices-limits = Grensene
prices-one-more = Med éin til
prices-cap = høgst { $most }, { $today } bur der i dag
prices-cap-passed = høgst { $most }, men { $today } bur der i dag, og ingen fleire slepp inn før dei er færre
prices-moves = Leigetakarar som flyttar
prices-moves-most = høgst { $count }
prices-ask = Rekn ut
prices-nothing = Ingen skilnad
prices-class-more =
    { $count ->
        [one] éin husstand til
       *[other] { $count } husstandar til
    } i behovsklasse { $class }
prices-class-fewer =
    { $count ->
        [one] éin husstand færre
       *[other] { $count } husstandar færre
    } i behovsklasse { $class }
prices-points-more = { $points } poeng meir
prices-points-fewer = { $points } poeng mindre
