# The work list: what is due, late, and waits for whom.
work-title = Work list
work-whose = Whose work
work-mine = My cases
work-unit = My unit
work-all = The whole office
work-groups = What is pressing
work-group-all = open cases
work-kind = Kind of case
work-case = Case
work-pressing = Pressing
work-due = Due
work-waits-for = Waits for
work-waits = { $whom } until { $day }
work-waits-nobody = Somebody to have it
work-waits-office = The caseworker
work-waited = How long
work-waited-since = Waits since
work-waited-held = { $days ->
    [0] Put on hold today
    [one] 1 day, put on hold { $day }
   *[other] { $days } days, put on hold { $day }
  }
work-waited-came-in = { $days ->
    [0] Came in today
    [one] 1 day, came in { $day }
   *[other] { $days } days, came in { $day }
  }
work-waited-given = { $days ->
    [0] Got the case today
    [one] 1 day, got the case { $day }
   *[other] { $days } days, got the case { $day }
  }
work-waited-resumed = { $days ->
    [0] Went on today
    [one] 1 day, went on { $day }
   *[other] { $days } days, went on { $day }
  }
work-asks-again = { $officer } asks again.
work-choose = Choose
work-choose-one = Choose case { $number }
work-giving = The chosen cases
work-take = Take them yourself
work-give = Give to the colleague
work-to-sign = Decisions waiting for a signature
work-to-finish = Decisions to finish
work-to-review = Decisions to look at again
work-appeals = Appeals to handle
work-since = { $days ->
    [0] from today
    [one] 1 day, since { $day }
   *[other] { $days } days, since { $day }
  }
work-since-appeal = { $days ->
    [0] the appeal came today
    [one] the appeal came { $day }, 1 day ago
   *[other] the appeal came { $day }, { $days } days ago
  }
work-reviews = Leases to look at again
work-lease-expired = have run out
work-lease-ending = run out within three months
work-loads = Who has what
work-open = Open
work-oldest = Oldest
work-none = No open cases
work-none-text = You have no cases now. See whether any in the office wait to be assigned.
work-none-match = No cases match
work-none-match-text = Take away something the list is narrowed to, or see all.
work-show-all = Show the whole list
work-problem-none = Tick the cases it is about.
work-problem-stale = { $count ->
    [one] One case was changed by somebody else while you looked at the list, and is not moved.
   *[other] { $count } cases were changed by others while you looked at the list, and are not moved.
  }
# Deadlines in a calendar.
calendar-title = Deadlines in the calendar
calendar-text = The deadlines of your cases can be shown in the calendar you use. Only case numbers and what is to be done, no names. Whoever has the address can read it: keep it to yourself.
calendar-new = Add this address as a subscription in the calendar. It is shown only now.
calendar-made = You made an address { $when }.
calendar-make = Make a new address
calendar-end = Turn off
calendar-name = Husrom – deadlines
calendar-answer = Answer or interim answer
calendar-promise = Promised answer
calendar-hold = Look at the case again
