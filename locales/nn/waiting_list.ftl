# Ventelista: rekkjefølgja med det ho kviler på, og flytting for hand.

nav-waiting-list = Venteliste
waiting-count = { $count } ventar på bustad
waiting-text = Rekkjefølgja følgjer av prioritetsgrunn, bustadsituasjon, barn og tid etter regelsettet. Den som tildeler, avgjer.
waiting-no-rules = Utan regelsett finst det inga rekkjefølgje å vise.
waiting-none = Ingen ventar på bustad
waiting-none-text = Den som får vedtak om bustad og ventar på ein, kjem hit.
waiting-no-priority = Ingen
waiting-place = Plass
waiting-days = Dagar på venteliste
waiting-settled = Står bak den førre på grunn av
waiting-move = Flytt saka
waiting-move-short = Flytt
waiting-move-one = Flytt sak { $number }
waiting-move-to = Kvar?
waiting-move-first = Framfor alle
waiting-move-ahead = Framfor dei andre i prioritet { $rank }
waiting-move-last = Bak alle
waiting-move-back = Tilbake der opplysningane set ho
waiting-reason = Kvifor
waiting-reason-hint = Grunngjevinga blir ståande og følgjer saka.
waiting-earlier = Førre
waiting-later = Neste
waiting-problem-reason = Skriv kvifor saka blir flytta.
waiting-problem-to = Vel kvar saka skal flyttast.
