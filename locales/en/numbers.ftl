# The numbers of allocation: who gets a home, how long it takes, and what the homes wait for.

fairness-title = Who gets a home, and who waits
fairness-means = Counted over the meetings closed in the time. A household that waits on is in the next meeting too, and is counted once more. A household in two target groups is counted in both.
fairness-meetings =
    { $count ->
        [0] No meeting was closed in the time.
        [one] One meeting was closed in the time.
       *[other] { $count } meetings were closed in the time.
    }
fairness-from = From
fairness-to = To
fairness-households = Households
fairness-got = Got a home
fairness-of = { $count } of { $all }
fairness-placed = Times given
fairness-released = Let go without an offer
fairness-no-fitting-home = No home fitted
fairness-outranked = Others came before
fairness-cap-full = The limit was full
fairness-meeting = Meeting
fairness-came = What happened
fairness-no-rows = None.
fairness-none-text = When an allocation meeting is closed, its figures stand here.
numbers-title = The numbers of allocation
numbers-everybody = Everybody
numbers-times = From decision to moving in
numbers-times-means = Whole days, for offers made in the time. The large figure is the one in the middle: as many took longer as took less. An offer counts in a stretch once it has come to its end. A household in two target groups is in both.
numbers-offers =
    { $count ->
        [0] No offers were made in the time.
        [one] One offer was made in the time.
       *[other] { $count } offers were made in the time.
    }
numbers-times-none = When an offer is made, the figures stand here.
numbers-longest-of = longest { $longest }, of { $count } offers
numbers-offer = Offer
numbers-granted = Decision
numbers-accepted = Said yes
numbers-moved-in = Moved in
numbers-days = Days
numbers-declined = Said no
numbers-declines-none = Nobody has said no in the time.
numbers-vacancy = What homes wait for while they stand empty
numbers-vacancy-means = Days in the time when nobody lived in the home. Each day stands in one place: the furthest the home has come on the way to the next household. The middle and the longest are of each time a home waited for this.
numbers-vacancy-none = No home has stood empty in the time.
numbers-waits-for = Waits for
numbers-homes = Homes
numbers-median = In the middle
numbers-longest = Longest
numbers-first = First day
numbers-last = Last day
numbers-goes-on = waits still
offer-phase-vedtak-tilbud = From decision to offer
offer-phase-tilbud-ja = From offer to a yes
offer-phase-ja-innflytting = From a yes to moving in
vacancy-phase-klargjoring = Being made ready or mended
vacancy-phase-tilbud = Somebody to be offered it
vacancy-phase-svar = An answer to an offer
vacancy-phase-innflytting = Moving in after a yes
vacancy-phase-holdt-tilbake = Not for letting: for sale or closed
