# Homes: the list, a home's page, the forms.
dwellings-title = Boliger
dwellings-new = Ny bolig
dwellings-search = Adresse, bruksenhet eller nummer
dwellings-as-of = Slik det var den
dwellings-on = Slik det var { $day }
dwellings-in-stock = I boligmassen (alle unntatt avhendede)
dwellings-counts-as-vacant = Tomgang (ingen bor der)
dwellings-ordinary = Alle unntatt omsorgsboliger
dwellings-with-wheelchair = Tilpasset rullestol
dwellings-without-wheelchair = Ikke tilpasset rullestol
dwellings-none = Ingen boliger ennå
dwellings-none-text = Importer boliglisten kommunen har, eller legg inn den første boligen for hånd.
dwellings-none-match = Ingen boliger passer
dwellings-none-match-text = Ta bort noe av det listen er avgrenset til, eller se alle.
dwellings-show-all = Vis alle boliger
export-xlsx = Last ned som regneark
export-csv = Last ned som CSV
dwelling-address = Adresse
dwelling-address-hint = Gate og husnummer, for eksempel Granlia 7
dwelling-unit = Bruksenhetsnummer
dwelling-unit-hint = For eksempel H0204. La feltet stå tomt når adressen bare har én bolig.
dwelling-postcode = Postnummer
dwelling-place = Poststed
dwelling-postal = Poststed
dwelling-cadastre = Matrikkelnummer
dwelling-cadastre-hint = Gårds- og bruksnummer, for eksempel 12/345
dwelling-area = Område
dwelling-area-hint = Delen av kommunen, slik dere deler den inn
dwelling-category = Kategori
dwelling-rooms = Rom
dwelling-rooms-hint = For eksempel 2-roms eller hybel. En 2-roms har ett soverom.
dwelling-rooms-exact = { $rooms }-roms
dwelling-floor-area = Areal
dwelling-built-year = Byggeår
dwelling-floor = Etasje
dwelling-lift = Heis
dwelling-step-free = Trinnfri
dwelling-wheelchair = Rullestol
dwelling-owner = Eier
dwelling-disposal = Disposisjonsform
dwelling-rent = Husleie
dwelling-rent-hint = Kroner i måneden
dwelling-rent-from = Ny husleie gjelder fra
dwelling-rent-from-hint = Brukes bare når husleien er endret
dwelling-status = Status
dwelling-status-since = Status fra dag
dwelling-status-since-hint = La feltet stå tomt når dagen ikke er kjent
dwelling-days-vacant = Dager tom
dwelling-external-number = Kommunens bolignummer
dwelling-note = Merknad
dwelling-note-hint = Om boligen. Skriv aldri om personer her.
dwelling-yes = Ja
dwelling-no = Nei
dwelling-unknown = Vet ikke
dwelling-choose = Velg status
dwelling-days = { $days ->
    [one] 1 dag
   *[other] { $days } dager
  }
dwelling-days-at-least = { $days ->
    [one] minst 1 dag
   *[other] minst { $days } dager
  }
dwelling-held-days = { $days ->
    [one] varte i 1 dag
   *[other] varte i { $days } dager
  }
dwelling-held-so-far = { $days ->
    [one] har vart i 1 dag
   *[other] har vart i { $days } dager
  }
dwelling-held-before = Gjaldt også før denne dagen. Ingen vet siden når.
dwelling-held-from-then = Gjelder fra denne dagen, uten at noen gjør noe.
dwelling-let = Nytt leieforhold
dwelling-edit = Endre
dwelling-edit-title = Endre bolig
dwelling-save = Lagre boligen
dwelling-facts = Om boligen
dwelling-tenants = Hvem bor her
dwelling-occupied-restricted = Utleid – skjermet
dwelling-lives-here-since = leier fra { $day }
dwelling-moves-in = flytter inn { $day }
dwelling-lease-until = Kontrakten gjelder til { $day }
dwelling-lease-open = Kontrakten er tidsubestemt
dwelling-nobody-registered = Ingen leier er registrert nå.
dwelling-earlier-tenants = Har bodd her
dwelling-arrears = Restanser på boligen
dwelling-no-arrears = Ingen åpne fakturaer.
dwelling-owed = Til sammen { $amount } utestående.
dwelling-invoice = Faktura
dwelling-invoice-due = Forfall
dwelling-invoice-outstanding = Rest
dwelling-invoice-credit = kredit
dwelling-building = Andre boliger på adressen
dwelling-whole-building = Vis alle boligene på adressen
dwelling-change-status = Ny status
dwelling-change-status-save = Lagre ny status
dwelling-from-day = Gjelder fra
dwelling-statuses = Status dag for dag
dwelling-rents = Husleie
dwelling-since-day = Fra { $day }
dwelling-group-where = Hvor boligen er
dwelling-group-what = Hva slags bolig det er
dwelling-group-rent = Husleie og eie
dwelling-group-more = Annet
dwelling-open-other = Åpne { $address }
dwelling-problem-no-street = Skriv gateadressen til boligen.
dwelling-problem-negative-rent = Husleien er { $rent }. Den kan ikke være under null.
dwelling-problem-unbelievable-rent = Husleien er { $rent } i måneden. Skriv leien for én måned, ikke for et år.
dwelling-problem-impossible-area = Ingen bolig har et areal på { $area }.
dwelling-problem-impossible-rooms = Ingen bolig har { $rooms } rom.
dwelling-problem-impossible-year = Ingen bolig er bygd i { $year }.
dwelling-problem-impossible-floor = Ingen bolig ligger i etasje { $floor }.
dwelling-problem-there-already = { $address } er registrert fra før.
dwelling-problem-day-to-come = Dagen er ikke kommet ennå. Registrer det når den er her.
dwelling-problem-day-needed = Velg dagen det gjelder fra.
dwelling-problem-status-needed = Velg en status.
dwelling-problem-lived-in = Det bor noen i boligen. Registrer fraflyttingen først.
dwelling-problem-postcode = { $found } er ikke et postnummer. Det har fire sifre, for eksempel 2815.
dwelling-problem-unit = { $found } er ikke et bruksenhetsnummer. Skriv for eksempel H0204.
dwelling-problem-cadastre = { $found } er ikke et matrikkelnummer. Skriv for eksempel 12/345.
dwelling-problem-category = Velg en kategori.
dwelling-problem-rooms = { $found } er ikke et antall rom. Skriv for eksempel 2-roms eller hybel.
dwelling-problem-floor-area = { $found } er ikke et areal. Skriv for eksempel 54,5.
dwelling-problem-number = { $found } er ikke et helt tall.
dwelling-problem-amount = { $found } er ikke et beløp. Skriv for eksempel 7850 eller 7 850,00.
dwelling-problem-day = { $found } er ikke en dag i kalenderen. Skriv for eksempel 01.03.2026.
history-title = Endringer
history-none = Ingen endringer er gjort for hånd.
history-create = Registrert
history-import = Importert
history-change = Endret
