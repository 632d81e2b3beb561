# The work list: what is due, late, and waits for whom.
work-title = Arbeidsliste
work-whose = Hvem sitt arbeid
work-mine = Mine saker
work-unit = Enheten min
work-all = Hele kontoret
work-groups = Det som haster
work-group-all = åpne saker
work-kind = Sakstype
work-case = Sak
work-pressing = Haster
work-due = Frist
work-waits-for = Venter på
work-waits = { $whom } til { $day }
work-waits-nobody = Å bli fordelt
work-waits-office = Saksbehandleren
work-waited = Hvor lenge
work-waited-since = Venter siden
work-waited-held = { $days ->
    [0] Satt på vent i dag
    [one] 1 dag, satt på vent { $day }
   *[other] { $days } dager, satt på vent { $day }
  }
work-waited-came-in = { $days ->
    [0] Kom inn i dag
    [one] 1 dag, kom inn { $day }
   *[other] { $days } dager, kom inn { $day }
  }
work-waited-given = { $days ->
    [0] Fikk saken i dag
    [one] 1 dag, fikk saken { $day }
   *[other] { $days } dager, fikk saken { $day }
  }
work-waited-resumed = { $days ->
    [0] Gikk videre i dag
    [one] 1 dag, gikk videre { $day }
   *[other] { $days } dager, gikk videre { $day }
  }
work-asks-again = { $officer } spør igjen.
work-choose = Velg
work-choose-one = Velg sak { $number }
work-giving = De valgte sakene
work-take = Ta dem selv
work-give = Gi til kollegaen
work-to-sign = Vedtak som venter på underskrift
work-to-finish = Vedtak å gjøre ferdig
work-to-review = Vedtak å se på igjen
work-appeals = Klager til behandling
work-since = { $days ->
    [0] fra i dag
    [one] 1 dag, siden { $day }
   *[other] { $days } dager, siden { $day }
  }
work-since-appeal = { $days ->
    [0] klagen kom i dag
    [one] klagen kom { $day }, for 1 dag siden
   *[other] klagen kom { $day }, for { $days } dager siden
  }
work-reviews = Leiekontrakter å vurdere på nytt
work-lease-expired = har gått ut
work-lease-ending = går ut innen tre måneder
work-loads = Hvem har hva
work-open = Åpne
work-oldest = Eldste
work-none = Ingen åpne saker
work-none-text = Du har ingen saker nå. Se om noen på kontoret venter på å bli fordelt.
work-none-match = Ingen saker passer
work-none-match-text = Ta bort noe av det listen er avgrenset til, eller se alle.
work-show-all = Vis hele listen
work-problem-none = Kryss av for sakene det gjelder.
work-problem-stale = { $count ->
    [one] Én sak ble endret av en annen mens du så på listen, og er ikke flyttet.
   *[other] { $count } saker ble endret av andre mens du så på listen, og er ikke flyttet.
  }
# Deadlines in a calendar.
calendar-title = Frister i kalenderen
calendar-text = Fristene i sakene dine kan vises i kalenderen du bruker. Bare saksnummer og hva som skal gjøres, ingen navn. Den som har adressen, kan lese den: hold den for deg selv.
calendar-new = Legg denne adressen inn som abonnement i kalenderen. Den vises bare nå.
calendar-made = Du laget en adresse { $when }.
calendar-make = Lag ny adresse
calendar-end = Slå av
calendar-name = Husrom – frister
calendar-answer = Svar eller foreløpig svar
calendar-promise = Lovet svar
calendar-hold = Se på saken igjen
