# Veiviseren for import
imports-title = Hent inn filer
imports-intro = Slipp kontorets egne regneark og lister her. Du får se hvordan Husrom leser dem, og hvilke rader som er feil, før noe lagres.
imports-files = Filer
imports-files-hint = xlsx, ods eller csv, til sammen opptil { $limit } MB. Du kan velge flere.
imports-as-of = Filene gjelder per
imports-as-of-hint = Dagen opplysningene i filene var riktige.
imports-profile = Les kolonnene som
imports-profile-none = La Husrom finne ut av det
imports-upload = Se på filene
imports-refused-title = Dette kunne ikke leses
imports-no-file = Velg minst én fil.
imports-earlier = Tidligere importer
imports-none-title = Ingenting er hentet inn ennå
imports-none-text = Begynn med boligoversikten. Søkerlisten og restansene kan komme i samme omgang eller siden.
imports-when = Når
imports-who = Hvem
imports-state = Status
imports-what = Hva
imports-state-preview = Til gjennomsyn
imports-state-done = Lagret
imports-state-discarded = Lagt bort
imports-result = { $new } nye, { $changed } endret
imports-one = Import
imports-kicker = { $state } · gjelder per { $day }
imports-all = Alle importer
imports-ready = { $accepted } rader er klare til å lagres. { $rejected } rader er avvist og blir ikke med.
imports-accept = Lagre { $count } rader
imports-discard = Legg bort uten å lagre
imports-discard-sure = Legge bort importen uten å lagre noe fra den?
imports-profile-save = Husk lesingen av kolonnene under navnet
imports-profile-save-hint = Kan stå tomt. Neste gang filene kommer fra samme sted, velger du navnet.
imports-state-saving = Lagres nå
imports-progress-reading = Leser filene …
imports-progress = { $saved } av { $total } rader er klare
imports-progress-label = Så langt har importen kommet
imports-progress-done = Importen er ferdig
imports-progress-others = Du og andre kan arbeide videre imens. Ingenting er lagret før alt er lagret.
imports-done-title = Det importen førte til
imports-would-title = Det importen vil føre til
imports-skipped = { $count ->
    [one] Én rad er ikke lest: en sum, en merknad eller en tittel
   *[other] { $count } rader er ikke lest: summer, merknader og titler
  }
imports-columns-not-understood = Vi forstår ikke kolonnene { $columns }. De blir ikke lest før du velger hva de betyr.
imports-new = Nye
imports-changed = Endret
imports-unchanged = Som før
imports-protection = { $count ->
    [one] Én person har en merknad om hemmelig adresse og er skjermet til noen har sett på det.
   *[other] { $count } personer har en merknad om hemmelig adresse og er skjermet til noen har sett på det.
  }
imports-notes-left-out = { $count ->
    [one] Én merknad er ikke tatt inn, fordi den nevner noen med strengt fortrolig adresse ved en annen bolig enn deres.
   *[other] { $count } merknader er ikke tatt inn, fordi de nevner noen med strengt fortrolig adresse ved en annen bolig enn deres.
}
imports-protection-see = Se hvem
imports-protection-others = Dem med strengt fortrolig adresse ser du ikke selv. De som kan se på dem, er: { $names }.
imports-protection-nobody = Dem med strengt fortrolig adresse ser du ikke selv. Ingen kan se på dem før administratoren gir noen «Ser skjermede adresser».
imports-missing = Dette står i registeret, men ikke lenger i filene. Ingenting er slettet:
imports-missing-kind = { $kind }: { $count }
imports-missing-more = Og { $count } til.
imports-sheet-counts = { $rows } rader: { $accepted } gode, { $rejected } avvist.
imports-sheet-repeated = { $count ->
    [one] Én rad står to ganger og telles én gang: rad
   *[other] { $count } rader står flere ganger og telles én gang: rad
  }
imports-rejected-title = Avviste rader ({ $count })
imports-rejected-file = Last ned de avviste radene
imports-rejected-more = Og { $count } til. Alle står i regnearket.
imports-row = Rad
imports-column = Kolonne
imports-value = Det som står der
imports-unknown = Disse ordene kjenner vi ikke. Radene er med, men uten disse opplysningene:
imports-columns = Slik leser vi kolonnene
imports-columns-more = Og { $count } kolonner til som ikke er forstått. De blir ikke lest.
imports-kind = Arket handler om
imports-kind-none = Skal ikke leses
imports-samples = De første verdiene
imports-meaning = Betyr
imports-sure = Sikkerhet
imports-not-understood = Ikke forstått
imports-reread = Les på nytt med disse valgene

# Where one stands
imports-step-upload = Hent inn filer
imports-step-look = Se over
imports-step-save = Lagre
