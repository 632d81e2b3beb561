# Import av kontorets egne filer

# Hva en fil eller et ark er
import-kind-dwellings = Boliger
import-kind-applications = Søknader
import-kind-arrears = Restanser

# Hvorfor en fil ikke kan leses
import-refused-empty = Fila er tom.
import-refused-too-large = Fila er for stor. Del den i flere filer, eller ta bort bilder og ark som ikke trengs.
import-refused-swollen = Fila pakker ut til langt mer enn en liste over boliger eller søkere. Den er ikke lest.
import-refused-too-many-cells = Fila har flere celler enn vi tar imot. Ta bort ark og kolonner som ikke trengs.
import-refused-encrypted = Fila er låst med passord. Lagre en kopi uten passord og prøv igjen.
import-refused-not-a-spreadsheet = Dette er ikke et regneark. Husrom leser xlsx, ods og csv.
import-refused-damaged = Fila er skadet. Åpne den i regnearkprogrammet, lagre den på nytt og prøv igjen.
import-refused-one-column = Fila har bare én kolonne. Skilletegnet må være semikolon, komma, tabulator eller loddrett strek.
import-refused-nothing-in-it = Det står ingenting i fila.

# Hvorfor et ark er lagt til side
import-aside-empty = Arket er tomt.
import-aside-not-counted = Navnet eller tittelen sier at arket ikke skal telle med.
import-aside-by-mapping = Dere har bestemt at arket ikke skal leses.
import-aside-no-headings = Vi fant ingen rad med overskrifter, og verdiene viser ikke hva de er.
import-aside-one-column = Arket har bare én kolonne.
import-aside-no-rows = Arket har overskrifter, men ingen rader under dem.
import-aside-not-understood = Kolonnene ligner verken på boliger, søknader eller restanser.

# Hva som er galt i en rad, og hva som ville vært rett
import-error-amount-unreadable = «{ $found }» er ikke et beløp. Skriv for eksempel 7850 eller 7 850,00.
import-error-date-unreadable = «{ $found }» er ikke en dato. Skriv for eksempel 01.03.2026.
import-error-date-not-in-calendar = «{ $found }» finnes ikke i kalenderen. Skriv dagen som for eksempel 28.02.2025.
import-error-rooms-unreadable = «{ $found }» er ikke et antall rom. Skriv for eksempel 2-roms eller hybel.
import-error-floor-area-unreadable = «{ $found }» er ikke et areal i m². Skriv for eksempel 54,5.
import-error-yes-no-unreadable = «{ $found }» er verken ja eller nei. Skriv Ja eller Nei.
import-error-household-unreadable = «{ $found }» viser ikke voksne og barn. Skriv for eksempel 2+3 eller 2 voksne 3 barn.
import-error-number-unreadable = «{ $found }» er ikke et helt tall.
import-error-identity-too-few-digits = Fødselsnummeret har for få siffer. Det skal ha 11.
import-error-identity-too-many-digits = Fødselsnummeret har for mange siffer. Det skal ha 11.
import-error-identity-not-digits = Fødselsnummeret skal bare ha siffer.
import-error-identity-check-digits = Kontrollsifrene i fødselsnummeret stemmer ikke. Se etter om to siffer er byttet om.
import-error-identity-no-such-day = De seks første sifrene i fødselsnummeret er ikke en fødselsdag.
import-error-dwelling-number-malformed = «{ $found }» er ikke et bolignummer. Det er en bokstav og fire siffer, for eksempel H0204.
import-error-cadastre-malformed = «{ $found }» er ikke gårds- og bruksnummer. Skriv for eksempel 31/847.
import-error-cell-error = Formelen i cella feiler. Skriv verdien.
import-error-formula-without-value = Formelen har ingen verdi. Åpne og lagre filen i Excel, eller skriv verdien.
import-error-address-missing = Adressen mangler.
import-error-name-missing = Navnet mangler.
import-error-received-missing = Datoen søknaden kom inn, mangler. Skriv for eksempel 01.03.2026.
import-error-amount-missing = Beløpet mangler. Skriv for eksempel 7850.
import-error-invoice-number-missing = Fakturaen har verken nummer eller forfallsdato å kjennes igjen på.
import-error-tenancy-ends-before-start = Leieforholdet slutter { $until }, før det begynner { $from }. Rett en av datoene.
import-error-decided-before-received = Vedtaket { $decided } er eldre enn søknaden { $received }. Rett en av datoene.
import-error-day-in-future = { $day } ligger fram i tid.
import-error-day-out-of-reason = { $day } kan ikke stemme. Dagen må ligge mellom { $earliest } og { $latest }.
import-error-amount-negative = «{ $found }» er mindre enn null. Husleie og inntekt er 0 eller mer.
import-error-number-out-of-reason = «{ $found }» kan ikke stemme. Det største vi tror på, er { $largest }.
import-error-year-out-of-reason = «{ $found }» er ikke et år mellom { $earliest } og { $latest }.
import-error-status-unknown = Vi kjenner ikke statusen «{ $found }». Skriv for eksempel Utleid eller Ledig for en bolig, Ny eller Avslag for en søknad.
import-error-kind-unknown = Vi kjenner ikke boligtypen «{ $found }». Skriv for eksempel Omsorgsbolig 2-roms eller Hybel.
import-error-vacant-with-tenant = Boligen står som ledig, men har leietaker. Rett statusen eller ta bort leietakeren.
import-error-other-tenant = Boligen står også i rad { $row }, med en annen leietaker. Behold raden som er rett.
import-error-homes-not-told-apart = Adressen står også i rad { $row }, som en annen bolig. Gi hver bolig sitt bolignummer, for eksempel H0204.
import-error-other-invoice = Fakturaen står også i rad { $row }, med et annet beløp. Behold raden som er rett.

# Hva en kolonne kan bety
import-field-address = Adresse
import-field-street = Gate
import-field-house-number = Husnummer
import-field-dwelling-number = Bolignummer (H0204)
import-field-postcode = Postnummer
import-field-place = Poststed
import-field-postcode-place = Postnummer og sted
import-field-external-number = Eget bolignummer
import-field-cadastre = Gnr/bnr
import-field-gnr = Gårdsnummer
import-field-bnr = Bruksnummer
import-field-section = Seksjon
import-field-area = Område
import-field-kind = Boligtype
import-field-care-home = Omsorgsbolig
import-field-rooms = Antall rom
import-field-bedrooms = Antall soverom
import-field-floor-area = Areal
import-field-built-year = Byggeår
import-field-floor = Etasje
import-field-lift = Heis
import-field-step-free = Trinnfri
import-field-wheelchair = Rullestol
import-field-owner = Eier
import-field-disposal = Disposisjonsform
import-field-rent = Husleie per måned
import-field-status = Status
import-field-status-since = Status fra
import-field-name = Navn
import-field-given-name = Fornavn
import-field-family-name = Etternavn
import-field-identity = Fødselsnummer
import-field-born = Fødselsdato
import-field-telephone = Telefon
import-field-email = E-post
import-field-protection = Adressebeskyttelse
import-field-lease-from = Kontrakt fra
import-field-lease-until = Kontrakt til
import-field-lease-kind = Kontraktstype
import-field-moved-out = Flyttet ut
import-field-received = Mottatt dato
import-field-household = Husstand (voksne + barn)
import-field-adults = Antall voksne
import-field-children = Antall barn
import-field-persons = Antall personer
import-field-situation = Bosituasjon i dag
import-field-target-group = Målgruppe
import-field-wished-area = Ønsket område
import-field-income = Netto inntekt per måned
import-field-decided = Vedtaksdato
import-field-officer = Saksbehandler
import-field-customer-number = Kundenummer
import-field-invoice-number = Fakturanummer
import-field-kid = KID
import-field-due = Forfallsdato
import-field-amount = Beløp
import-field-outstanding = Rest å betale
import-field-collection-step = Purring og inkasso
import-field-note = Merknad
import-field-ignored = Brukes ikke

# Arket med avviste rader
import-what-is-wrong = Hva er galt
