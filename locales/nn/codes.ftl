# Names of the codes in the register. The key is the name of the list and the code, as `text_key` writes it.

## Bustadkategori

category-ord = Ordinær utleigebustad
category-oms = Omsorgsbustad
category-bof = Bufellesskap
category-fly = Flyktningbustad
category-sma = Småhus
category-avk = Avklaringsbustad
category-aku = Akuttbustad
category-gje = Gjennomgangsbustad
category-try = Trygdebustad
category-per = Personalbustad

## Bustadstatus

dwelling-status-utleid = Utleigd
dwelling-status-oppsagt = Oppsagd, skal flyttast ut av
dwelling-status-klargjores = Blir gjord klar for neste leigar
dwelling-status-ledig = Ledig
dwelling-status-reservert = Reservert
dwelling-status-rehab = Under rehabilitering, ute av drift
dwelling-status-salg = Skal seljast
dwelling-status-sperret = Sperra
dwelling-status-avhendet = Seld, riven eller utgått

## Disposisjonsform

disposal-eid = Eigd av kommunen
disposal-innleid = Innleigd for framleige
disposal-tildeling = Privat eigd, kommunen tildeler
disposal-brukereid = Brukareigd, kommunen avgjer kven som kjøper
disposal-tilvisning = Tilvisingsavtale
disposal-stiftelse = Bustadstifting eller bustadselskap

## Romkategori

rooms-0 = Hybel
rooms-1 = 1-roms
rooms-2 = 2-roms
rooms-3 = 3-roms
rooms-4 = 4-roms
rooms-5 = 5-roms eller større

## Søknadstype

application-kind-ny = Ny søknad
application-kind-bytte = Byte av bustad
application-kind-forl = Forlenging
application-kind-opptak = Nytt medlem i husstanden
application-kind-oms = Omsorgsbustad
application-kind-bosl = Hjelp etter bustadsosiallova

## Søknadsstatus

application-status-mottatt = Motteken
application-status-mangler = Ventar på dokumentasjon
application-status-videresendt = Send til rett eining
application-status-kartlegges = Under behandling
application-status-tilteam = Hos tildelingsteamet
application-status-vedtatt-ja = Innvilga
application-status-vedtatt-nei = Avslått
application-status-avvist = Avvist
application-status-venteliste = Innvilga, ventar på bustad
application-status-tilbud = Har fått tilbod om bustad
application-status-takketnei = Takka nei til tilbod
application-status-kontrakt = Har fått bustad
application-status-trukket = Trekt
application-status-bortfalt = Vedtaket er falle bort
application-status-klage = Klage til behandling

## Bustadsituasjon

situation-ute = Manglar ein stad å sove i natt
situation-akuttov = Akutt overnatting eller nattheim
situation-midl = Mellombels butilbod
situation-krise = Krisesenter
situation-fengsel2 = Blir lauslaten frå fengsel innan to månader utan bustad
situation-inst2 = Blir skriven ut frå institusjon innan to månader utan bustad
situation-venner = Bur mellombels hos vener eller slekt
situation-mottak = Asylmottak, ikkje busett innan fristen
situation-begjaert = Kravd utkasta eller tvangsseld
situation-ugyldig = Utan gyldig leigekontrakt
situation-utlop = Leigekontrakten går ut
situation-boutgift = For høge buutgifter
situation-darlig = Dårleg standard
situation-utilpasset = Bustaden er ikkje tilpassa
situation-trangt = Bur for trongt
situation-foreldre = Bur hos foreldre mot eige ønske
situation-belastet = Belasta bumiljø
situation-kommunal = Bur i kommunal bustad
situation-privleie = Leiger privat, tilfredsstillande
situation-eier = Eig, tilfredsstillande
situation-parorende = Bur varig hos nære pårørande

## Målgruppe

target-group-okon = Økonomisk vanskelegstilt
target-group-flykt = Flyktning
target-group-fysisk = Fysisk funksjonsnedsetjing
target-group-utvh = Utviklingshemming
target-group-psyk = Psykisk liding
target-group-rus = Rusavhengigheit
target-group-rop = Rus og psykisk liding (ROP)
target-group-sosial = Sosialt vanskelegstilt
target-group-annenf = Anna funksjonsnedsetjing
target-group-eldre = Eldre med nedsett funksjon
target-group-ung = Ung med samansette behov
target-group-akutt = Akutt bustadnaud
target-group-ingen = Inga målgruppe registrert

## Rolle i husstanden

member-role-hoved = Hovudperson
member-role-partner = Ektefelle eller sambuar
member-role-barn = Barn
member-role-samvaer = Barn med samvær
member-role-voksen = Annan vaksen

## Adressevern

protection-ugradert = Ugradert
protection-fortrolig = Fortruleg adresse (kode 7)
protection-strengt = Strengt fortruleg adresse (kode 6)
protection-strengt-utland = Strengt fortruleg adresse, utland

## Kontrakttype

lease-kind-tidsb = Tidsbestemd
lease-kind-tidsu = Tidsubestemd
lease-kind-midl = Mellombels butilbod
lease-kind-prove = Avklaring, kort kontrakt
lease-kind-framleie = Framleige av innleigd bustad
lease-kind-leietileie = Leige før eige
lease-kind-spesial = Særvilkår etter husleigelova § 11-1

## Når leigekontrakten går ut

lease-window-m3 = Går ut innan 3 månader
lease-window-m6 = Går ut om 3–6 månader
lease-window-m9 = Går ut om 6–9 månader
lease-window-m12 = Går ut om 9–12 månader

## Utflyttingsgrunn

move-out-reason-eie = Kjøpte eigen bustad
move-out-reason-eie-kom = Kjøpte kommunal bustad
move-out-reason-leie = Leiger privat
move-out-reason-bytte = Bytte kommunal bustad
move-out-reason-omsorg = Flytte til omsorgsbustad eller institusjon
move-out-reason-flyttet = Flytte frå kommunen
move-out-reason-samboer = Flytte saman med andre
move-out-reason-ikkeforl = Kontrakten vart ikkje forlengd
move-out-reason-utkast = Utkasting
move-out-reason-fengsel = Fengsel
move-out-reason-dod = Død
move-out-reason-ukjent = Ukjend

## Innkrevjing

collection-step-0 = Ikkje purra
collection-step-1 = Første purring
collection-step-2 = Andre purring
collection-step-ink = Inkasso

## Alder på restansen

arrears-age-ikke-forfalt = Ikkje forfalle
arrears-age-til-30 = 1–30 dagar
arrears-age-til-60 = 31–60 dagar
arrears-age-til-90 = 61–90 dagar
arrears-age-over-90 = Over 90 dagar

## Tomgangstid

vacancy-length-til-30 = Inntil 30 dagar
vacancy-length-til-90 = 31–90 dagar
vacancy-length-til-180 = 91–180 dagar
vacancy-length-til-365 = 181–365 dagar
vacancy-length-over-365 = Over eitt år

## Vedtakstype

decision-kind-bsl-bistand = Bistand etter bustadsosiallova
decision-kind-komm-bolig = Kommunal bustad
decision-kind-komm-bolig-forlengelse = Forlenging av leige i kommunal bustad
decision-kind-tilbud-konkret = Tilbod om ein bestemt bustad
decision-kind-nav-midl-botilbud = Mellombels butilbod
decision-kind-nav-raad = Råd og rettleiing
decision-kind-heldogn-omsorg = Sjukeheim eller bustad med heildøgns omsorg
decision-kind-startlaan = Startlån
decision-kind-boligtilskudd = Bustadtilskot
decision-kind-bostotte = Bustøtte
decision-kind-partsinnsyn-avslag = Avslag på partsinnsyn
decision-kind-offl-innsyn-avslag = Avslag på innsyn etter offentleglova
decision-kind-klage-avvist-komm = Avvising av klage
decision-kind-sakskostnader = Sakskostnader

## Utfall av vedtak

decision-outcome-innvilget = Innvilga
decision-outcome-avslag = Avslag
decision-outcome-delvis = Delvis innvilga
decision-outcome-forlenget = Forlengd
decision-outcome-avvist = Avvist
decision-outcome-trukket = Trekt
decision-outcome-omgjort = Gjort om

## Klageinstans

appeal-body-statsforvalter = Statsforvaltaren
appeal-body-klagenemnd = Klagenemnda til kommunen
appeal-body-husbanken = Klageordninga til Husbanken
appeal-body-som-hovedvedtaket = Same klageinstans som hovudvedtaket

## Om vedtaket kan klagast på

appealable-ja = Kan klagast på
appealable-uegnet = Kan klagast på når tilbodet er klart ueigna
appealable-loven = Kan klagast på når lova opnar for det

## Oppfølgingstype

follow-up-kind-okveil = Økonomisk rettleiing
follow-up-kind-boinorge = Korleis bu i Noreg
follow-up-kind-renhold = Reinhald
follow-up-kind-vedl = Vedlikehald
follow-up-kind-ern = Ernæring
follow-up-kind-sykmest = Sjukdomsmeistring
follow-up-kind-vedtakoppf = Oppfølging av tildelingsvedtaket
follow-up-kind-koord = Koordinering av hjelpetiltak
follow-up-kind-syssel = Sysselsetjing
follow-up-kind-motiv = Motivering til større eigeninnsats
follow-up-kind-botrening = Praktisk butrening
follow-up-kind-sostren = Sosial trening
follow-up-kind-nettv = Nettverksbygging
follow-up-kind-matplan = Innkjøp, meny og vekeplan
follow-up-kind-nabo = Nabo- og bumiljøarbeid

## Krav til vedtaksbrevet

letter-block-decision = Vedtaket
letter-block-reasons = Grunngjevinga
letter-block-benefit-terms = Kva som blir gitt, frå når, kor lenge og på kva vilkår
letter-block-main-content = Hovudinnhaldet i hjelpa
letter-block-right-to-appeal = Retten til å klage
letter-block-appeal-deadline = Klagefristen
letter-block-appeal-body = Klageinstansen
letter-block-appeal-procedure = Korleis ein klagar
letter-block-access-to-documents = Retten til å sjå dokumenta i saka
letter-block-deferred-implementation = Retten til å be om utsett iverksetjing
letter-block-advice-and-court = Rettshjelp, rettleiing, kostnader og søksmål
letter-block-contact = Korleis ein når oss
letter-block-case-handler = Namnet til saksbehandlaren
letter-block-responsible-person = Namnet på den som er ansvarleg
letter-block-automated-decision = Om automatisert avgjerd og manuell overprøving
letter-block-lapses-if-facts-change = At vedtaket fell bort om forholda endrar seg

## Manglar ved klagen

appeal-defect-ikke-signert = Ikkje underskriven
appeal-defect-vedtak-ikke-nevnt = Seier ikkje kva vedtak det blir klaga på
appeal-defect-endring-ikke-nevnt = Seier ikkje kva ein ønskjer endra
appeal-defect-fullmakt-mangler = Fullmakt manglar

## Grunn til å behandle ein sein klage

late-ground-kan-ikke-lastes = Kan ikkje lastast for at fristen vart oversete
late-ground-sarlige-grunner = Særlege grunnar gjer det rimeleg

## Ny vurdering av eige vedtak

reconsideration-medhold = Medhald
reconsideration-delvis-medhold = Delvis medhald
reconsideration-opprettholdt = Vedtaket blir halde oppe

## Avgjerda til klageinstansen

appeal-result-stadfestet = Stadfesta
appeal-result-endret = Endra
appeal-result-endret-til-skade = Endra til skade for klagaren
appeal-result-opphevet = Oppheva
appeal-result-avvist = Avvist

## Unntak frå alder

age-exception-omsorg-barn = Har dagleg omsorg for barn
age-exception-ettervern = Ettervern frå barnevernet
age-exception-saerlig-grunn = Annan særleg grunn

## Unntak frå butid

time-exception-flyktning = Busett flyktning etter avtale
time-exception-tilknytning = Anna tilknyting til kommunen
time-exception-vold = Flytta hit på grunn av vald eller truslar
time-exception-institusjon = Var borte i institusjon eller fengsel

## Opphald i Noreg

stay-basis-norsk = Norsk statsborgar
stay-basis-nordisk = Nordisk statsborgar
stay-basis-eos = EØS-borgar med opphaldsrett
stay-basis-permanent = Permanent opphaldsløyve
stay-basis-beskyttelse = Vern (flyktning)
stay-basis-midlertidig = Mellombels opphaldsløyve
stay-basis-sokt = Har søkt, ikkje avgjort
stay-basis-ingen = Utan løyve

## Slag inntekt

income-basis-brutto = Før skatt
income-basis-netto = Etter skatt

## Kjøp av eigen bustad

purchase-ikke-mulig = Kan ikkje kjøpe no
purchase-mulig = Kan kjøpe med startlån eller tilskot

## Vilkår

ground-alder = Alder
ground-botid = Butid i kommunen
ground-opphold = Lovleg opphald
ground-egnet = Utan eigna bustad
ground-inntekt = Inntekt
ground-formue = Formue
ground-mislighold = Skuldar ikkje kommunen
ground-karantene = Ikkje i karantene
ground-startlan = Kan ikkje kjøpe sjølv
ground-maalgr = I målgruppa
ground-egeninnsats = Eigen innsats

## Svar på eit vilkår

answer-oppfylt = Oppfylt
answer-ikke-oppfylt = Ikkje oppfylt
answer-skjonn = Må vurderast
answer-mangler = Opplysning manglar

## Opplysningar i eit vilkår

fact-alder = Alder
fact-minste-alder = Aldersgrense
fact-unntak-alder = Unntak frå aldersgrensa
fact-bodd-siden = Budd i kommunen sidan
fact-minste-botid = Krav til butid
fact-unntak-botid = Unntak frå butid
fact-opphold = Opphaldsgrunnlag
fact-opphold-til = Opphald til og med
fact-situasjon = Bustadsituasjon
fact-leiekontrakt-til = Leigekontrakt til og med
fact-kontrakt-rest = Blir rekna som utan bustad når kontrakten har mindre att enn
fact-husstand = Husstand (vaksne+barn)
fact-inntekt = Inntekt i året
fact-inntekt-art = Inntekt slik regelen tel ho
fact-inntektsgrense = Grense for husstanden
fact-formue = Formue
fact-formuesgrense = Formuesgrense
fact-skyldig-lan = Misleghalde lån frå kommunen
fact-skyldig-husleie = Skuldig husleige
fact-skyldig-annet = Anna skuldig til kommunen
fact-utkastet = Siste utkasting
fact-karantene-til = Karantenen er over
fact-kjop = Kjøp med startlån eller tilskot

## Kva vilkåra seier samla

reading-kan-innvilges = Kan innvilgast etter reglane
reading-vilkar-mangler = Eit vilkår er ikkje oppfylt
reading-skjonn = Noko må vurderast
reading-opplysninger-mangler = Opplysningar manglar

## Oppfølgingsnivå

follow-up-level-0 = Ingen
follow-up-level-1 = Råd og rettleiing ved behov
follow-up-level-2 = Lett buoppfølging, kvar veke
follow-up-level-3 = Middels, fleire gonger i veka
follow-up-level-4 = Tett, dagleg
follow-up-level-5 = Heildøgns bemanning

## Buevne

skill-domain-ok = Økonomi og husleige
skill-domain-ren = Reinhald og orden
skill-domain-ved = Bruk og vedlikehald av bustaden
skill-domain-mat = Kosthald og innkjøp
skill-domain-hel = Helse og medisinar
skill-domain-rus = Rus i buforholdet
skill-domain-bes = Styre besøk
skill-domain-nab = Naboforhold og husordensreglar
skill-domain-sos = Nettverk og isolasjon
skill-domain-dog = Døgnrytme og aktivitet
skill-domain-kom = Kontakt med hjelpeapparatet
skill-domain-bar = Omsorg for barn i heimen

## Skala for buevne

skill-rating-1 = 1 Klarer sjølv
skill-rating-2 = 2 Treng påminning
skill-rating-3 = 3 Treng noko hjelp
skill-rating-4 = 4 Treng mykje hjelp
skill-rating-5 = 5 Fullt bistandsbehov
skill-rating-9 = 9 Ikkje vurdert

## Buhistorikk

stay-kind-eid = Eigd bustad
stay-kind-priv = Privat leigd
stay-kind-kom = Kommunal leigd
stay-kind-foreldre = Foreldreheim
stay-kind-inst = Institusjon eller behandling
stay-kind-fengsel = Fengsel
stay-kind-midl = Mellombels eller akutt
stay-kind-bostedslos = Utan bustad
stay-kind-mottak = Asylmottak
stay-kind-barnevern = Barnevernstiltak eller hybel

## Korleis buforholdet enda

stay-ending-frivillig = Flytta friviljug
stay-ending-utlop = Kontrakten gjekk ut
stay-ending-oppsagt = Sagd opp av utleigaren
stay-ending-utkast = Utkasting
stay-ending-forlatt = Forlét bustaden
stay-ending-institusjon = Innlagd eller fengsla
stay-ending-dod = Død
stay-ending-ukjent = Ukjend

## Tilgjenge

access-rullestol = Tilgjengeleg for rullestolbrukar
access-uu = Universelt utforma
access-heis = Heis
access-bakke = Bakkeplan eller 1. etasje
access-terskel = Terskelfri
access-bad = Tilpassa bad
access-skjermet = Skjerma, utan nære naboar
access-basenaer = Nær personalbase
access-sentrum = Sentrumsnær
access-robust = Robust utføring
access-dyr = Husdyr tillate

## Behov

need-kind-skaffe-leid-kom = Kommunal utleigebustad
need-kind-skaffe-leid-priv = Hjelp til å leige privat
need-kind-kjope = Hjelp til å kjøpe
need-kind-leie-for-eie = Leige før eige
need-kind-omsorgsbolig = Omsorgsbustad
need-kind-bofellesskap = Bufellesskap
need-kind-hybelhus = Hybelhus
need-kind-smaahus = Småhus (robust bustad)
need-kind-avklaring = Avklaringsbustad
need-kind-akuttbolig = Akuttbustad eller mellombels
need-kind-barnebolig = Barnebustad
need-kind-tilpasning = Tilpassing av bustaden dei har
need-kind-beholde = Hjelp til å halde på bustaden
need-kind-bytte = Byte av kommunal bustad
need-kind-oppfolging = Berre oppfølging i bustaden

## Prioritetsgrunn

priority-ground-utkast-barn = Skal kastast ut, har barn
priority-ground-barn = Barnefamilie utan eigna bustad
priority-ground-bostedslos = Bustadlaus
priority-ground-vold = Vald, bur på krisesenter
priority-ground-utskriv = Blir lauslaten eller utskriven
priority-ground-bosett = Busetjing av flyktning
priority-ground-helse = Helse krev annan bustad
priority-ground-ung = Ung vanskelegstilt

## Kva som avgjorde plassen

settled-by-flyttet = Flytta for hand
settled-by-prioritet = Prioritetsgrunn
settled-by-poeng = Poeng
settled-by-situasjon = Bustadsituasjon
settled-by-barn = Barn
settled-by-tid = Ventetid
settled-by-nummer = Elles likt: saksnummer

## Poeng for

points-for-prioritet = Prioritetsgrunn
points-for-barn = Barn
points-for-tid = Ventetid
waits-for-applicant = Søkjaren
waits-for-unit = Ei anna eining i kommunen
waits-for-partner = Ein samarbeidspart utanfor kommunen
waits-for-wish = Søkjaren har bede oss vente
work-group-late = Fristen er ute
work-group-promise = Lova svar snart
work-group-answer = Svar snart
work-group-hold-ends = Sjå på igjen
work-group-unassigned = Ikkje fordelt
work-group-new = Nye
work-group-on-hold = På vent
channel-papir = På papir
channel-muntlig = Munnleg
channel-digital = Digitalt
contact-way-brev = Brev
contact-way-telefon = Telefon
contact-way-sms = SMS
contact-way-epost = E-post
notice-by-utleier = Utleigaren
notice-by-soker = Søkjaren
need-reason-utkast = Kasta ut eller fare for utkasting
need-reason-kontrakt = Leigeforholdet tek slutt
need-reason-samliv = Samlivsbrot
need-reason-vold = Vald i nære relasjonar
need-reason-utskriv = Utskriving
need-reason-loslat = Lauslating
need-reason-bosett = Busetjing av flyktning
need-reason-famgjen = Familiesameining
need-reason-helse = Helsa gjer bustaden ueigna
need-reason-trangt = For liten bustad
need-reason-okonomi = For høge buutgifter
need-reason-bomiljo = Bumiljøet
need-reason-unglos = Ung som flyttar ut av tiltak eller foreldreheim
need-reason-brann = Brann eller skade
need-reason-annet = Anna
income-source-arbeid = Arbeid
income-source-pensjon = Pensjon eller uføretrygd
income-source-andrev = Andre velferdsytingar
income-source-soshj = Økonomisk sosialhjelp
income-source-bostotte = Bustøtte
income-source-bidrag = Barnebidrag og barnetrygd
income-source-studie = Lån og stipend
income-source-ingen = Inga inntekt
income-source-ukjent = Ukjent
leaves-place-fengsel = Fengsel
leaves-place-sykehus = Sjukehus
leaves-place-institusjon = Institusjon
leaves-place-mottak = Mottak
leaves-place-barnevern = Barnevern
enclosure-legitim = Legitimasjon
enclosure-lonn = Inntekt
enclosure-skatt = Skattemelding
enclosure-opphor = Oppseiing eller opphøyr
enclosure-kontrakt = Leigekontrakt
enclosure-opphold = Opphaldsløyve
enclosure-separasjon = Separasjon eller skilsmisse
enclosure-samvaer = Samværsavtale
enclosure-helse = Helseforhold
enclosure-fullmakt = Fullmakt eller verjeoppnemning
enclosure-gjeld = Gjeldsoversyn
enclosure-annet = Anna
consent-to-folkereg = Folkeregisteret
consent-to-skatt = Skatteetaten
consent-to-nav = Nav
consent-to-helse = Helsetenesta
asked-in-words-akutt = Ein stad å vere i natt
asked-in-words-bolig = Kommunal bustad
asked-in-words-startlaan = Startlån
asked-in-words-tilskudd = Tilskot
representative-role-guardian = Verje
representative-role-authorised = Fullmektig
representative-role-lawyer = Advokat
guardian-mandate-personlig = Personlege forhold
guardian-mandate-okonomisk = Økonomiske forhold
guardian-mandate-begge = Personlege og økonomiske forhold
missing-identity = Fødselsnummer eller D-nummer
missing-birth = Fødselsdato
missing-household = Kor mange som bur i husstanden
missing-situation = Bustadsituasjon
missing-member-birth = Fødselsdato for alle i husstanden
missing-stay = Opphaldsgrunnlag
missing-here-since = Busett i kommunen sidan
missing-housing-costs = Husleige eller andre buutgifter
missing-income-source = Kva søkjaren lever av
missing-income = Inntekt
missing-income-shown = Dokumentasjon på inntekt
missing-lease-end-shown = Dokumentasjon på at leigeforholdet tek slutt
missing-permit-shown = Opphaldsløyve
missing-health-shown = Stadfesting på helseforhold
missing-custody-shown = Avtale om delt bustad eller samvær
missing-authority-shown = Fullmakt eller verjeoppnemning
missing-guardian = Verje: søkjaren er under 18 år
missing-mandate = Kva mandatet til verja gjeld
missing-signature = Signatur

# Grunnar til avslag.
refusal-ground-alder = Under 18 år utan unntaksgrunn
refusal-ground-botid = Ikkje oppfylt butid, ikkje unnateken
refusal-ground-opphold = Ikkje lovleg eller varig opphald
refusal-ground-egnet = Har eigna bustad
refusal-ground-okonomi = Inntekt eller formue gjer søkjaren i stand til sjølv å skaffe bustad
refusal-ground-mislighold = Misleghalde lån, husleige eller tilbakebetalingskrav
refusal-ground-karantene = Karantene etter utkasting
refusal-ground-startlan = Kan kjøpe med startlån eller tilskot
refusal-ground-kapasitet = Manglar eigna bustadtilbod
refusal-ground-maalgr = Utanfor målgruppa
refusal-ground-opplyst = Har ikkje medverka til å opplyse saka
refusal-ground-omsorg = Skal behandlast som omsorgsbustad (blir sendt vidare, ikkje avslått)
refusal-ground-annet = Anna

# Det som blir skrive i eit vedtak.
written-form-nb = Bokmål
written-form-nn = Nynorsk
follow-up-choice-innvilget = Innvilga
follow-up-choice-avslatt = Avslått
follow-up-choice-ikke-behov = Ikkje behov
home-access-bakke = Bakkeplan eller få trapper
home-access-heis = Heis
home-access-rullestol = Rullestol
home-access-ingen = Ingen særlege behov

# Kvar eit tilbod om bustad står
offer-step-utkast = Ikkje sendt
offer-step-sendt = Ventar på svar
offer-step-sett = Sett, ventar på svar
offer-step-ja = Takka ja
offer-step-kontrakt = Leigeforhold avtalt
offer-step-nei = Takka nei
offer-step-bortfalt = Falle bort
offer-step-trukket = Trekt

# Kvifor ein husstand takkar nei
decline-reason-for-liten = For liten
decline-reason-trapper = Trapper eller manglande tilgjenge
decline-reason-helse = Helse
decline-reason-utrygt = Utrygt for husstanden
decline-reason-avstand = For langt frå arbeid, skule eller hjelp
decline-reason-husleie = Husleiga er for høg
decline-reason-annen-bolig = Har funne ein annan bustad
decline-reason-omrade = Ønskjer eit anna område
decline-reason-standard = Standarden på bustaden
decline-reason-naboer = Nabolaget eller bumiljøet
decline-reason-husdyr = Husdyr er ikkje tillatne
decline-reason-tidspunkt = Kan ikkje flytte no
decline-reason-ombestemt = Ombestemte seg
decline-reason-ikke-oppgitt = Ikkje oppgitt

# Kvifor kommunen trekkjer eit tilbod
withdraw-reason-boligen-kan-ikke-brukes = Bustaden kan ikkje brukast
withdraw-reason-vedtaket-gjelder-ikke = Vedtaket gjeld ikkje lenger
withdraw-reason-endrede-forhold = Forholda til husstanden er endra
withdraw-reason-skjerming = Omsynet til skjerming
withdraw-reason-kjeden-brast = Ei flytting tilbodet var avhengig av, vart det ikkje noko av
withdraw-reason-feil = Tilbodet var gitt ved ein feil
withdraw-reason-annet = Anna
dismissal-ground-for-sent = For seint
dismissal-ground-ikke-rettet = Ikkje retta
dismissal-ground-ikke-klagerett = Har ikkje klagerett
dismissal-ground-kan-ikke-paklages = Kan ikkje klagast på
