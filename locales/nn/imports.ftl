# Vegvisaren for import
imports-title = Hent inn filer
imports-intro = Slepp rekneark og lister frå kontoret her. Du får sjå korleis Husrom les dei, og kva rader som er feil, før noko blir lagra.
imports-files = Filer
imports-files-hint = xlsx, ods eller csv, til saman opptil { $limit } MB. Du kan velje fleire.
imports-as-of = Filene gjeld per
imports-as-of-hint = Dagen opplysningane i filene var rette.
imports-profile = Les kolonnane som
imports-profile-none = La Husrom finne ut av det
imports-upload = Sjå på filene
imports-refused-title = Dette kunne ikkje lesast
imports-no-file = Vel minst éi fil.
imports-earlier = Tidlegare importar
imports-none-title = Ingenting er henta inn enno
imports-none-text = Byrj med bustadoversikta. Søkjarlista og restansane kan kome i same omgang eller sidan.
imports-when = Når
imports-who = Kven
imports-state = Status
imports-what = Kva
imports-state-preview = Til gjennomsyn
imports-state-done = Lagra
imports-state-discarded = Lagd bort
imports-result = { $new } nye, { $changed } endra
imports-one = Import
imports-kicker = { $state } · gjeld per { $day }
imports-all = Alle importar
imports-ready = { $accepted } rader er klare til å lagrast. { $rejected } rader er avviste og blir ikkje med.
imports-accept = Lagre { $count } rader
imports-discard = Legg bort utan å lagre
imports-discard-sure = Leggje bort importen utan å lagre noko frå han?
imports-profile-save = Hugs lesinga av kolonnane under namnet
imports-profile-save-hint = Kan stå tomt. Neste gong filene kjem frå same stad, vel du namnet.
imports-state-saving = Blir lagra no
imports-progress-reading = Les filene …
imports-progress = { $saved } av { $total } rader er klare
imports-progress-label = Så langt har importen kome
imports-progress-done = Importen er ferdig
imports-progress-others = Du og andre kan arbeide vidare imens. Ingenting er lagra før alt er lagra.
imports-done-title = Det importen førte til
imports-would-title = Det importen vil føre til
imports-skipped = { $count ->
    [one] Éi rad er ikkje lesen: ein sum, ein merknad eller ein tittel
   *[other] { $count } rader er ikkje lesne: summar, merknader og titlar
  }
imports-columns-not-understood = Vi forstår ikkje kolonnane { $columns }. Dei blir ikkje lesne før du vel kva dei tyder.
imports-new = Nye
imports-changed = Endra
imports-unchanged = Som før
imports-protection = { $count ->
    [one] Éin person har ein merknad om hemmeleg adresse og er skjerma til nokon har sett på det.
   *[other] { $count } personar har ein merknad om hemmeleg adresse og er skjerma til nokon har sett på det.
  }
imports-notes-left-out = { $count ->
    [one] Éin merknad er ikkje teken inn, fordi han nemner nokon med strengt fortruleg adresse ved ein annan bustad enn deira.
   *[other] { $count } merknader er ikkje tekne inn, fordi dei nemner nokon med strengt fortruleg adresse ved ein annan bustad enn deira.
}
imports-protection-see = Sjå kven
imports-protection-others = Dei med strengt fortruleg adresse ser du ikkje sjølv. Dei som kan sjå på dei, er: { $names }.
imports-protection-nobody = Dei med strengt fortruleg adresse ser du ikkje sjølv. Ingen kan sjå på dei før administratoren gir nokon «Ser skjerma adresser».
imports-missing = Dette står i registeret, men ikkje lenger i filene. Ingenting er sletta:
imports-missing-kind = { $kind }: { $count }
imports-missing-more = Og { $count } til.
imports-sheet-counts = { $rows } rader: { $accepted } gode, { $rejected } avviste.
imports-sheet-repeated = { $count ->
    [one] Éi rad står to gonger og blir talt éin gong: rad
   *[other] { $count } rader står fleire gonger og blir talde éin gong: rad
  }
imports-rejected-title = Avviste rader ({ $count })
imports-rejected-file = Last ned dei avviste radene
imports-rejected-more = Og { $count } til. Alle står i reknearket.
imports-row = Rad
imports-column = Kolonne
imports-value = Det som står der
imports-unknown = Desse orda kjenner vi ikkje. Radene er med, men utan desse opplysningane:
imports-columns = Slik les vi kolonnane
imports-columns-more = Og { $count } kolonnar til som ikkje er forstått. Dei blir ikkje lesne.
imports-kind = Arket handlar om
imports-kind-none = Skal ikkje lesast
imports-samples = Dei første verdiane
imports-meaning = Tyder
imports-sure = Kor sikkert
imports-not-understood = Ikkje forstått
imports-reread = Les på nytt med desse vala

# Where one stands
imports-step-upload = Hent inn filer
imports-step-look = Sjå over
imports-step-save = Lagre
