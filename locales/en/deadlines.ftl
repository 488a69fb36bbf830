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
