# The waiting list: the order with what it rests on, and moving by hand.

nav-waiting-list = Waiting list
waiting-count = { $count } wait for a home
waiting-text = The order follows from priority, housing situation, children and time by the rule set. Whoever allocates decides.
waiting-no-rules = Without a rule set there is no order to show.
waiting-none = Nobody waits for a home
waiting-none-text = Whoever is granted a home and waits for one appears here.
waiting-no-priority = None
waiting-place = Place
waiting-days = Days waiting
waiting-settled = Stands behind the one before because of
waiting-move = Move the case
waiting-move-short = Move
waiting-move-one = Move case { $number }
waiting-move-to = Where?
waiting-move-first = Ahead of all
waiting-move-ahead = Ahead of the others of priority { $rank }
waiting-move-last = Behind all
waiting-move-back = Back where the facts put it
waiting-reason = Why
waiting-reason-hint = The reason stays and follows the case.
waiting-earlier = Previous
waiting-later = Next
waiting-problem-reason = Write why the case is moved.
waiting-problem-to = Choose where the case is moved.
