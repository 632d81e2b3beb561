# What if: the same week with changes, beside the plan.

what-if-title = What if …
what-if-about = Work out the same week with more homes, other limits or new households, and see how it differs from the plan. Nothing in the register is changed.
what-if-none = Nothing has been tried
what-if-none-text = While the meeting is open, one can try what happens with more homes or other limits.
what-if-kept = Tried in this meeting
what-if-kept-about = Tried in this meeting. In brackets: the difference from the plan.
what-if-changed = What if …
what-if-new = Try something new
what-if-run = Work it out
what-if-to-meeting = To the meeting
what-if-all = Everything that was tried
what-if-unproven = not proven
what-if-more-homes = More homes
what-if-further-homes = More kinds of home
what-if-more-households = New households
what-if-further-households = More kinds of household
what-if-other-cap = Another limit
what-if-further-caps = More limits
what-if-no-change = No change
what-if-count = How many
what-if-rooms = Size
what-if-rooms-hint = For instance 3-roms (two bedrooms)
what-if-category = Kind of home
what-if-area = Area
what-if-anywhere = Not decided
what-if-rent = Rent a month
what-if-wheelchair = Adapted for a wheelchair
what-if-step-free-label = Step-free access
what-if-step-free = step-free
what-if-adults = Adults
what-if-children = Children
what-if-class = Need class
what-if-class-hint = 1 goes first
what-if-group = Target group
what-if-income = Income a month
what-if-income-hint = After tax. Empty means not known.
what-if-needs-wheelchair-label = Uses a wheelchair
what-if-needs-wheelchair = uses a wheelchair
what-if-earns = income { $income }
what-if-at-most = At most
what-if-cap-choice = { $name } (now { $at_most })
what-if-no-limit = no limit
what-if-homes =
    { $count ->
        [one] One more home
       *[other] { $count } more homes
    }: { $what }
what-if-households =
    { $count ->
        [one] One new household
       *[other] { $count } new households
    }: { $who }
what-if-cap = { $name }: at most { $at_most }
what-if-limits = Moves in all: { $moves }, in a ring: { $ring }, in a chain: { $chain }
what-if-new-household = New household { $number } ({ $size })
what-if-new-home = New home { $number } ({ $rooms })
what-if-gone = No longer waiting
what-if-outcome = What it means
what-if-better-class =
    { $count ->
        [one] One household more
       *[other] { $count } households more
    } in need class { $class } gets a home. That outweighs whatever else changes.
what-if-worse-class =
    { $count ->
        [one] One household fewer
       *[other] { $count } households fewer
    } in need class { $class } gets a home. That outweighs whatever else changes.
what-if-better-score = As many get a home. The homes fit better: { $points } points more.
what-if-worse-score = As many get a home. The homes fit worse: { $points } points less.
what-if-fewer-moves = As many get a home, as good a one, with fewer moves.
what-if-more-moves = As many get a home, as good a one, with more moves.
what-if-alike = No difference: as many get a home, as good a one.
what-if-turned-gains =
    { $count ->
        [one] One household gets a home that has none in the plan
       *[other] { $count } households get a home that have none in the plan
    }
what-if-turned-loses =
    { $count ->
        [one] One household loses the home it gets in the plan
       *[other] { $count } households lose the home they get in the plan
    }
what-if-turned-elsewhere =
    { $count ->
        [one] One household gets another home
       *[other] { $count } households get another home
    }
what-if-turned-new =
    { $count ->
        [one] One household is only here
       *[other] { $count } households are only here
    }
what-if-proven = Both are proven: no other allocation is better.
what-if-not-proven = They are not both proven: there may be a better allocation than the one found.
what-if-side-by-side = The plan and the what-if side by side
what-if-figure = Figure
what-if-plan = The plan
what-if-imagined = What if
what-if-difference = Difference
what-if-asked = Tenants who could move
what-if-whole = In all
what-if-fate-placed = Get a home
what-if-fate-moved = Change homes
what-if-fate-left = Are left without
what-if-fate-stays = Stay
what-if-homes-given = Homes given
what-if-homes-empty = Homes left empty
what-if-homes-lived-in = Homes whose tenant stays
what-if-home-given = Given
what-if-home-empty = Left empty
what-if-home-lived-in = The tenant stays
what-if-moves = Moves
what-if-score = Points
what-if-one-more-move = One more exchange is worth up to (points)
what-if-no-bound = No limit binds, and none is used otherwise.
what-if-bound = Limits that bind, or are used otherwise
what-if-all-caps =
    { $count ->
        [one] One limit
       *[other] { $count } limits
    }
what-if-used-of = Used of at most
what-if-turn-gains = Gets a home
what-if-turn-loses = Loses the home
what-if-turn-elsewhere = Another home
what-if-turn-new = Only here
what-if-turn-same = As in the plan
what-if-rows-all = All the households
what-if-rows-changed = For whom it changes something
what-if-show-all = Show all the households
what-if-no-rows = None.
what-if-class-short = Class
what-if-worth = Reckoned price (points)
what-if-for-them = For them
what-if-not-in-it = Not in it
what-if-stays-in = Stays in { $home }
what-if-made = Worked out { $at }, against run { $run } of the meeting. Can be checked:
what-if-problem-nothing = Change at least one thing: more homes, new households, another limit or more moves.
what-if-problem-count = The number must be from 1 to 200.
what-if-problem-rooms = Write the size as rooms, for instance 3-roms.
what-if-problem-size = A household has from 1 to 20 adults and at most 20 children.
what-if-problem-number = Write a whole number. Found { $found }.
what-if-problem-amount = Write the amount in kroner. Found { $found }.
what-if-problem-needed = Must be filled in.
what-if-points = { $points } points
what-if-rows-score = the placements that give the sum of { $points } points
what-if-rows-cap = { $cap }, those the limit counts and those it stops
what-if-cap-others =
    { $count ->
        [one] The limit counts one tenant more, who stays.
       *[other] The limit counts { $count } tenants more, who stay.
    }
