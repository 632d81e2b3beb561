# Allocation: what fits whom, the meeting and its minutes.

nav-allocations = Allocation
allocation-about = The allocation meeting sees all vacant homes at once. The program proposes, the meeting decides.
allocation-rules = Fit rules
allocation-day = Day of the meeting
allocation-call = Call a meeting
allocation-open = Open
allocation-closed = Closed
allocation-title = Allocation meeting { $day }
allocation-none = No meetings yet
allocation-none-text = When a meeting is called, the program proposes who gets which home.
allocation-back = Back
allocation-fit-about = By the rules that hold today. What fits best stands first.
allocation-fit-none = Nothing to compare with
allocation-fit-none-text = There are no vacant homes, or nobody who waits for one.
allocation-fit-title = Does the home fit?
allocation-fit-homes = Which homes fit
allocation-fit-households = Who fits here
allocation-fit-proposed = The home is proposed for this household.
allocation-fit-nobody = The home is proposed for nobody.
allocation-change = What it takes:
allocation-score = { $score } points
allocation-score-about = The points are the sum of the parts below. They decide between households in the same need class. The place on the waiting list counts there through the time they have waited.
allocation-home = Home
allocation-household = Household
allocation-reading = Reading
allocation-points = Points
allocation-in-the-way = The first thing in the way
allocation-size =
    { $adults ->
        [one] 1 adult
       *[other] { $adults } adults
    }{ $children ->
        [0] {""}
        [one] , 1 child
       *[other] , { $children } children
    }
allocation-place = no. { $place } on the waiting list
allocation-asked = tenant who could move
allocation-free-now = Vacant now
allocation-free-on = Vacant { $day }
allocation-free-no-day = No date yet
allocation-freed = Freed by a move
allocation-floor = floor { $floor }
allocation-lift = lift
allocation-wheelchair = wheelchair
allocation-summary = { $placed } get a home, { $moves } move, { $without } go without.
allocation-not-solved = The meeting has not been solved.
allocation-proven = No other allocation is better ({ $score } points in all).
allocation-not-proven = The best found so far ({ $score } points).
allocation-at-most-class = At most { $best } households of need class { $class } can get a home; here { $found } do.
allocation-at-most-score = No allocation can give more than { $best } points.
allocation-at-least-moves = No allocation as good has fewer than { $best } moves; here there are { $found }.
allocation-search = Looking for the best allocation: { $seconds } of at most { $longest } seconds. The best found stands below as soon as there is something.
allocation-search-label = How long it has been looked for
allocation-search-done = Done. Show the page again.
allocation-search-stop = Stop and keep the best so far
allocation-stale =
    { $count ->
        [one] One proposal no longer holds
       *[other] { $count } proposals no longer hold
    }, since something has changed in the register. Solve again.
allocation-conflict = Somebody else changed the meeting meanwhile. The page shows what holds now.
allocation-show-names = Show names
allocation-hide-names = Hide names
allocation-show-alternatives = Show alternatives
allocation-hide-alternatives = Hide alternatives
allocation-changes = What changed
allocation-nothing = no home
allocation-homes = Homes
allocation-no-homes = No homes to give
allocation-no-homes-text = Homes that are vacant, being prepared or under notice appear here.
allocation-class = Need class { $class }
allocation-leaves = moves from { $home }
allocation-step = Step { $step }
allocation-held = Held back
allocation-nobody = Nobody is proposed
allocation-lock = Lock
allocation-forbid = Not this one
allocation-hold = Hold the home back
allocation-choose = Choose
allocation-undo = Undo
allocation-alternatives =
    { $count ->
        [one] One alternative
       *[other] { $count } alternatives
    }
allocation-elsewhere = proposed for { $home }
allocation-to-clarify = to clear up
allocation-without =
    { $count ->
        [one] One household goes without
       *[other] { $count } households go without
    }
allocation-why-no-home = None of the homes fits.
allocation-why-outranked = Other households came first in the homes that fit.
allocation-why-cap = The limit is reached: { $cap }.
allocation-caps = Limits for a good neighbourhood
allocation-cap = Limit
allocation-used = Used
allocation-at-most = At most
allocation-reserve = Leave a home for somebody
allocation-reserve-save = Leave the home
allocation-pick = Choose
allocation-reason = Reason
allocation-change-cap = Change a limit for this meeting
allocation-limits = How much may move
allocation-limits-hint = An empty field means no limit.
allocation-moves = Moves in all
allocation-ring = Households in a ring
allocation-chain = Households in a chain
allocation-solve = Solve again
allocation-participants = Present
allocation-participants-label = Name; unit; not impartial in application
allocation-participants-hint = A line each. Write the numbers of applications somebody does not decide about: Kari Nordmann; Nav; 2026/00417
allocation-participants-save = Save who is present
allocation-stepped-aside = Stepped aside for { $numbers }.
allocation-close = Decide and close the meeting
allocation-close-text = The proposals on the page become placements, and the minutes are locked.
allocation-close-confirm = Decide the allocation and close the meeting?
allocation-minutes = Minutes
allocation-decided = Decided
allocation-nothing-decided = No homes were given.
allocation-choices = What the meeting laid down
allocation-closed-by = Closed { $day } by { $who }.
allocation-minutes-ends =
    { $without ->
        [one] One household
       *[other] { $without } households
    } went without. Run { $run }, { $score } points, Husrom { $program }.
allocation-run = Run { $run } (Husrom { $program }) can be checked: the same program gives the same answer to the same file, to the letter.
allocation-run-not-proven = Run { $run } (Husrom { $program }) is not proven and cannot be repeated to the letter. It can be checked that the answer is possible and what it scores.
allocation-chosen-proposed = as proposed
allocation-chosen-locked = locked by the meeting
allocation-chosen-reserved = left for them with a reason
allocation-taken-back = taken back
allocation-choice-lock = Locked
allocation-choice-forbid = Not this one
allocation-choice-hold = Held back
allocation-choice-reserve = Left for
allocation-choice-cap = Changed limit
allocation-problem-past = The day of the meeting cannot have passed.
allocation-problem-whole = Choose both a home and a household.
allocation-problem-reason = Write why.
allocation-problem-nobody = Write who is present.
allocation-problem-number = Write a whole number.
allocation-problem-number-unknown = No application in the meeting has the number { $found }.
allocation-problem-stale = A proposal no longer holds. Solve again before the meeting is closed.
fit-rules-from = In force from { $day }.
fit-rules-clauses = Clauses
fit-rules-clause = Clause
fit-rules-demand = What it means
fit-rules-written = The rule
fit-rules-points = Points
fit-rules-part = Given for
fit-rules-caps = Limits for a good neighbourhood
fit-rules-per = Counted per
fit-rules-who = Counts
fit-rules-from-level = from { $level }
fit-rules-save = Save the rules
fit-rules-earlier = Rules that have been saved
fit-rules-change = Change the rules
fit-rules-details = In detail
fit-rules-left-out = Not looked at: { $clauses }.
fit-rules-no-caps = No limits.
fit-rules-moves = Exchanges and moves
fit-rules-no-limit = No limit
fit-rules-nobody-asked = Nobody is asked
fit-rules-points-waited = { $points } a month, for at most { $months } months
fit-rules-points-low-rent = { $points } when the rent is at most { $percent } % of the income
fit-rules-form-title = New rules for what fits
fit-rules-form-text = Tick what is to be looked at. With the date of rules that exist, this becomes a new revision of them. Nothing is saved until you choose to save.
fit-rules-preview = See what it leads to
fit-rules-about = About the rules
fit-rules-looked-at = This is looked at
fit-rules-cap-holds = The limit holds
fit-rules-cap = Limit: { $name }
fit-rules-cap-new = Limit { $number }
fit-rules-no-level = The level does not count
fit-rules-unit-points = points
fit-rules-unit-percent = % of the income
fit-rules-unit-rooms = rooms
fit-rules-unit-households = households
fit-rules-field-open-questions = When something is to be cleared up
fit-rules-field-lease-ends-within-months = Tenants are asked too when the lease ends within (empty: nobody)
fit-rules-field-rooms-contact-children = Children who stay part of the time
fit-rules-field-rooms-spare-rooms = So many rooms beyond the norm will do
fit-rules-field-rent-most-percent = The rent may be at most
fit-rules-field-follow-up-staffed-from = Follow-up takes a home with staff from
fit-rules-field-category-for-everybody = Open to everybody nothing else is laid down for
fit-rules-field-score-fits = The home can be proposed
fit-rules-field-score-right-size = No larger than needed
fit-rules-field-score-access = An adapted home where it is needed, and else not
fit-rules-field-score-wished-area = A wished area
fit-rules-field-score-staffing = A home with staff where it is needed, and else not
fit-rules-field-score-settled = Nothing to clear up
fit-rules-field-score-low-rent = A rent they can well afford
fit-rules-field-score-low-rent-percent = Well afforded is a rent of at most
fit-rules-field-score-per-month-waited = For each whole month waited
fit-rules-field-score-most-months = For at most so many months
fit-rules-field-score-frees-rooms = A tenant who leaves a larger home
fit-rules-field-score-no-longer-crowded = A tenant who no longer lives crowded
fit-rules-field-moves-moves = Tenants who move in one meeting, at most (empty: no limit)
fit-rules-field-moves-ring = Tenants who trade homes among themselves, at most
fit-rules-field-moves-chain = Tenants who move after each other, at most
fit-rules-field-cap-name = Name of the limit
fit-rules-field-cap-groups = Counts the target groups
fit-rules-field-cap-follow-up-from = Counts follow-up too, from
fit-rules-problem-unnamed = Give the limit a name.
fit-rules-problem-named-twice = Another limit has that name.
fit-rules-problem-counts-nobody = Choose target groups, or from which follow-up on it counts.
fit-rules-effects-title = What it leads to
fit-rules-effects-text = { $households } households on the waiting list are tried against { $homes } homes that can be given. Today { $before } of the pairs fit or must be cleared up; by the rules in the form { $after }.
fit-rules-effects-stopped = Fits no longer
fit-rules-effects-stopped-note = pairs of household and home
fit-rules-effects-let-in = Comes to fit
fit-rules-effects-let-in-note = pairs of household and home
fit-rules-effects-without = No home fits
fit-rules-effects-without-note = households that can get none of the homes
fit-rules-effects-none = Nobody gets another answer. The points may still change.
traits-title = Traits of the home
traits-about = What somebody has seen. A field without an answer means that nobody knows, and never counts as a no.
traits-building = The building
traits-follow-up = Most follow-up that can be given
traits-pets = Pets are allowed
traits-entrance = Entrance
traits-entrance-hint = For example A. Limits can be set for each entrance.
traits-let-until = The municipality has the home until
traits-let-until-hint = Only for homes the municipality rents itself.
traits-seen = What the home has
traits-unknown = Not known
traits-save = Save the traits
traits-stale = Somebody else saved the traits while you wrote. Look through and save again.
apart-title = Shall not live here
apart-about = For a household that must be kept away from somebody, a building or an area. Others see only that the home does not fit, never why.
apart-kind = Away from
apart-household = A household
apart-building = A building
apart-area = An area
apart-other = Who or where
apart-other-hint = The household’s application number (2026/00417), the address or the area’s name.
apart-reason-hint = Only what is needed. The reason is kept encrypted.
apart-save = Save
apart-end = No longer holds
apart-problem-other = Write who or where.
apart-problem-reason = Write why.
apart-problem-number = No application has this number.
allocation-to-offer = Waiting for offers
allocation-offer = Make the offer
allocation-offered = See the offer
allocation-decide = To the case: decide first
allocation-open-exchange = Open the exchange
allocation-no-case = The application has no case about a home
allocation-release = Let it go
minutes-pdf = The minutes as PDF
minutes-title = Minutes of the allocation meeting { $day }
minutes-day = Day of the meeting
minutes-closed = Closed
minutes-closed-by = Closed by
minutes-step = Step
minutes-application = Application
minutes-leaves = Leaves
minutes-how = How
minutes-to-clarify = { $number }: to be cleared up before the offer: { $clauses }.
minutes-nothing-laid-down = The meeting changed nothing in the proposal.
minutes-basis = What it rests on
minutes-proven = No other allocation was better.
minutes-not-proven = It was not proven that no other allocation was better. The run cannot be repeated to the letter.
minutes-grounds = Why these homes
minutes-grounds-about = The conditions as they stood when the meeting was closed.
allocation-narrowed = The register is so large that each household was held against { $count } homes only: those in a wished area and with the lowest rent.
allocation-lived-in = Lived in: free only by an exchange
met-open = In the meeting of { $day }, which is open
met-closed = In the meeting of { $day }
met-about = The homes that could be proposed for the household, and what the meeting does with them.
met-does-not-fit = The rules did not let the home be proposed for the household. The conditions below say why.
met-held-back = The meeting holds the home back, and nobody gets it now.
met-forbidden = The meeting has decided that the household does not get this home.
met-set-aside = The meeting has set the home aside for another household.
met-elsewhere = The household is to get another home: { $home }.
met-cap-full = The limit for spread settlement is reached: { $cap }.
met-moves-used = As many tenants as the meeting allows move already.
met-lived-in = Whoever lives in the home stays.
allocation-one-more = One more is worth up to (points)
allocation-cap-passed = { $today } live there today: nobody more comes in
prices-title = What it is worth
prices-about = The plan is solved again for each line: without the home, or with one more within the limit. The difference from the plan of the meeting is told in households and in points.
prices-not-proven = The plan of the meeting is not proven to be the best, so there is nothing certain to compare with.
prices-back = To the meeting
prices-homes = The homes
prices-state = In the meeting
prices-given = Proposed
prices-held-back = If it is held back
prices-limits = The limits
prices-one-more = With one more
prices-cap = at most { $most }, { $today } live there today
prices-cap-passed = at most { $most }, but { $today } live there today, and nobody more comes in before they are fewer
prices-moves = Tenants who move
prices-moves-most = at most { $count }
prices-ask = Work it out
prices-nothing = No difference
prices-class-more =
    { $count ->
        [one] one household more
       *[other] { $count } households more
    } in need class { $class }
prices-class-fewer =
    { $count ->
        [one] one household fewer
       *[other] { $count } households fewer
    } in need class { $class }
prices-points-more = { $points } points more
prices-points-fewer = { $points } points fewer
