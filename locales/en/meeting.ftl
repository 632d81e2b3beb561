# The allocation meeting: what is laid down on the way, and what it does.

allocation-choice-moves = Moves in all
allocation-choice-ring = Households in a ring
allocation-choice-chain = Households in a chain
allocation-most = at most { $count }
allocation-no-limit = no limit
allocation-overridden = overridden by a later choice
allocation-no-reason = no reason given
allocation-problem-cap = Choose a limit that holds in this meeting.
allocation-problem-not-solved = The meeting has laid something down since it was last solved. Solve again, and look over the proposals before the meeting is closed.
minutes-limits = Moves in all: { $moves }. Households in a ring: { $ring }. Households in a chain: { $chain }.
allocation-not-solved-since = The proposals are from before the last thing the meeting laid down. Solve again before the meeting is closed.
allocation-why-label = Why? It goes in the minutes.
allocation-why-save = Save the reason
allocation-why-named-group = The named group finds the home.
offer-problem-named-group = The named group finds the home for this household.
allocation-stays = stays
allocation-unmet = What the meeting locked is not in the plan:
allocation-unmet-badge = Locked, not carried out
allocation-unmet-gone = The household or the home is no longer in the meeting.
allocation-unmet-moves = { $count } tenants move already, and no more can move in this meeting.
allocation-unmet-cap = The limit is reached: { $cap }.
allocation-unmet-tenant = Whoever lives there does not move.
allocation-unmet-others = The limits, or households in a more urgent class, came first.
allocation-participants-now = As it stands now: { $lines }
