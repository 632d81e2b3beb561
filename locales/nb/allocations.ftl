# Tildeling: hvem som passer hvor, møtet og referatet.

nav-allocations = Tildeling
allocation-about = På tildelingsmøtet ses alle ledige boliger under ett. Programmet foreslår, møtet bestemmer.
allocation-rules = Passregler
allocation-day = Møtedag
allocation-call = Kall inn til møte
allocation-open = Åpent
allocation-closed = Avsluttet
allocation-title = Tildelingsmøte { $day }
allocation-none = Ingen møter ennå
allocation-none-text = Når et møte kalles inn, foreslår programmet hvem som får hvilken bolig.
allocation-back = Tilbake
allocation-fit-about = Vurdert etter reglene som gjelder i dag. Det som passer best, står først.
allocation-fit-none = Ingen å sammenligne med
allocation-fit-none-text = Det er ingen ledige boliger, eller ingen som venter på bolig.
allocation-fit-title = Passer boligen?
allocation-fit-homes = Hvilke boliger passer
allocation-fit-households = Hvem passer her
allocation-fit-proposed = Boligen er foreslått for denne husstanden.
allocation-fit-nobody = Boligen er ikke foreslått for noen.
allocation-change = Det som må til:
allocation-score = { $score } poeng
allocation-score-about = Poengene er en sum av delene under. De avgjør mellom husstander i samme behovsklasse. Plassen på ventelisten teller da gjennom tiden de har ventet.
allocation-home = Bolig
allocation-household = Husstand
allocation-reading = Vurdering
allocation-points = Poeng
allocation-in-the-way = Det første som står i veien
allocation-size =
    { $adults ->
        [one] 1 voksen
       *[other] { $adults } voksne
    }{ $children ->
        [0] {""}
       *[other] , { $children } barn
    }
allocation-place = nr. { $place } på ventelisten
allocation-asked = leier som kan bytte
allocation-free-now = Ledig nå
allocation-free-on = Ledig { $day }
allocation-free-no-day = Dato ikke satt
allocation-freed = Blir ledig ved bytte
allocation-floor = { $floor }. etasje
allocation-lift = heis
allocation-wheelchair = tilpasset rullestol
allocation-summary = { $placed } får bolig, { $moves } bytter, { $without } står uten.
allocation-not-solved = Møtet er ikke regnet ut.
allocation-proven = Ingen annen fordeling er bedre ({ $score } poeng i alt).
allocation-not-proven = Det beste som er funnet så langt ({ $score } poeng).
allocation-at-most-class = Høyst { $best } husstander i behovsklasse { $class } kan få bolig; her får { $found }.
allocation-at-most-score = Ingen fordeling kan gi mer enn { $best } poeng.
allocation-at-least-moves = Ingen like god fordeling har færre enn { $best } bytter; her er det { $found }.
allocation-search = Leter etter den beste fordelingen: { $seconds } av høyst { $longest } sekunder. Det beste som er funnet, står under så snart det er noe.
allocation-search-label = Hvor lenge det er lett
allocation-search-done = Ferdig. Vis siden på nytt.
allocation-search-stop = Stopp og behold det beste så langt
allocation-stale =
    { $count ->
        [one] Ett forslag holder ikke lenger
       *[other] { $count } forslag holder ikke lenger
    }, fordi noe er endret i registeret. Regn på nytt.
allocation-conflict = Noen andre endret møtet samtidig. Siden viser det som gjelder nå.
allocation-show-names = Vis navn
allocation-hide-names = Skjul navn
allocation-show-alternatives = Vis alternativer
allocation-hide-alternatives = Skjul alternativer
allocation-changes = Dette endret seg
allocation-nothing = ingen bolig
allocation-homes = Boliger
allocation-no-homes = Ingen boliger å tildele
allocation-no-homes-text = Boliger som er ledige, klargjøres eller er sagt opp, kommer fram her.
allocation-class = Behovsklasse { $class }
allocation-leaves = flytter fra { $home }
allocation-step = Trinn { $step }
allocation-held = Holdes tilbake
allocation-nobody = Ingen er foreslått
allocation-lock = Lås
allocation-forbid = Ikke denne
allocation-hold = Hold boligen tilbake
allocation-choose = Velg
allocation-undo = Angre
allocation-alternatives =
    { $count ->
        [one] Ett alternativ
       *[other] { $count } alternativer
    }
allocation-elsewhere = foreslått til { $home }
allocation-to-clarify = å avklare
allocation-without =
    { $count ->
        [one] Én husstand står uten bolig
       *[other] { $count } husstander står uten bolig
    }
allocation-why-no-home = Ingen av boligene passer.
allocation-why-outranked = Andre husstander kom foran i boligene som passer.
allocation-why-cap = Grensen er nådd: { $cap }.
allocation-caps = Grenser for spredt bosetting
allocation-cap = Grense
allocation-used = Brukt
allocation-at-most = Høyst
allocation-reserve = La en bolig stå til en bestemt
allocation-reserve-save = La boligen stå
allocation-pick = Velg
allocation-reason = Begrunnelse
allocation-change-cap = Endre en grense for dette møtet
allocation-limits = Hvor mye kan flyttes
allocation-limits-hint = Tomt felt betyr ingen grense.
allocation-moves = Bytter i alt
allocation-ring = Husstander i en ring
allocation-chain = Husstander i en kjede
allocation-solve = Regn på nytt
allocation-participants = Til stede
allocation-participants-label = Navn; enhet; inhabil i søknad
allocation-participants-hint = En linje for hver. Skriv søknadsnummer for dem noen er inhabile for: Kari Nordmann; Nav; 2026/00417
allocation-participants-save = Lagre hvem som er til stede
allocation-stepped-aside = Fratrådte i { $numbers }.
allocation-close = Vedta og avslutt møtet
allocation-close-text = Forslagene på siden blir tildelinger, og referatet låses.
allocation-close-confirm = Vedta fordelingen og avslutte møtet?
allocation-minutes = Referat
allocation-decided = Tildelt
allocation-nothing-decided = Ingen boliger ble tildelt.
allocation-choices = Det møtet bestemte
allocation-closed-by = Avsluttet { $day } av { $who }.
allocation-minutes-ends =
    { $without ->
        [one] Én husstand
       *[other] { $without } husstander
    } sto uten bolig. Utregning { $run }, { $score } poeng, Husrom { $program }.
allocation-run = Utregning { $run } (Husrom { $program }) kan etterprøves: samme program gir samme svar på samme fil, tegn for tegn.
allocation-run-not-proven = Utregning { $run } (Husrom { $program }) er ikke bevist og kan ikke gjentas tegn for tegn. Det kan etterprøves at svaret er mulig og hvor mange poeng det gir.
allocation-chosen-proposed = som foreslått
allocation-chosen-locked = låst av møtet
allocation-chosen-reserved = satt av med begrunnelse
allocation-taken-back = angret
allocation-choice-lock = Låst
allocation-choice-forbid = Ikke denne
allocation-choice-hold = Holdt tilbake
allocation-choice-reserve = Satt av
allocation-choice-cap = Endret grense
allocation-problem-past = Møtedagen kan ikke ha passert.
allocation-problem-whole = Velg både bolig og husstand.
allocation-problem-reason = Skriv hvorfor.
allocation-problem-nobody = Skriv hvem som er til stede.
allocation-problem-number = Skriv et helt tall.
allocation-problem-number-unknown = Ingen søknad i møtet har nummer { $found }.
allocation-problem-stale = Et forslag holder ikke lenger. Regn på nytt før møtet avsluttes.
fit-rules-from = Gjelder fra { $day }.
fit-rules-clauses = Vilkår
fit-rules-clause = Vilkår
fit-rules-demand = Hva det betyr
fit-rules-written = Regelen
fit-rules-points = Poeng
fit-rules-part = Gis for
fit-rules-caps = Grenser for spredt bosetting
fit-rules-per = Telles per
fit-rules-who = Gjelder
fit-rules-from-level = fra { $level }
fit-rules-save = Lagre reglene
fit-rules-earlier = Regler som har vært lagret
fit-rules-change = Endre reglene
fit-rules-details = Nærmere bestemt
fit-rules-left-out = Dette ses det ikke på: { $clauses }.
fit-rules-no-caps = Ingen grenser.
fit-rules-moves = Bytter og flyttinger
fit-rules-no-limit = Ingen grense
fit-rules-nobody-asked = Ingen spørres
fit-rules-points-waited = { $points } i måneden, høyst { $months } måneder
fit-rules-points-low-rent = { $points } når leia er høyst { $percent } % av inntekten
fit-rules-form-title = Nye regler for hva som passer
fit-rules-form-text = Sett hake ved det som skal ses på. Med samme dato som regler som finnes, blir dette en ny utgave av dem. Ingenting lagres før du velger å lagre.
fit-rules-preview = Se hva det fører til
fit-rules-about = Om reglene
fit-rules-looked-at = Dette ses det på
fit-rules-cap-holds = Grensen gjelder
fit-rules-cap = Grense: { $name }
fit-rules-cap-new = Grense { $number }
fit-rules-no-level = Nivået teller ikke
fit-rules-unit-points = poeng
fit-rules-unit-percent = % av inntekten
fit-rules-unit-rooms = rom
fit-rules-unit-households = husstander
fit-rules-field-open-questions = Når noe må avklares
fit-rules-field-lease-ends-within-months = Leietakere spørres også når kontrakten går ut innen (tom: ingen)
fit-rules-field-rooms-contact-children = Barn på samvær
fit-rules-field-rooms-spare-rooms = Så mange rom mer enn romnormen går an
fit-rules-field-rent-most-percent = Leia kan høyst være
fit-rules-field-follow-up-staffed-from = Oppfølging trenger bemannet bolig fra
fit-rules-field-category-for-everybody = Åpne for alle det ikke er bestemt noe særskilt for
fit-rules-field-score-fits = Boligen kan foreslås
fit-rules-field-score-right-size = Ikke større enn nødvendig
fit-rules-field-score-access = Tilpasset bolig der det trengs, og ellers ikke
fit-rules-field-score-wished-area = Ønsket område
fit-rules-field-score-staffing = Bemannet bolig der det trengs, og ellers ikke
fit-rules-field-score-settled = Ingenting å avklare
fit-rules-field-score-low-rent = Leie de har god råd til
fit-rules-field-score-low-rent-percent = God råd er når leia er høyst
fit-rules-field-score-per-month-waited = For hver hele måned ventet
fit-rules-field-score-most-months = Høyst så mange måneder
fit-rules-field-score-frees-rooms = Leietaker som frigjør en større bolig
fit-rules-field-score-no-longer-crowded = Leietaker som ikke lenger bor trangt
fit-rules-field-moves-moves = Leietakere som flytter i ett møte, høyst (tom: ingen grense)
fit-rules-field-moves-ring = Leietakere som bytter bolig med hverandre, høyst
fit-rules-field-moves-chain = Leietakere som flytter etter hverandre, høyst
fit-rules-field-cap-name = Navn på grensen
fit-rules-field-cap-groups = Teller målgruppene
fit-rules-field-cap-follow-up-from = Teller også oppfølging fra
fit-rules-problem-unnamed = Gi grensen et navn.
fit-rules-problem-named-twice = En annen grense har det navnet.
fit-rules-problem-counts-nobody = Velg målgrupper, eller fra hvilken oppfølging det skal telles.
fit-rules-effects-title = Hva det fører til
fit-rules-effects-text = { $households } husstander på ventelisten er prøvd mot { $homes } boliger som kan gis. I dag passer { $before } av parene eller må avklares; med reglene i skjemaet { $after }.
fit-rules-effects-stopped = Passer ikke lenger
fit-rules-effects-stopped-note = par av husstand og bolig
fit-rules-effects-let-in = Kommer til å passe
fit-rules-effects-let-in-note = par av husstand og bolig
fit-rules-effects-without = Ingen bolig passer
fit-rules-effects-without-note = husstander som ikke kan få noen av boligene
fit-rules-effects-none = Ingen får et annet svar. Poengene kan likevel bli andre.
traits-title = Egenskaper ved boligen
traits-about = Det noen har sett. Et felt uten svar betyr at ingen vet, og teller aldri som nei.
traits-building = Bygget
traits-follow-up = Mest oppfølging som kan gis
traits-pets = Dyr er tillatt
traits-entrance = Oppgang
traits-entrance-hint = For eksempel A. Grenser kan gjelde for hver oppgang.
traits-let-until = Kommunen disponerer boligen til
traits-let-until-hint = Bare for boliger kommunen selv leier.
traits-seen = Dette har boligen
traits-unknown = Ikke kjent
traits-save = Lagre egenskapene
traits-stale = Noen andre lagret egenskapene mens du skrev. Se over og lagre igjen.
apart-title = Skal ikke bo her
apart-about = Brukes når husstanden må skjermes fra noen, et bygg eller et område. Andre ser bare at boligen ikke passer, aldri hvorfor.
apart-kind = Unna
apart-household = En husstand
apart-building = Et bygg
apart-area = Et område
apart-other = Hvem eller hvor
apart-other-hint = Husstandens søknadsnummer (2026/00417), adressen eller områdets navn.
apart-reason-hint = Bare det som trengs. Grunnen lagres kryptert.
apart-save = Lagre
apart-end = Gjelder ikke lenger
apart-problem-other = Skriv hvem eller hvor.
apart-problem-reason = Skriv hvorfor.
apart-problem-number = Ingen søknad har dette nummeret.
allocation-to-offer = Venter på tilbud
allocation-offer = Lag tilbud
allocation-offered = Se tilbudet
allocation-decide = Til saken: vedtak først
allocation-open-exchange = Åpne byttesak
allocation-no-case = Søknaden har ingen sak om bolig
allocation-release = Slipp tildelingen
minutes-pdf = Referatet som PDF
minutes-title = Referat fra tildelingsmøtet { $day }
minutes-day = Møtedag
minutes-closed = Avsluttet
minutes-closed-by = Avsluttet av
minutes-step = Trinn
minutes-application = Søknad
minutes-leaves = Flytter fra
minutes-how = Hvordan
minutes-to-clarify = { $number }: avklares før tilbudet: { $clauses }.
minutes-nothing-laid-down = Møtet endret ingenting i forslaget.
minutes-basis = Grunnlag
minutes-proven = Ingen annen fordeling var bedre.
minutes-not-proven = Det var ikke bevist at ingen annen fordeling var bedre. Utregningen kan ikke gjentas tegn for tegn.
minutes-grounds = Hvorfor disse boligene
minutes-grounds-about = Vilkårene slik de sto da møtet ble avsluttet.
allocation-narrowed = Registeret er så stort at hver husstand bare er holdt mot { $count } boliger: de i ønsket område og med lavest leie.
allocation-lived-in = Bebodd: ledig bare ved bytte
met-open = I møtet { $day }, som er åpent
met-closed = I møtet { $day }
met-about = Boligene som kunne foreslås for husstanden, og det møtet gjør med dem.
met-does-not-fit = Reglene lot ikke boligen foreslås for husstanden. Vilkårene under sier hvorfor.
met-held-back = Møtet holder boligen tilbake, og ingen får den nå.
met-forbidden = Møtet har bestemt at husstanden ikke får denne boligen.
met-set-aside = Møtet har satt av boligen til en annen husstand.
met-elsewhere = Husstanden er satt opp på en annen bolig: { $home }.
met-cap-full = Grensen for spredt bosetting er nådd: { $cap }.
met-moves-used = Det flytter alt så mange leietakere som møtet tillater.
met-lived-in = Den som bor i boligen, blir boende.
allocation-one-more = Én til er verdt inntil (poeng)
allocation-cap-passed = { $today } bor der i dag: ingen flere slipper inn
prices-title = Hva det er verdt
prices-about = Fordelingen er regnet ut på nytt for hver linje: uten boligen, eller med én mer innenfor grensen. Forskjellen fra møtets fordeling står i husstander og i poeng.
prices-not-proven = Møtets fordeling er ikke bevist å være den beste. Da er det ingenting sikkert å sammenligne med.
prices-back = Til møtet
prices-homes = Boligene
prices-state = I møtet
prices-given = Foreslått
prices-held-back = Holdes den tilbake
prices-limits = Grensene
prices-one-more = Med én til
prices-cap = høyst { $most }, { $today } bor der i dag
prices-cap-passed = høyst { $most }, men { $today } bor der i dag, og ingen flere slipper inn før de er færre
prices-moves = Leietakere som flytter
prices-moves-most = høyst { $count }
prices-ask = Regn ut
prices-nothing = Ingen forskjell
prices-class-more =
    { $count ->
        [one] én husstand til
       *[other] { $count } husstander til
    } i behovsklasse { $class }
prices-class-fewer =
    { $count ->
        [one] én husstand færre
       *[other] { $count } husstander færre
    } i behovsklasse { $class }
prices-points-more = { $points } poeng mer
prices-points-fewer = { $points } poeng mindre
