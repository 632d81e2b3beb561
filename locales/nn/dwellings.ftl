# Homes: the list, a home's page, the forms.
dwellings-title = Bustader
dwellings-new = Ny bustad
dwellings-search = Adresse, brukseining eller nummer
dwellings-as-of = Slik det var den
dwellings-on = Slik det var { $day }
dwellings-in-stock = I bustadmassen (alle unnateke avhenda)
dwellings-counts-as-vacant = Tomgang (ingen bur der)
dwellings-ordinary = Alle unnateke omsorgsbustader
dwellings-with-wheelchair = Tilpassa rullestol
dwellings-without-wheelchair = Ikkje tilpassa rullestol
dwellings-none = Ingen bustader enno
dwellings-none-text = Importer bustadlista kommunen har, eller legg inn den første bustaden for hand.
dwellings-none-match = Ingen bustader passar
dwellings-none-match-text = Ta bort noko av det lista er avgrensa til, eller sjå alle.
dwellings-show-all = Vis alle bustader
export-xlsx = Last ned som rekneark
export-csv = Last ned som CSV
dwelling-address = Adresse
dwelling-address-hint = Gate og husnummer, til dømes Granlia 7
dwelling-unit = Brukseiningsnummer
dwelling-unit-hint = Til dømes H0204. Lat feltet stå tomt når adressa berre har éin bustad.
dwelling-postcode = Postnummer
dwelling-place = Poststad
dwelling-postal = Poststad
dwelling-cadastre = Matrikkelnummer
dwelling-cadastre-hint = Gards- og bruksnummer, til dømes 12/345
dwelling-area = Område
dwelling-area-hint = Delen av kommunen, slik de deler han inn
dwelling-category = Kategori
dwelling-rooms = Rom
dwelling-rooms-hint = Til dømes 2-roms eller hybel. Ein 2-roms har eitt soverom.
dwelling-rooms-exact = { $rooms }-roms
dwelling-floor-area = Areal
dwelling-built-year = Byggjeår
dwelling-floor = Etasje
dwelling-lift = Heis
dwelling-step-free = Trinnfri
dwelling-wheelchair = Rullestol
dwelling-owner = Eigar
dwelling-disposal = Disposisjonsform
dwelling-rent = Husleige
dwelling-rent-hint = Kroner i månaden
dwelling-rent-from = Ny husleige gjeld frå
dwelling-rent-from-hint = Blir berre brukt når husleiga er endra
dwelling-status = Status
dwelling-status-since = Status frå dag
dwelling-status-since-hint = Lat feltet stå tomt når dagen ikkje er kjend
dwelling-days-vacant = Dagar tom
dwelling-external-number = Kommunen sitt bustadnummer
dwelling-note = Merknad
dwelling-note-hint = Om bustaden. Skriv aldri om personar her.
dwelling-yes = Ja
dwelling-no = Nei
dwelling-unknown = Veit ikkje
dwelling-choose = Vel status
dwelling-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagar
  }
dwelling-days-at-least = { $days ->
    [one] minst 1 dag
   *[other] minst { $days } dagar
  }
dwelling-held-days = { $days ->
    [one] varte i 1 dag
   *[other] varte i { $days } dagar
  }
dwelling-held-so-far = { $days ->
    [one] har vart i 1 dag
   *[other] har vart i { $days } dagar
  }
dwelling-held-before = Galdt òg før denne dagen. Ingen veit sidan når.
dwelling-held-from-then = Gjeld frå denne dagen, utan at nokon gjer noko.
dwelling-let = Nytt leigeforhold
dwelling-edit = Endre
dwelling-edit-title = Endre bustad
dwelling-save = Lagre bustaden
dwelling-facts = Om bustaden
dwelling-tenants = Kven bur her
dwelling-occupied-restricted = Utleigd – skjerma
dwelling-lives-here-since = leiger frå { $day }
dwelling-moves-in = flyttar inn { $day }
dwelling-lease-until = Kontrakten gjeld til { $day }
dwelling-lease-open = Kontrakten er tidsuavgrensa
dwelling-nobody-registered = Ingen leigar er registrert no.
dwelling-earlier-tenants = Har budd her
dwelling-arrears = Restansar på bustaden
dwelling-no-arrears = Ingen opne fakturaer.
dwelling-owed = Til saman { $amount } uteståande.
dwelling-invoice = Faktura
dwelling-invoice-due = Forfall
dwelling-invoice-outstanding = Rest
dwelling-invoice-credit = kredit
dwelling-building = Andre bustader på adressa
dwelling-whole-building = Vis alle bustadene på adressa
dwelling-change-status = Ny status
dwelling-change-status-save = Lagre ny status
dwelling-from-day = Gjeld frå
dwelling-statuses = Status dag for dag
dwelling-rents = Husleige
dwelling-since-day = Frå { $day }
dwelling-group-where = Kvar bustaden er
dwelling-group-what = Kva slags bustad det er
dwelling-group-rent = Husleige og eige
dwelling-group-more = Anna
dwelling-open-other = Opne { $address }
dwelling-problem-no-street = Skriv gateadressa til bustaden.
dwelling-problem-negative-rent = Husleiga er { $rent }. Ho kan ikkje vere under null.
dwelling-problem-unbelievable-rent = Husleiga er { $rent } i månaden. Skriv leiga for éin månad, ikkje for eit år.
dwelling-problem-impossible-area = Ingen bustad har eit areal på { $area }.
dwelling-problem-impossible-rooms = Ingen bustad har { $rooms } rom.
dwelling-problem-impossible-year = Ingen bustad er bygd i { $year }.
dwelling-problem-impossible-floor = Ingen bustad ligg i etasje { $floor }.
dwelling-problem-there-already = { $address } er registrert frå før.
dwelling-problem-day-to-come = Dagen er ikkje komen enno. Registrer det når han er her.
dwelling-problem-day-needed = Vel dagen det gjeld frå.
dwelling-problem-status-needed = Vel ein status.
dwelling-problem-lived-in = Det bur nokon i bustaden. Registrer fråflyttinga først.
dwelling-problem-postcode = { $found } er ikkje eit postnummer. Det har fire siffer, til dømes 2815.
dwelling-problem-unit = { $found } er ikkje eit brukseiningsnummer. Skriv til dømes H0204.
dwelling-problem-cadastre = { $found } er ikkje eit matrikkelnummer. Skriv til dømes 12/345.
dwelling-problem-category = Vel ein kategori.
dwelling-problem-rooms = { $found } er ikkje eit tal på rom. Skriv til dømes 2-roms eller hybel.
dwelling-problem-floor-area = { $found } er ikkje eit areal. Skriv til dømes 54,5.
dwelling-problem-number = { $found } er ikkje eit heilt tal.
dwelling-problem-amount = { $found } er ikkje eit beløp. Skriv til dømes 7850 eller 7 850,00.
dwelling-problem-day = { $found } er ikkje ein dag i kalenderen. Skriv til dømes 01.03.2026.
history-title = Endringar
history-none = Ingen endringar er gjorde for hand.
history-create = Registrert
history-import = Importert
history-change = Endra
