# Names of the codes in the register. The key is the name of the list and the code, as `text_key` writes it.

## Boligkategori

category-ord = Ordinær utleiebolig
category-oms = Omsorgsbolig
category-bof = Bofellesskap
category-fly = Flyktningbolig
category-sma = Småhus
category-avk = Avklaringsbolig
category-aku = Akuttbolig
category-gje = Gjennomgangsbolig
category-try = Trygdebolig
category-per = Personalbolig

## Boligstatus

dwelling-status-utleid = Utleid
dwelling-status-oppsagt = Oppsagt, skal flyttes ut av
dwelling-status-klargjores = Klargjøres for neste leier
dwelling-status-ledig = Ledig
dwelling-status-reservert = Reservert
dwelling-status-rehab = Rehabiliteres, ute av drift
dwelling-status-salg = Skal selges
dwelling-status-sperret = Sperret
dwelling-status-avhendet = Solgt, revet eller utgått

## Disposisjonsform

disposal-eid = Eid av kommunen
disposal-innleid = Innleid for framleie
disposal-tildeling = Privat eid, kommunen tildeler
disposal-brukereid = Brukereid, kommunen bestemmer kjøper
disposal-tilvisning = Tilvisningsavtale
disposal-stiftelse = Boligstiftelse eller boligselskap

## Romkategori

rooms-0 = Hybel
rooms-1 = 1-roms
rooms-2 = 2-roms
rooms-3 = 3-roms
rooms-4 = 4-roms
rooms-5 = 5-roms eller større

## Søknadstype

application-kind-ny = Ny søknad
application-kind-bytte = Bytte av bolig
application-kind-forl = Forlengelse
application-kind-opptak = Nytt husstandsmedlem
application-kind-oms = Omsorgsbolig
application-kind-bosl = Bistand etter boligsosialloven

## Søknadsstatus

application-status-mottatt = Mottatt
application-status-mangler = Venter på dokumentasjon
application-status-videresendt = Oversendt rett enhet
application-status-kartlegges = Under behandling
application-status-tilteam = Hos tildelingsteamet
application-status-vedtatt-ja = Innvilget
application-status-vedtatt-nei = Avslått
application-status-avvist = Avvist
application-status-venteliste = Innvilget, venter på bolig
application-status-tilbud = Har fått tilbud om bolig
application-status-takketnei = Takket nei til tilbud
application-status-kontrakt = Har fått bolig
application-status-trukket = Trukket
application-status-bortfalt = Vedtaket er falt bort
application-status-klage = Klage til behandling

## Boligsituasjon

situation-ute = Mangler et sted å sove i natt
situation-akuttov = Akutt overnatting eller natthjem
situation-midl = Midlertidig botilbud
situation-krise = Krisesenter
situation-fengsel2 = Løslates fra fengsel innen to måneder uten bolig
situation-inst2 = Skrives ut fra institusjon innen to måneder uten bolig
situation-venner = Bor midlertidig hos venner eller slekt
situation-mottak = Asylmottak, ikke bosatt innen fristen
situation-begjaert = Begjært utkastet eller tvangssolgt
situation-ugyldig = Uten gyldig leiekontrakt
situation-utlop = Leiekontrakten går ut
situation-boutgift = For høye boutgifter
situation-darlig = Dårlig standard
situation-utilpasset = Boligen er ikke tilpasset
situation-trangt = Bor for trangt
situation-foreldre = Bor hos foreldre mot eget ønske
situation-belastet = Belastet bomiljø
situation-kommunal = Bor i kommunal bolig
situation-privleie = Leier privat, tilfredsstillende
situation-eier = Eier, tilfredsstillende
situation-parorende = Bor varig hos nære pårørende

## Målgruppe

target-group-okon = Økonomisk vanskeligstilt
target-group-flykt = Flyktning
target-group-fysisk = Fysisk funksjonsnedsettelse
target-group-utvh = Utviklingshemming
target-group-psyk = Psykisk lidelse
target-group-rus = Rusavhengighet
target-group-rop = Rus og psykisk lidelse (ROP)
target-group-sosial = Sosialt vanskeligstilt
target-group-annenf = Annen funksjonsnedsettelse
target-group-eldre = Eldre med nedsatt funksjon
target-group-ung = Ung med sammensatte behov
target-group-akutt = Akutt bolignød
target-group-ingen = Ingen målgruppe registrert

## Rolle i husstanden

member-role-hoved = Hovedperson
member-role-partner = Ektefelle eller samboer
member-role-barn = Barn
member-role-samvaer = Barn med samvær
member-role-voksen = Annen voksen

## Adressebeskyttelse

protection-ugradert = Ugradert
protection-fortrolig = Fortrolig adresse (kode 7)
protection-strengt = Strengt fortrolig adresse (kode 6)
protection-strengt-utland = Strengt fortrolig adresse, utland

## Kontrakttype

lease-kind-tidsb = Tidsbestemt
lease-kind-tidsu = Tidsubestemt
lease-kind-midl = Midlertidig botilbud
lease-kind-prove = Avklaring, kort kontrakt
lease-kind-framleie = Framleie av innleid bolig
lease-kind-leietileie = Leie før eie
lease-kind-spesial = Særvilkår etter husleieloven § 11-1

## Når leiekontrakten går ut

lease-window-m3 = Går ut innen 3 måneder
lease-window-m6 = Går ut om 3–6 måneder
lease-window-m9 = Går ut om 6–9 måneder
lease-window-m12 = Går ut om 9–12 måneder

## Utflyttingsgrunn

move-out-reason-eie = Kjøpte egen bolig
move-out-reason-eie-kom = Kjøpte kommunal bolig
move-out-reason-leie = Leier privat
move-out-reason-bytte = Byttet kommunal bolig
move-out-reason-omsorg = Flyttet til omsorgsbolig eller institusjon
move-out-reason-flyttet = Flyttet fra kommunen
move-out-reason-samboer = Flyttet sammen med andre
move-out-reason-ikkeforl = Kontrakten ble ikke forlenget
move-out-reason-utkast = Utkastelse
move-out-reason-fengsel = Fengsel
move-out-reason-dod = Død
move-out-reason-ukjent = Ukjent

## Innkreving

collection-step-0 = Ikke purret
collection-step-1 = Første purring
collection-step-2 = Andre purring
collection-step-ink = Inkasso

## Alder på restansen

arrears-age-ikke-forfalt = Ikke forfalt
arrears-age-til-30 = 1–30 dager
arrears-age-til-60 = 31–60 dager
arrears-age-til-90 = 61–90 dager
arrears-age-over-90 = Over 90 dager

## Tomgangstid

vacancy-length-til-30 = Inntil 30 dager
vacancy-length-til-90 = 31–90 dager
vacancy-length-til-180 = 91–180 dager
vacancy-length-til-365 = 181–365 dager
vacancy-length-over-365 = Over ett år

## Vedtakstype

decision-kind-bsl-bistand = Bistand etter boligsosialloven
decision-kind-komm-bolig = Kommunal bolig
decision-kind-komm-bolig-forlengelse = Forlengelse av leie i kommunal bolig
decision-kind-tilbud-konkret = Tilbud om en bestemt bolig
decision-kind-nav-midl-botilbud = Midlertidig botilbud
decision-kind-nav-raad = Råd og veiledning
decision-kind-heldogn-omsorg = Sykehjem eller bolig med heldøgns omsorg
decision-kind-startlaan = Startlån
decision-kind-boligtilskudd = Boligtilskudd
decision-kind-bostotte = Bostøtte
decision-kind-partsinnsyn-avslag = Avslag på partsinnsyn
decision-kind-offl-innsyn-avslag = Avslag på innsyn etter offentleglova
decision-kind-klage-avvist-komm = Avvisning av klage
decision-kind-sakskostnader = Sakskostnader

## Utfall av vedtak

decision-outcome-innvilget = Innvilget
decision-outcome-avslag = Avslag
decision-outcome-delvis = Delvis innvilget
decision-outcome-forlenget = Forlenget
decision-outcome-avvist = Avvist
decision-outcome-trukket = Trukket
decision-outcome-omgjort = Omgjort

## Klageinstans

appeal-body-statsforvalter = Statsforvalteren
appeal-body-klagenemnd = Kommunens klagenemnd
appeal-body-husbanken = Husbankens klageordning
appeal-body-som-hovedvedtaket = Samme klageinstans som hovedvedtaket

## Om vedtaket kan påklages

appealable-ja = Kan påklages
appealable-uegnet = Kan påklages når tilbudet er klart uegnet
appealable-loven = Kan påklages når loven åpner for det

## Oppfølgingstype

follow-up-kind-okveil = Økonomisk veiledning
follow-up-kind-boinorge = Hvordan bo i Norge
follow-up-kind-renhold = Renhold
follow-up-kind-vedl = Vedlikehold
follow-up-kind-ern = Ernæring
follow-up-kind-sykmest = Sykdomsmestring
follow-up-kind-vedtakoppf = Oppfølging av tildelingsvedtaket
follow-up-kind-koord = Koordinering av hjelpetiltak
follow-up-kind-syssel = Sysselsetting
follow-up-kind-motiv = Motivering til større egeninnsats
follow-up-kind-botrening = Praktisk botrening
follow-up-kind-sostren = Sosial trening
follow-up-kind-nettv = Nettverksbygging
follow-up-kind-matplan = Innkjøp, meny og ukeplan
follow-up-kind-nabo = Nabo- og bomiljøarbeid

## Krav til vedtaksbrevet

letter-block-decision = Vedtaket
letter-block-reasons = Begrunnelsen
letter-block-benefit-terms = Hva som gis, fra når, hvor lenge og på hvilke vilkår
letter-block-main-content = Hovedinnholdet i hjelpen
letter-block-right-to-appeal = Retten til å klage
letter-block-appeal-deadline = Klagefristen
letter-block-appeal-body = Klageinstansen
letter-block-appeal-procedure = Hvordan man klager
letter-block-access-to-documents = Retten til å se dokumentene i saken
letter-block-deferred-implementation = Retten til å be om utsatt iverksetting
letter-block-advice-and-court = Rettshjelp, veiledning, kostnader og søksmål
letter-block-contact = Hvordan man når oss
letter-block-case-handler = Saksbehandlerens navn
letter-block-responsible-person = Navnet på den som er ansvarlig
letter-block-automated-decision = Om automatisert avgjørelse og manuell overprøving
letter-block-lapses-if-facts-change = At vedtaket faller bort om forholdene endrer seg

## Mangler ved klagen

appeal-defect-ikke-signert = Ikke underskrevet
appeal-defect-vedtak-ikke-nevnt = Sier ikke hvilket vedtak det klages på
appeal-defect-endring-ikke-nevnt = Sier ikke hva som ønskes endret
appeal-defect-fullmakt-mangler = Fullmakt mangler

## Grunn til å behandle en sen klage

late-ground-kan-ikke-lastes = Kan ikke lastes for at fristen ble oversittet
late-ground-sarlige-grunner = Særlige grunner gjør det rimelig

## Ny vurdering av eget vedtak

reconsideration-medhold = Medhold
reconsideration-delvis-medhold = Delvis medhold
reconsideration-opprettholdt = Vedtaket opprettholdes

## Klageinstansens avgjørelse

appeal-result-stadfestet = Stadfestet
appeal-result-endret = Endret
appeal-result-endret-til-skade = Endret til skade for klageren
appeal-result-opphevet = Opphevet
appeal-result-avvist = Avvist

## Unntak fra alder

age-exception-omsorg-barn = Har daglig omsorg for barn
age-exception-ettervern = Ettervern fra barnevernet
age-exception-saerlig-grunn = Annen særlig grunn

## Unntak fra botid

time-exception-flyktning = Bosatt flyktning etter avtale
time-exception-tilknytning = Annen tilknytning til kommunen
time-exception-vold = Flyttet hit på grunn av vold eller trusler
time-exception-institusjon = Var borte i institusjon eller fengsel

## Opphold i Norge

stay-basis-norsk = Norsk statsborger
stay-basis-nordisk = Nordisk statsborger
stay-basis-eos = EØS-borger med oppholdsrett
stay-basis-permanent = Permanent oppholdstillatelse
stay-basis-beskyttelse = Beskyttelse (flyktning)
stay-basis-midlertidig = Midlertidig oppholdstillatelse
stay-basis-sokt = Har søkt, ikke avgjort
stay-basis-ingen = Uten tillatelse

## Inntektens art

income-basis-brutto = Før skatt
income-basis-netto = Etter skatt

## Kjøp av egen bolig

purchase-ikke-mulig = Kan ikke kjøpe nå
purchase-mulig = Kan kjøpe med startlån eller tilskudd

## Vilkår

ground-alder = Alder
ground-botid = Botid i kommunen
ground-opphold = Lovlig opphold
ground-egnet = Uten egnet bolig
ground-inntekt = Inntekt
ground-formue = Formue
ground-mislighold = Skylder ikke kommunen
ground-karantene = Ikke i karantene
ground-startlan = Kan ikke kjøpe selv
ground-maalgr = I målgruppen
ground-egeninnsats = Egen innsats

## Svar på et vilkår

answer-oppfylt = Oppfylt
answer-ikke-oppfylt = Ikke oppfylt
answer-skjonn = Må vurderes
answer-mangler = Opplysning mangler

## Opplysninger i et vilkår

fact-alder = Alder
fact-minste-alder = Aldersgrense
fact-unntak-alder = Unntak fra aldersgrensen
fact-bodd-siden = Bodd i kommunen siden
fact-minste-botid = Krav til botid
fact-unntak-botid = Unntak fra botid
fact-opphold = Oppholdsgrunnlag
fact-opphold-til = Opphold til og med
fact-situasjon = Boligsituasjon
fact-leiekontrakt-til = Leiekontrakt til og med
fact-kontrakt-rest = Regnes som uten bolig når kontrakten har mindre igjen enn
fact-husstand = Husstand (voksne+barn)
fact-inntekt = Inntekt i året
fact-inntekt-art = Inntekt slik regelen teller den
fact-inntektsgrense = Grense for husstanden
fact-formue = Formue
fact-formuesgrense = Formuesgrense
fact-skyldig-lan = Misligholdt lån fra kommunen
fact-skyldig-husleie = Skyldig husleie
fact-skyldig-annet = Annet skyldig til kommunen
fact-utkastet = Siste utkastelse
fact-karantene-til = Karantenen er over
fact-kjop = Kjøp med startlån eller tilskudd

## Hva vilkårene sier samlet

reading-kan-innvilges = Kan innvilges etter reglene
reading-vilkar-mangler = Et vilkår er ikke oppfylt
reading-skjonn = Noe må vurderes
reading-opplysninger-mangler = Opplysninger mangler

## Oppfølgingsnivå

follow-up-level-0 = Ingen
follow-up-level-1 = Råd og veiledning ved behov
follow-up-level-2 = Lett booppfølging, ukentlig
follow-up-level-3 = Middels, flere ganger i uken
follow-up-level-4 = Tett, daglig
follow-up-level-5 = Heldøgns bemanning

## Boevne

skill-domain-ok = Økonomi og husleie
skill-domain-ren = Renhold og orden
skill-domain-ved = Bruk og vedlikehold av boligen
skill-domain-mat = Kosthold og innkjøp
skill-domain-hel = Helse og medisiner
skill-domain-rus = Rus i boforholdet
skill-domain-bes = Styre besøk
skill-domain-nab = Naboforhold og husordensregler
skill-domain-sos = Nettverk og isolasjon
skill-domain-dog = Døgnrytme og aktivitet
skill-domain-kom = Kontakt med hjelpeapparatet
skill-domain-bar = Omsorg for barn i hjemmet

## Skala for boevne

skill-rating-1 = 1 Klarer selv
skill-rating-2 = 2 Trenger påminning
skill-rating-3 = 3 Trenger noe hjelp
skill-rating-4 = 4 Trenger mye hjelp
skill-rating-5 = 5 Fullt bistandsbehov
skill-rating-9 = 9 Ikke vurdert

## Bohistorikk

stay-kind-eid = Eid bolig
stay-kind-priv = Privat leid
stay-kind-kom = Kommunal leid
stay-kind-foreldre = Foreldrehjem
stay-kind-inst = Institusjon eller behandling
stay-kind-fengsel = Fengsel
stay-kind-midl = Midlertidig eller akutt
stay-kind-bostedslos = Uten bolig
stay-kind-mottak = Asylmottak
stay-kind-barnevern = Barnevernstiltak eller hybel

## Hvordan boforholdet endte

stay-ending-frivillig = Flyttet frivillig
stay-ending-utlop = Kontrakten gikk ut
stay-ending-oppsagt = Oppsagt av utleier
stay-ending-utkast = Utkastelse
stay-ending-forlatt = Forlot boligen
stay-ending-institusjon = Innlagt eller fengslet
stay-ending-dod = Død
stay-ending-ukjent = Ukjent

## Tilgjengelighet

access-rullestol = Tilgjengelig for rullestolbruker
access-uu = Universelt utformet
access-heis = Heis
access-bakke = Bakkeplan eller 1. etasje
access-terskel = Terskelfri
access-bad = Tilpasset bad
access-skjermet = Skjermet, uten nære naboer
access-basenaer = Nær personalbase
access-sentrum = Sentrumsnær
access-robust = Robust utførelse
access-dyr = Husdyr tillatt

## Behov

need-kind-skaffe-leid-kom = Kommunal utleiebolig
need-kind-skaffe-leid-priv = Hjelp til å leie privat
need-kind-kjope = Hjelp til å kjøpe
need-kind-leie-for-eie = Leie før eie
need-kind-omsorgsbolig = Omsorgsbolig
need-kind-bofellesskap = Bofellesskap
need-kind-hybelhus = Hybelhus
need-kind-smaahus = Småhus (robust bolig)
need-kind-avklaring = Avklaringsbolig
need-kind-akuttbolig = Akuttbolig eller midlertidig
need-kind-barnebolig = Barnebolig
need-kind-tilpasning = Tilpasning av boligen de har
need-kind-beholde = Hjelp til å beholde boligen
need-kind-bytte = Bytte av kommunal bolig
need-kind-oppfolging = Bare oppfølging i boligen

## Prioritetsgrunn

priority-ground-utkast-barn = Skal kastes ut, har barn
priority-ground-barn = Barnefamilie uten egnet bolig
priority-ground-bostedslos = Bostedsløs
priority-ground-vold = Vold, bor på krisesenter
priority-ground-utskriv = Løslates eller utskrives
priority-ground-bosett = Bosetting av flyktning
priority-ground-helse = Helse krever annen bolig
priority-ground-ung = Ung vanskeligstilt

## Hva som avgjorde plassen

settled-by-flyttet = Flyttet for hånd
settled-by-prioritet = Prioritetsgrunn
settled-by-poeng = Poeng
settled-by-situasjon = Boligsituasjon
settled-by-barn = Barn
settled-by-tid = Ventetid
settled-by-nummer = Ellers likt: saksnummer

## Poeng for

points-for-prioritet = Prioritetsgrunn
points-for-barn = Barn
points-for-tid = Ventetid
waits-for-applicant = Søkeren
waits-for-unit = En annen enhet i kommunen
waits-for-partner = En samarbeidspart utenfor kommunen
waits-for-wish = Søkeren har bedt oss vente
work-group-late = Fristen er ute
work-group-promise = Lovet svar snart
work-group-answer = Svar snart
work-group-hold-ends = Se på igjen
work-group-unassigned = Ikke fordelt
work-group-new = Nye
work-group-on-hold = På vent
channel-papir = På papir
channel-muntlig = Muntlig
channel-digital = Digitalt
contact-way-brev = Brev
contact-way-telefon = Telefon
contact-way-sms = SMS
contact-way-epost = E-post
notice-by-utleier = Utleieren
notice-by-soker = Søkeren
need-reason-utkast = Kastet ut eller fare for utkastelse
need-reason-kontrakt = Leieforholdet opphører
need-reason-samliv = Samlivsbrudd
need-reason-vold = Vold i nære relasjoner
need-reason-utskriv = Utskrivning
need-reason-loslat = Løslatelse
need-reason-bosett = Bosetting av flyktning
need-reason-famgjen = Familiegjenforening
need-reason-helse = Helsen gjør boligen uegnet
need-reason-trangt = For liten bolig
need-reason-okonomi = For høye boutgifter
need-reason-bomiljo = Bomiljøet
need-reason-unglos = Ung som flytter ut av tiltak eller foreldrehjem
need-reason-brann = Brann eller skade
need-reason-annet = Annet
income-source-arbeid = Arbeid
income-source-pensjon = Pensjon eller uføretrygd
income-source-andrev = Andre velferdsytelser
income-source-soshj = Økonomisk sosialhjelp
income-source-bostotte = Bostøtte
income-source-bidrag = Barnebidrag og barnetrygd
income-source-studie = Lån og stipend
income-source-ingen = Ingen inntekt
income-source-ukjent = Ukjent
leaves-place-fengsel = Fengsel
leaves-place-sykehus = Sykehus
leaves-place-institusjon = Institusjon
leaves-place-mottak = Mottak
leaves-place-barnevern = Barnevern
enclosure-legitim = Legitimasjon
enclosure-lonn = Inntekt
enclosure-skatt = Skattemelding
enclosure-opphor = Oppsigelse eller opphør
enclosure-kontrakt = Leiekontrakt
enclosure-opphold = Oppholdstillatelse
enclosure-separasjon = Separasjon eller skilsmisse
enclosure-samvaer = Samværsavtale
enclosure-helse = Helseforhold
enclosure-fullmakt = Fullmakt eller vergeoppnevning
enclosure-gjeld = Gjeldsoversikt
enclosure-annet = Annet
consent-to-folkereg = Folkeregisteret
consent-to-skatt = Skatteetaten
consent-to-nav = Nav
consent-to-helse = Helsetjenesten
asked-in-words-akutt = Et sted å være i natt
asked-in-words-bolig = Kommunal bolig
asked-in-words-startlaan = Startlån
asked-in-words-tilskudd = Tilskudd
representative-role-guardian = Verge
representative-role-authorised = Fullmektig
representative-role-lawyer = Advokat
guardian-mandate-personlig = Personlige forhold
guardian-mandate-okonomisk = Økonomiske forhold
guardian-mandate-begge = Personlige og økonomiske forhold
missing-identity = Fødselsnummer eller D-nummer
missing-birth = Fødselsdato
missing-household = Hvor mange som bor i husstanden
missing-situation = Boligsituasjon
missing-member-birth = Fødselsdato for alle i husstanden
missing-stay = Oppholdsgrunnlag
missing-here-since = Bosatt i kommunen siden
missing-housing-costs = Husleie eller andre boutgifter
missing-income-source = Hva søkeren lever av
missing-income = Inntekt
missing-income-shown = Dokumentasjon på inntekt
missing-lease-end-shown = Dokumentasjon på at leieforholdet opphører
missing-permit-shown = Oppholdstillatelse
missing-health-shown = Bekreftelse på helseforhold
missing-custody-shown = Avtale om delt bosted eller samvær
missing-authority-shown = Fullmakt eller vergeoppnevning
missing-guardian = Verge: søkeren er under 18 år
missing-mandate = Hva vergens mandat gjelder
missing-signature = Signatur

# Grunner til avslag.
refusal-ground-alder = Under 18 år uten unntaksgrunn
refusal-ground-botid = Ikke oppfylt botid, ikke unntatt
refusal-ground-opphold = Ikke lovlig eller varig opphold
refusal-ground-egnet = Har egnet bolig
refusal-ground-okonomi = Inntekt eller formue gjør søkeren i stand til selv å skaffe bolig
refusal-ground-mislighold = Misligholdt lån, husleie eller tilbakebetalingskrav
refusal-ground-karantene = Karantene etter utkastelse
refusal-ground-startlan = Kan kjøpe med startlån eller tilskudd
refusal-ground-kapasitet = Mangler egnet boligtilbud
refusal-ground-maalgr = Utenfor målgruppen
refusal-ground-opplyst = Har ikke medvirket til å opplyse saken
refusal-ground-omsorg = Skal behandles som omsorgsbolig (oversendes, ikke avslås)
refusal-ground-annet = Annet

# Det som skrives i et vedtak.
written-form-nb = Bokmål
written-form-nn = Nynorsk
follow-up-choice-innvilget = Innvilget
follow-up-choice-avslatt = Avslått
follow-up-choice-ikke-behov = Ikke behov
home-access-bakke = Bakkeplan eller få trapper
home-access-heis = Heis
home-access-rullestol = Rullestol
home-access-ingen = Ingen særlige behov

# Hvor et tilbud om bolig står
offer-step-utkast = Ikke sendt
offer-step-sendt = Venter på svar
offer-step-sett = Sett, venter på svar
offer-step-ja = Takket ja
offer-step-kontrakt = Leieforhold avtalt
offer-step-nei = Takket nei
offer-step-bortfalt = Falt bort
offer-step-trukket = Trukket

# Hvorfor en husstand takker nei
decline-reason-for-liten = For liten
decline-reason-trapper = Trapper eller manglende tilgjengelighet
decline-reason-helse = Helse
decline-reason-utrygt = Utrygt for husstanden
decline-reason-avstand = For langt fra arbeid, skole eller hjelp
decline-reason-husleie = Husleien er for høy
decline-reason-annen-bolig = Har funnet en annen bolig
decline-reason-omrade = Ønsker et annet område
decline-reason-standard = Standarden på boligen
decline-reason-naboer = Nabolaget eller bomiljøet
decline-reason-husdyr = Husdyr er ikke tillatt
decline-reason-tidspunkt = Kan ikke flytte nå
decline-reason-ombestemt = Ombestemte seg
decline-reason-ikke-oppgitt = Ikke oppgitt

# Hvorfor kommunen trekker et tilbud
withdraw-reason-boligen-kan-ikke-brukes = Boligen kan ikke brukes
withdraw-reason-vedtaket-gjelder-ikke = Vedtaket gjelder ikke lenger
withdraw-reason-endrede-forhold = Husstandens forhold er endret
withdraw-reason-skjerming = Hensynet til skjerming
withdraw-reason-kjeden-brast = En flytting tilbudet var avhengig av, ble ikke noe av
withdraw-reason-feil = Tilbudet var gitt ved en feil
withdraw-reason-annet = Annet
dismissal-ground-for-sent = For sent
dismissal-ground-ikke-rettet = Ikke rettet
dismissal-ground-ikke-klagerett = Har ikke klagerett
dismissal-ground-kan-ikke-paklages = Kan ikke påklages
