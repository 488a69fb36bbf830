clock-due = due { $when }
clock-left = { $span } left
clock-over = { $span } over
clock-met = On time
clock-met-late = { $span } late
clock-minutes = { $minutes } min
clock-hours = { $hours } h
clock-due-day = due by the end of { $when }
clock-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
clock-working-days = { $days ->
    [one] 1 working day
   *[other] { $days } working days
}
clock-paused = Paused
clock-dropped = No longer applies
clock-unverified = not compared with the signed text
clock-recorded-late = recorded { $span } late
clock-extended = extended
clock-estimated = holidays of that year are not announced yet
event-clock-started = A clock started
event-clock-paused = A clock was paused
event-clock-resumed = A clock goes on
event-clock-extended = A clock was extended
event-clock-nearing = A deadline is near
event-clock-met = Done what was due
event-clock-broken = A deadline was missed
event-clock-dropped = A clock was dropped
event-rule-set = An internal rule was set
event-rule-ended = An internal rule was ended
event-workday-set = The working calendar was changed
clock-letter-near = Due soon: { $rule }
clock-letter-over = Overdue: { $rule }
letter-no-way-out = no mail server has been set
letter-unformed = no letter can be made of this address or text
letter-waiting = Waiting
letter-sent = Sent
letter-failed = Could not be sent
letter-bounced = Came back
refused-address = This is not an e-mail address.
clocks-title = Deadlines
clocks-lead = What must be done in time, by law and by the agency's own rules; the most urgent first.
clocks-when = By time
clocks-late = Overdue
clocks-today = Today
clocks-week = Next seven days
clocks-later = Later
clocks-paused = Paused
clocks-ended = Done
clocks-unit = Unit
clocks-any-unit = Any unit
clocks-person = In charge
clocks-rule = Rule
clocks-any-rule = Any rule
clocks-whose = Whose
clocks-of-mine = Mine to keep: my own, my unit’s and the agency’s
clocks-of-all = The whole agency
clocks-not-open = Open only to those who take part
clocks-open = See the clock
clocks-none = Nothing here
clocks-none-why = When something must be done in time, its clock appears here.
clocks-feed = In your own calendar
clocks-feed-why = Calendar programs can read your deadlines at a secret address. Whoever has the address can read them: do not share it.
clocks-feed-make = Make a calendar address
clocks-feed-anew = Replace the calendar address
clocks-feed-end = Stop the calendar address
clocks-feed-once = The address is shown once. Copy it into your calendar program as a subscription.
clocks-feed-address = Your calendar address
clocks-feed-done = Copied
clock-began = Counted from
clock-office = Within office hours
clock-office-left = { $span } left
clock-months = { $months ->
    [one] 1 month
   *[other] { $months } months
}
clock-why = Reason
clock-pause = Pause
clock-resume = Resume
clock-extend = Extend by { $span }
clock-drop = Drop this clock
clock-drop-hint = For a clock started in error or one that has lost its object. A deadline already missed still counts.
clock-nothing-open = There is nothing to do here now.
said-clock-paused = The clock is paused.
said-clock-resumed = The clock goes on.
said-clock-extended = The clock was extended.
said-clock-dropped = The clock was dropped.
said-feed-ended = The calendar address no longer works.
said-own-rule-set = The rule was set.
said-rule-ended = The rule no longer applies to anything new.
said-level-set = The kind of agency was saved.
said-day-set = The working calendar was changed.
rules-title = Rules
rules-lead = The rules that bind this agency today. A rule not yet compared with the signed text says so.
rules-name = Code
rules-name-hint = A few letters and a number, such as NB-01
rules-what = What it asks
rules-term = Term
rules-source = Source
rules-since = since { $day }
rules-verified = compared
rules-unverified = not compared
rules-end = End this rule
rules-level = Kind of agency
rules-level-why = Some rules bind only ministries, provinces, departments or communes.
rules-level-set = Save the kind
agency-level-ministry = Ministry or ministerial body
agency-level-province = Provincial people's committee
agency-level-department = Department
agency-level-commune = Commune people's committee
rules-own = Add a rule of your own
rules-own-why = A term the agency has set itself. The rules of the law cannot be changed here.
rules-title-field = Name
rules-act = Set by
rules-act-hint = Number and symbol of the agency's own document
rules-article = Article
rules-from = In force from
rules-starts = Counted from
rules-starts-hint = facts-asked: a unit was asked for facts; question-received: a question came in; inquiry-received: a press inquiry came in; contribution-asked: a unit was asked to contribute
rules-unit = In
rules-extend = Extension (0 for none)
rules-words = What it says
rules-set = Set the rule
rule-unit-hours = hours
rule-unit-days = days
rule-unit-working-days = working days
rule-unit-months = months
rule-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
rule-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
rule-working-days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
}
rule-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
rule-before = at least { $span } before
rule-yearly = each year before { $day }
rule-at-once = at once
rule-on-day = by the end of the day that was set
rule-can-pause = can be paused, with a reason
rule-can-extend = can be extended once by { $span }
rule-tells-leader = leaders hear of a breach
rule-no-back-dating = the start cannot be set back
days-title = Working calendar
days-lead = This year has { $days } working days. Every term in working days counts with this calendar.
days-year = Year
days-unannounced = The Tết holidays and exchanged days of this year are not announced yet; deadlines in it are estimates.
days-day = Day
days-kind = Kind
days-words = Reason
days-off = Off
days-made-up = Worked in exchange
days-working = Working day
days-own = set by the agency
days-set = Set a day
days-clear = Back to the calendar
refused-rule-name = A code has two to four letters, a hyphen and a number, such as NB-01.
refused-rule-taken = This code belongs to a rule of the law.
refused-rule-twice = A rule of this code is in force; end that one first.
refused-rule-field = This must be filled in, and not too long.
refused-rule-term = This is not a term.
refused-level = Choose a kind of agency.
refused-day-kind = Choose off, worked in exchange or working day.
refused-day-words = Give a reason of at most 100 characters.
closed-clock-met = This has been done.
closed-clock-dropped = This clock was dropped.
closed-clock-paused = The clock is paused.
closed-clock-not-paused = The clock is not paused.
closed-clock-no-pause = This rule knows no pause.
closed-clock-no-extension = This rule knows no extension.
closed-clock-extended = It has been extended once already.
closed-clock-too-late = The time is up.
closed-clock-not-yet = The time is not up yet.
refused-clock-reason = Give a reason.
refused-clock-order = Something later has been recorded.
refused-clock-future = The start lies in the future.
refused-clock-back-dated = This rule does not allow a start to be set back.
refused-clock-rule = The clock runs under another rule.
refused-clock-no-end = The deadline cannot be computed.
duties-title = Duties without a clock
duties-lead = What the law asks without setting a time, and how the program holds to it.
duties-kept = How the program holds to it
duties-not-kept = Not in the program; the agency sees to it itself.
