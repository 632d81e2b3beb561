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
work-choose = Velg
work-choose-one = Velg sak { $number }
work-giving = De valgte sakene
work-take = Ta dem selv
work-give = Gi til kollegaen
work-to-sign = Vedtak som venter på underskrift
work-to-finish = Vedtak å gjøre ferdig
work-to-review = Vedtak å se på igjen
work-appeals = Klager til behandling
work-since = siden { $day }
work-by = { $day }
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
