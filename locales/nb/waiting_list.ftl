# Ventelisten: rekkefølgen med det den hviler på, og flytting for hånd.

nav-waiting-list = Venteliste
waiting-count = { $count } venter på bolig
waiting-text = Rekkefølgen følger av prioritetsgrunn, boligsituasjon, barn og tid etter regelsettet. Den som tildeler, avgjør.
waiting-no-rules = Uten regelsett finnes det ingen rekkefølge å vise.
waiting-none = Ingen venter på bolig
waiting-none-text = Den som får vedtak om bolig og venter på en, kommer hit.
waiting-no-priority = Ingen
waiting-place = Plass
waiting-days = Dager på venteliste
waiting-settled = Står bak den forrige på grunn av
waiting-move = Flytt saken
waiting-move-short = Flytt
waiting-move-one = Flytt sak { $number }
waiting-move-to = Hvor?
waiting-move-first = Foran alle
waiting-move-ahead = Foran de andre i prioritet { $rank }
waiting-move-last = Bak alle
waiting-move-back = Tilbake der opplysningene setter den
waiting-reason = Hvorfor
waiting-reason-hint = Begrunnelsen blir stående og følger saken.
waiting-earlier = Forrige
waiting-later = Neste
waiting-problem-reason = Skriv hvorfor saken flyttes.
waiting-problem-to = Velg hvor saken skal flyttes.
