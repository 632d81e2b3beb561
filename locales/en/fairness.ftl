# Who is passed over in the meetings, and why.

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
fairness-no-fitting-home = No home fitted
fairness-outranked = Others came before
fairness-cap-full = The limit was full
fairness-meeting = Meeting
fairness-came = What happened
fairness-no-rows = None.
fairness-none = No figures yet
fairness-none-text = When an allocation meeting is closed, its figures stand here.
