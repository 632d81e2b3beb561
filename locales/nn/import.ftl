# Import av kontoret sine eigne filer

# Kva ei fil eller eit ark er
import-kind-dwellings = Bustader
import-kind-applications = Søknader
import-kind-arrears = Restansar

# Kvifor ei fil ikkje kan lesast
import-refused-empty = Fila er tom.
import-refused-too-large = Fila er for stor. Del henne i fleire filer, eller ta bort bilete og ark som ikkje trengst.
import-refused-swollen = Fila pakkar ut til langt meir enn ei liste over bustader eller søkjarar. Ho er ikkje lesen.
import-refused-too-many-cells = Fila har fleire celler enn vi tek imot. Ta bort ark og kolonnar som ikkje trengst.
import-refused-encrypted = Fila er låst med passord. Lagre ein kopi utan passord og prøv igjen.
import-refused-not-a-spreadsheet = Dette er ikkje eit rekneark. Husrom les xlsx, ods og csv.
import-refused-damaged = Fila er skadd. Opne henne i reknearkprogrammet, lagre henne på nytt og prøv igjen.
import-refused-one-column = Fila har berre éin kolonne. Skiljeteiknet må vere semikolon, komma, tabulator eller loddrett strek.
import-refused-nothing-in-it = Det står ingenting i fila.

# Kvifor eit ark er lagt til side
import-aside-empty = Arket er tomt.
import-aside-not-counted = Namnet eller tittelen seier at arket ikkje skal telje med.
import-aside-by-mapping = De har bestemt at arket ikkje skal lesast.
import-aside-no-headings = Vi fann inga rad med overskrifter, og verdiane viser ikkje kva dei er.
import-aside-one-column = Arket har berre éin kolonne.
import-aside-no-rows = Arket har overskrifter, men ingen rader under dei.
import-aside-not-understood = Kolonnane liknar verken på bustader, søknader eller restansar.

# Kva som er gale i ei rad, og kva som ville vore rett
import-error-amount-unreadable = «{ $found }» er ikkje eit beløp. Skriv til dømes 7850 eller 7 850,00.
import-error-date-unreadable = «{ $found }» er ikkje ein dato. Skriv til dømes 01.03.2026.
import-error-date-not-in-calendar = «{ $found }» finst ikkje i kalenderen. Skriv dagen som til dømes 28.02.2025.
import-error-rooms-unreadable = «{ $found }» er ikkje eit tal på rom. Skriv til dømes 2-roms eller hybel.
import-error-floor-area-unreadable = «{ $found }» er ikkje eit areal i m². Skriv til dømes 54,5.
import-error-yes-no-unreadable = «{ $found }» er verken ja eller nei. Skriv Ja eller Nei.
import-error-household-unreadable = «{ $found }» viser ikkje vaksne og barn. Skriv til dømes 2+3 eller 2 vaksne 3 barn.
import-error-number-unreadable = «{ $found }» er ikkje eit heilt tal.
import-error-identity-too-few-digits = Fødselsnummeret har for få siffer. Det skal ha 11.
import-error-identity-too-many-digits = Fødselsnummeret har for mange siffer. Det skal ha 11.
import-error-identity-not-digits = Fødselsnummeret skal berre ha siffer.
import-error-identity-check-digits = Kontrollsifra i fødselsnummeret stemmer ikkje. Sjå etter om to siffer er bytte om.
import-error-identity-no-such-day = Dei seks første sifra i fødselsnummeret er ikkje ein fødselsdag.
import-error-dwelling-number-malformed = «{ $found }» er ikkje eit bustadnummer. Det er ein bokstav og fire siffer, til dømes H0204.
import-error-cadastre-malformed = «{ $found }» er ikkje gards- og bruksnummer. Skriv til dømes 31/847.
import-error-cell-error = Formelen i cella feilar. Skriv verdien.
import-error-formula-without-value = Formelen har ingen verdi. Opne og lagre fila i Excel, eller skriv verdien.
import-error-address-missing = Adressa manglar.
import-error-name-missing = Namnet manglar.
import-error-received-missing = Datoen søknaden kom inn, manglar. Skriv til dømes 01.03.2026.
import-error-amount-missing = Beløpet manglar. Skriv til dømes 7850.
import-error-invoice-number-missing = Fakturaen har verken nummer eller forfallsdato å kjennast att på.
import-error-tenancy-ends-before-start = Leigeforholdet sluttar { $until }, før det byrjar { $from }. Rett ein av datoane.
import-error-decided-before-received = Vedtaket { $decided } er eldre enn søknaden { $received }. Rett ein av datoane.
import-error-day-in-future = { $day } ligg fram i tid.
import-error-day-out-of-reason = { $day } kan ikkje stemme. Dagen må liggje mellom { $earliest } og { $latest }.
import-error-amount-negative = «{ $found }» er mindre enn null. Husleige og inntekt er 0 eller meir.
import-error-number-out-of-reason = «{ $found }» kan ikkje stemme. Det største vi trur på, er { $largest }.
import-error-year-out-of-reason = «{ $found }» er ikkje eit år mellom { $earliest } og { $latest }.
import-error-status-unknown = Vi kjenner ikkje statusen «{ $found }». Skriv til dømes Utleigd eller Ledig for ein bustad, Ny eller Avslag for ein søknad.
import-error-kind-unknown = Vi kjenner ikkje bustadtypen «{ $found }». Skriv til dømes Omsorgsbustad 2-roms eller Hybel.
import-error-vacant-with-tenant = Bustaden står som ledig, men har leigetakar. Rett statusen eller ta bort leigetakaren.
import-error-other-tenant = Bustaden står òg i rad { $row }, med ein annan leigetakar. Behald rada som er rett.
import-error-homes-not-told-apart = Adressa står òg i rad { $row }, som ein annan bustad. Gje kvar bustad sitt bustadnummer, til dømes H0204.
import-error-other-invoice = Fakturaen står òg i rad { $row }, med eit anna beløp. Behald rada som er rett.

# Kva ein kolonne kan bety
import-field-address = Adresse
import-field-street = Gate
import-field-house-number = Husnummer
import-field-dwelling-number = Bustadnummer (H0204)
import-field-postcode = Postnummer
import-field-place = Poststad
import-field-postcode-place = Postnummer og stad
import-field-external-number = Eige bustadnummer
import-field-cadastre = Gnr/bnr
import-field-gnr = Gardsnummer
import-field-bnr = Bruksnummer
import-field-section = Seksjon
import-field-area = Område
import-field-kind = Bustadtype
import-field-care-home = Omsorgsbustad
import-field-rooms = Tal på rom
import-field-bedrooms = Tal på soverom
import-field-floor-area = Areal
import-field-built-year = Byggjeår
import-field-floor = Etasje
import-field-lift = Heis
import-field-step-free = Trinnfri
import-field-wheelchair = Rullestol
import-field-owner = Eigar
import-field-disposal = Disposisjonsform
import-field-rent = Husleige per månad
import-field-status = Status
import-field-status-since = Status frå
import-field-name = Namn
import-field-given-name = Førenamn
import-field-family-name = Etternamn
import-field-identity = Fødselsnummer
import-field-born = Fødselsdato
import-field-telephone = Telefon
import-field-email = E-post
import-field-protection = Adressevern
import-field-lease-from = Kontrakt frå
import-field-lease-until = Kontrakt til
import-field-lease-kind = Kontraktstype
import-field-moved-out = Flytta ut
import-field-received = Motteken dato
import-field-household = Husstand (vaksne + barn)
import-field-adults = Tal på vaksne
import-field-children = Tal på barn
import-field-persons = Tal på personar
import-field-situation = Busituasjon i dag
import-field-target-group = Målgruppe
import-field-wished-area = Ønskt område
import-field-income = Netto inntekt per månad
import-field-decided = Vedtaksdato
import-field-officer = Saksbehandlar
import-field-customer-number = Kundenummer
import-field-invoice-number = Fakturanummer
import-field-kid = KID
import-field-due = Forfallsdato
import-field-amount = Beløp
import-field-outstanding = Rest å betale
import-field-collection-step = Purring og inkasso
import-field-note = Merknad
import-field-ignored = Vert ikkje brukt

# Arket med avviste rader
import-what-is-wrong = Kva er gale
