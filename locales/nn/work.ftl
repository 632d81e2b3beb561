# The work list: what is due, late, and waits for whom.
work-title = Arbeidsliste
work-whose = Kven sitt arbeid
work-mine = Mine saker
work-unit = Eininga mi
work-all = Heile kontoret
work-groups = Det som hastar
work-group-all = opne saker
work-kind = Sakstype
work-case = Sak
work-pressing = Hastar
work-due = Frist
work-waits-for = Ventar på
work-waits = { $whom } til { $day }
work-waits-nobody = Å bli fordelt
work-waits-office = Saksbehandlaren
work-waited = Kor lenge
work-waited-since = Ventar sidan
work-waited-held = { $days ->
    [0] Sett på vent i dag
    [one] 1 dag, sett på vent { $day }
   *[other] { $days } dagar, sett på vent { $day }
  }
work-waited-came-in = { $days ->
    [0] Kom inn i dag
    [one] 1 dag, kom inn { $day }
   *[other] { $days } dagar, kom inn { $day }
  }
work-waited-given = { $days ->
    [0] Fekk saka i dag
    [one] 1 dag, fekk saka { $day }
   *[other] { $days } dagar, fekk saka { $day }
  }
work-waited-resumed = { $days ->
    [0] Gjekk vidare i dag
    [one] 1 dag, gjekk vidare { $day }
   *[other] { $days } dagar, gjekk vidare { $day }
  }
work-asks-again = { $officer } spør igjen.
work-choose = Vel
work-choose-one = Vel sak { $number }
work-giving = Dei valde sakene
work-take = Ta dei sjølv
work-give = Gi til kollegaen
work-to-sign = Vedtak som ventar på underskrift
work-to-finish = Vedtak å gjere ferdig
work-to-review = Vedtak å sjå på igjen
work-appeals = Klager til behandling
work-since = { $days ->
    [0] frå i dag
    [one] 1 dag, sidan { $day }
   *[other] { $days } dagar, sidan { $day }
  }
work-since-appeal = { $days ->
    [0] klaga kom i dag
    [one] klaga kom { $day }, for 1 dag sidan
   *[other] klaga kom { $day }, for { $days } dagar sidan
  }
work-reviews = Leigekontraktar å vurdere på nytt
work-lease-expired = har gått ut
work-lease-ending = går ut innan tre månader
work-loads = Kven har kva
work-open = Opne
work-oldest = Eldste
work-none = Ingen opne saker
work-none-text = Du har ingen saker no. Sjå om nokon på kontoret ventar på å bli fordelt.
work-none-match = Ingen saker passar
work-none-match-text = Ta bort noko av det lista er avgrensa til, eller sjå alle.
work-show-all = Vis heile lista
work-problem-none = Kryss av for sakene det gjeld.
work-problem-stale = { $count ->
    [one] Éi sak vart endra av ein annan medan du såg på lista, og er ikkje flytta.
   *[other] { $count } saker vart endra av andre medan du såg på lista, og er ikkje flytta.
  }
# Deadlines in a calendar.
calendar-title = Fristar i kalenderen
calendar-text = Fristane i sakene dine kan visast i kalenderen du bruker. Berre saksnummer og kva som skal gjerast, ingen namn. Den som har adressa, kan lese ho: hald ho for deg sjølv.
calendar-new = Legg denne adressa inn som abonnement i kalenderen. Ho blir vist berre no.
calendar-made = Du laga ei adresse { $when }.
calendar-make = Lag ny adresse
calendar-end = Slå av
calendar-name = Husrom – fristar
calendar-answer = Svar eller førebels svar
calendar-promise = Lova svar
calendar-hold = Sjå på saka igjen
