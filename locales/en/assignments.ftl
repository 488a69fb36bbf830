# assignments

rail-work = Work
thing-assignment = Assignment
thing-obstacle = Obstacle
thing-input_request = Request for input

event-assignment-given = A unit was given work
event-assignment-accepted = The unit took the work on
event-assignment-declined = The unit declined the work
event-assignment-advanced = Progress was noted
event-assignment-part = A supporting unit noted its part
event-assignment-evidence = A result was tied to the work
event-assignment-evidence-off = A tied result was taken off
event-assignment-file = A file was handed in
event-assignment-delivered = A result counts
event-assignment-done = The work was reported done
event-assignment-confirmed = The work was confirmed
event-assignment-sent-back = The work was sent back
event-assignment-moved = The day was moved
event-assignment-rolled-over = The work goes on next month
event-assignment-withdrawn = The work was withdrawn
event-assignment-undone = The last act was undone
event-assignment-reminded = The unit was reminded
event-obstacle-raised = An obstacle was reported
event-obstacle-escalated = An obstacle was escalated
event-obstacle-answered = An obstacle was answered
event-obstacle-resolved = An obstacle was resolved
event-input-asked = Units were asked for input
event-input-received = A unit gave its input
event-input-nothing = A unit has nothing to report
event-input-reminded = A unit was reminded of its input
event-input-closed = The request for input was closed

# Letters; they name no work.
work-letter-given = You or your unit have been given new work
work-letter-reminded = Reminder: work of your unit is wanted now
work-letter-sent-back = Work was sent back to your unit
work-letter-declined = A unit declined work you gave
work-letter-done = Work you gave is reported done and waits for your word
work-letter-escalated = An obstacle waits for your answer
work-letter-answered = An obstacle has been answered
work-letter-input-asked = Your unit is asked for input
work-letter-input-reminded = Reminder: your unit owes input
