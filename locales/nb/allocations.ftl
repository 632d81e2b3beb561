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
allocation-in-the-meeting = I møtet:
allocation-change = Det som må til:
allocation-score = { $score } poeng
allocation-score-about = Poengene er en sum av delene under. De avgjør bare mellom dem som står likt på ventelisten.
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
allocation-value = å holde den tilbake koster { $points } poeng
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
allocation-why-outranked = Andre husstander kom foran i alle boligene som passer.
allocation-why-cap = Grensen er nådd: { $cap }.
allocation-caps = Grenser for spredt bosetting
allocation-cap = Grense
allocation-used = Brukt
allocation-at-most = Høyst
allocation-one-more = Én til er verdt (poeng)
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
allocation-run = Utregning { $run } kan etterprøves:
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
fit-rules-new = Nye regler
fit-rules-text = Reglene som tekst
fit-rules-text-hint = Endre teksten og sett dagen reglene gjelder fra. Alt som ikke kan stemme, blir fortalt på én gang.
fit-rules-save = Lagre reglene
fit-rules-earlier = Regler som har vært lagret
fit-rules-problem-unreadable = Teksten kan ikke leses: { $found }
fit-rules-problem-impossible = Reglene kan ikke stemme: { $found }
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
minutes-not-proven = Det var ikke bevist at ingen annen fordeling var bedre.
minutes-grounds = Hvorfor disse boligene
minutes-grounds-about = Vilkårene slik de sto da møtet ble avsluttet.
allocation-narrowed = Registeret er så stort at hver husstand bare er holdt mot { $count } boliger: de i ønsket område og med lavest leie.
