# coordination

rail-together = Working together
thing-meeting = Meeting
thing-conclusion = Conclusion
thing-facility = Room, equipment, vehicle
thing-booking = Booking
thing-agreement = Agreement
thing-presenter = Presenter
thing-training = Training
thing-observance = Commemorative day

event-meeting-called = called the meeting
event-meeting-changed = changed the particulars
event-meeting-put-off = put the meeting off
event-meeting-held = noted that it was held
event-meeting-missed = noted that it was not held
event-meeting-unsaid = noticed that nobody said whether it was held
event-attendance-kept = noted who came
event-record-written = wrote the minutes
event-record-submitted = submitted the minutes
event-record-returned = returned the minutes
event-record-approved = approved the minutes
event-conclusion-reached = gave the conclusion as work
event-notice-issued = issued the notice of conclusions
event-round-begun = began regular meetings
event-round-ended = ended regular meetings

meetings-title = Meetings
meetings-lead = What is to come, the minutes and the conclusions. An approved conclusion becomes work for a unit.
meetings-tabs = Meetings by state
meetings-to-come = To come
meetings-open = Unfinished
meetings-past = Past
meetings-none = No meetings yet
meetings-none-how = Meetings you called or were invited to appear here.
meetings-open-none = Nothing left to do
meetings-open-none-how = Every past meeting has been noted and its minutes approved.
meeting-one = Meeting
meeting-new = Call a meeting
meeting-edit = Change particulars
meeting-for = About:
meeting-name = Subject
meeting-name-hint = As on the invitation, such as: Weekly briefing on information work, week 47
meeting-unit = Called by
meeting-chair = Chair
meeting-chair-none = Choose the chair
meeting-keeper = Secretary
meeting-starts = Begins
meeting-ends = Ends
meeting-when = When
meeting-place = Place
meeting-agenda = Agenda
meeting-agenda-hint = One item a line
meeting-units = Units invited
meeting-people = People invited by name
meeting-others = Others
meeting-others-hint = From outside, without a log-in here; one a line
meeting-invited = Who is invited
meeting-invited-none = Nobody is invited yet.
meeting-came = Present: { $count }
meeting-who = Unit or person
meeting-presence = Attendance
meeting-stood-in = Who came for the unit
meeting-keep-attendance = Keep attendance
presence-invited = Invited
presence-present = Present
presence-excused = Excused
presence-absent = Absent
meeting-state-called = Called
meeting-state-put-off = Put off
meeting-state-held = Held
meeting-state-missed = Not held
meeting-unsaid = Not noted
meeting-unsaid-long = It was due a day ago and nobody has said whether it was held. Please note that it was, or that it was not and why. After seven days it counts as not held.
meeting-missed-unsaid = Seven days passed and nobody noted that it was held.
meeting-regular = Regular meeting
meeting-moved = { $count ->
    [one] Moved once
   *[other] Moved { $count } times
}
meeting-ics = Add to calendar
meeting-record = Minutes
meeting-record-none = No minutes yet
meeting-record-draft = Minutes being written
meeting-record-submitted = Minutes wait for approval
meeting-record-approved = Minutes approved
meeting-record-text = What was said
meeting-record-hint = Who said what and what came of it; conclusions are kept below
meeting-record-unseen = The minutes appear here once the chair has approved them.
meeting-approved-by = Approved by:
meeting-conclusions = Conclusions
meeting-conclusions-none = No conclusions yet.
meeting-conclusion-number = Conclusion { $number }
conclusion-words = What is to be done
conclusion-words-hint = One task a conclusion, in the words of the chair
conclusion-lead = In charge
conclusion-lead-none = Choose the unit in charge
conclusion-supports = Supporting
conclusion-due = To be done by
conclusion-until = By { $day }
conclusion-add = Add a conclusion
conclusion-edit = Change the conclusion
conclusion-drop = Take it out
meeting-do-call = Call the meeting
meeting-do-hold = It was held
meeting-do-miss = It was not held
meeting-miss-why = Why it was not held
meeting-do-put-off = Put off or move
meeting-put-off-why = Why it is put off
meeting-put-off-to = New time
meeting-put-off-hint = Leave it empty when there is no new time yet
meeting-do-submit = Submit to the chair
meeting-do-return = Return the minutes
meeting-return-why = What is to be changed
meeting-do-approve = Approve exactly this text
meeting-approve-hint = With the approval each conclusion becomes work for the unit in charge, and the minutes can no longer be changed.
meeting-do-issue = Issue the notice of conclusions
meeting-papers = Papers
meeting-record-docx = Minutes (Word)

notice-title = Notice of conclusions
notice-none = No notice of conclusions was issued
notice-kind = Notice
notice-points = Conclusions
notice-issued-at = Issued { $when }
notice-symbol = Symbol
notice-symbol-hint = What follows the number, such as TB-VP. The number is given when it is issued, without gaps in a year.
notice-subject-label = Subject
notice-opening-label = Opening
notice-closing-label = Closing paragraph
notice-authority = Authority of the signer
notice-authority-hint = Such as: TL. CHỦ TỊCH. Empty when the head signs; one level a line.
notice-post = Post of the signer
notice-post-hint = Such as: Chánh Văn phòng
notice-signer = Name of the signer
notice-signer-hint = Without academic titles
notice-recipients = Recipients
notice-recipients-hint = One a line
notice-confirm = Once issued, number and text can no longer be changed. Issue it?
notice-subject = Conclusions of { $chair } at the meeting “{ $title }”
notice-opening = On { $day }{ $place }, { $chair } chaired the meeting “{ $title }”.
notice-came = Represented were: { $units }.
notice-concluded = Having heard the reports and opinions, { $chair } concluded:
notice-closing = These are the conclusions of the chair; { $unit } makes them known to the bodies concerned.
notice-point = { $lead }: { $words }
notice-point-with = { $lead }, together with { $others }: { $words }
notice-point-due = {" "}– by { $day }.
notice-recipient-chair = { $chair } (for information)
notice-recipient-kept = Kept by the registry

record-kind = Minutes
record-time = Time and place
record-begun = Begun
record-ended = Ended
record-place = Place
record-who = Participants
record-chair = Chair
record-secretary = Secretary
record-present = Present
record-absent = Absent
record-others = Others
record-content = What was dealt with
record-agenda = Agenda
record-conclusions = Conclusions
record-lead = In charge: { $unit }
record-supports = supporting: { $units }
record-due = by { $day }
record-kept = Kept by the registry, file of the meeting

rounds-title = Regular meetings
rounds-lead = Weekly briefings, monthly meetings: called five weeks ahead, and counted as held of those that were to be.
rounds-none = No regular meetings yet
rounds-none-how = Begin a weekly or monthly round below.
round-begin = Begin regular meetings
round-rhythm = Rhythm
round-rhythm-weekly = Weekly
round-rhythm-monthly = Monthly
round-day = On day
round-day-hint = Weekly: 1 is Monday … 7 is Sunday. Monthly: the day of the month, 31 is its last day.
round-at = At
round-minutes = Minutes
round-from = From
round-each-week-1 = Every Monday
round-each-week-2 = Every Tuesday
round-each-week-3 = Every Wednesday
round-each-week-4 = Every Thursday
round-each-week-5 = Every Friday
round-each-week-6 = Every Saturday
round-each-week-7 = Every Sunday
round-each-month = Day { $day } of each month
round-held-of = held of those that were to be
round-missing = { $count } missing
round-not-yet = The first is still to come.
round-do-end = End these meetings
round-end-why = Why they end

said-meeting-called = The meeting is called. Those invited by name get a letter.
said-meeting-changed = The particulars are kept.
said-meeting-held = Noted as held.
said-meeting-missed = Noted as not held.
said-meeting-put-off = The meeting is put off; those invited by name get a letter.
said-attendance = Attendance is kept.
said-record-written = The minutes are kept.
said-conclusion-kept = The conclusion is kept.
said-conclusion-dropped = The conclusion is taken out.
said-record-submitted = The minutes are submitted.
said-record-returned = The minutes are returned.
said-record-approved = The minutes are approved. The conclusions are given as work.
said-notice-issued = The notice of conclusions is issued.
said-round-begun = The regular meetings are begun.
said-round-ended = The regular meetings are ended.

closed-meeting-held = The meeting was held.
closed-meeting-missed = The meeting was noted as not held.
closed-meeting-put-off = The meeting is put off; set a new time first.
closed-meeting-not-held = The meeting has not been held.
closed-meeting-not-begun = It has not begun yet.
closed-record-submitted = The minutes are with the chair.
closed-record-approved = The minutes are approved and can no longer be changed.
closed-record-not-submitted = The minutes have not been submitted.
closed-record-not-approved = The minutes have not been approved.
closed-record-own = Who wrote the minutes does not approve them; the chair or another leader does.
closed-notice-issued = The notice of conclusions is issued.
closed-notice-empty = The meeting has no conclusions.
refused-record-empty = Write the minutes or a conclusion first.
refused-meeting-unit = Choose the unit that calls the meeting.
refused-meeting-title = Say what the meeting is about.
refused-meeting-chair = Choose a chair who works here.
refused-meeting-time = Give a time within three years.
refused-meeting-end = It must end after it begins, within three days.
refused-meeting-to = The new time must be later than now.
refused-meeting-many = No more than { $most } units and people are invited to one meeting.
refused-conclusion-words = Say what was concluded.
refused-conclusion-lead = Choose the unit in charge.
refused-conclusion-due = The day must be after the meeting and within three years.
refused-conclusion-many = A meeting has no more than { $most } conclusions.
refused-notice-symbol = Write the symbol with letters, digits, hyphens or strokes.
refused-notice-subject = Write the subject.
refused-notice-post = Write the post of the signer.
refused-round-day = Choose a rhythm and a day that fits it.
refused-round-at = Give the hour.
refused-round-minutes = It lasts from 15 minutes to 24 hours.
stale-meeting = Somebody else changed this meeting. Look at it anew and try again; what you typed is still below.

meeting-letter-called-subject = Invitation: { $title }
meeting-letter-called =
    You are invited to the meeting “{ $title }”.

    When: { $when }
    Where: { $place }

    Agenda: { $address }
meeting-letter-moved-subject = New time: { $title }
meeting-letter-moved =
    The meeting “{ $title }” is moved to { $when }. { $reason }

    Where: { $place }

    See: { $address }
meeting-letter-put-off-subject = Put off: { $title }
meeting-letter-put-off =
    The meeting “{ $title }” on { $when } is put off. { $reason }

    See: { $address }
meeting-letter-unsaid-subject = Not noted: { $title }
meeting-letter-unsaid =
    The meeting “{ $title }” was due on { $when }, and nobody has said whether it was held.

    Please note it: { $address }
meeting-letter-record-subject = Minutes to approve: { $title }
meeting-letter-record =
    The minutes of the meeting “{ $title }” ({ $when }) wait for your approval.

    See and approve: { $address }

event-facility-added = added it
event-facility-changed = changed what is said of it
event-facility-ended = took it out of use
event-booked = booked it
event-booking-cancelled = gave the booking up
event-booking-displaced = gave way to what goes first
event-booking-taken = took it
event-booking-returned = brought it back
event-booking-late = did not come back in time

facilities-title = Rooms, equipment, vehicles
facilities-lead = Who has what this week. Choose a name to book it.
facilities-kinds = By kind
facilities-all = All
facilities-weeks = Weeks
facilities-before = Week before
facilities-after = Week after
facilities-now = This week
facilities-none = Nothing to share yet
facilities-none-how = The unit in charge adds rooms, cameras and vehicles at the foot of this page.
facility-one = Room, equipment, vehicle
facility-kind = Kind
facility-kind-room = Rooms
facility-kind-camera = Cameras, equipment
facility-kind-vehicle = Vehicles
facility-kind-other = Other
facility-name = Name
facility-keeper = Kept by
facility-place = Where it is
facility-notes = Notes
facility-notes-hint = Seats, how to get it, who has the key
facility-add = Add something to share
facility-has = Who has it
facility-free = Nobody has booked it for the next 60 days.
facility-keep = Keeping it
facility-change = Change what is said
facility-end = Take it out of use
facility-end-why = Why
facility-ended = Out of use
bookings-own = My bookings
bookings-none = You have booked nothing
bookings-none-how = Choose a room, a camera or a vehicle to book.
bookings-late = Not back in time
booking-was-due = due { $when }
booking-do = Book
booking-unit = For the unit
booking-purpose = What for
booking-person = Booked by
booking-from = From
booking-to = To
booking-priority = Priority
booking-priority-usual = Usual
booking-priority-leaders = For the leaders
booking-priority-urgent = Urgent
booking-displace = Why it goes first
booking-displace-hint = Who has to give way is told this.
booking-reason = Reason
booking-note = State on return
booking-note-hint = What is broken, missing, empty
booking-meeting = See the meeting
booking-out-at = Taken
booking-returned-at = Returned
booking-do-take = Take it
booking-do-return = It is back
booking-do-cancel = Give it up
booking-cancel-why = Why
booking-know = I know
booking-state-booked = Booked
booking-state-out = In use
booking-state-returned = Returned
booking-state-cancelled = Given up
booking-state-displaced = Gave way
booking-state-late = Not back in time
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
meeting-room = A room of the house
meeting-room-none = Book no room
meeting-room-hint = The room is held for the hours of the meeting, and moves with it.

said-facility-added = It is added.
said-facility-changed = It is kept.
said-facility-ended = It is out of use.
said-booked = It is booked.
said-booking-cancelled = The booking is given up.
said-booking-taken = Noted as taken.
said-booking-returned = Noted as returned.
said-booking-known = Noted.

closed-facility-ended = It is out of use.
closed-booking-over = This booking no longer holds, or was used.
closed-booking-early = It can be taken from two hours before its time.
closed-booking-not-out = Nobody has taken it.
refused-facility-kind = Choose a kind.
refused-facility-name = Give it a name.
refused-facility-unit = Choose a unit.
refused-meeting-room = Choose a room.
refused-booking-time = Say from when and until when.
refused-booking-past = That time is past.
refused-booking-far = Bookings reach a year ahead.
refused-booking-order = It must end after it begins.
refused-booking-long = A booking is no longer than 31 days.
refused-booking-purpose = Say what it is for.
refused-booking-priority = Only who keeps it, or a leader, may choose this priority.
refused-booking-taken = { $unit } has it from { $from } to { $to }.
refused-booking-free = It is free: { $times }.
refused-booking-why = This goes first; say why, for those who have to give way.
stale-facility = Somebody else changed it. Look at it anew and try again.

booking-letter-displaced-subject = Give way: { $name }
booking-letter-displaced =
    Your booking of { $name } from { $from } to { $to } ({ $purpose }) has to give way. { $reason }

    Choose another time: { $address }
booking-letter-cancelled-subject = Booking given up: { $name }
booking-letter-cancelled =
    The booking of { $name } from { $from } to { $to } ({ $purpose }) was given up. { $reason }

    See: { $address }
booking-letter-late-subject = Not back in time: { $name }
booking-letter-late =
    { $name } ({ $purpose }) was due back at { $to }.

    Note that it is back: { $address }

event-agreement-made = entered the agreement
event-agreement-ending = noticed that it ends soon
event-agreement-ended = ended the agreement
event-delivered = counted a delivery
event-delivery-dropped = took a delivery out
event-presenter-named = entered the presenter
event-presenter-ended = ended it
event-session-held = noted a session
event-session-evaluated = entered an evaluation form
event-training-planned = planned the training
event-enrolled = added participants
event-training-attended = noted who came
event-observance-added = added the day
event-observance-dropped = took the day out

ties-title = Ties and training
agreements-title = Agreements with outlets
agreements-lead = What was agreed, what was delivered and the evidence for it, and what ends soon.
agreements-none = No agreements yet
agreements-none-how = Enter an agreement with an outlet below.
agreement-new = Enter an agreement
agreement-outlet = Outlet
agreement-unit = Unit in charge
agreement-name = What was agreed
agreement-number = Number of the paper
agreement-money = Money (đồng)
agreement-from = From
agreement-to = To
agreement-stories = Stories
agreement-minutes = Minutes on air
agreement-runs = Running
agreement-soon = Ends soon
agreement-over = Over
agreement-to-come = To come
agreement-ended = Ended
agreement-end = End it early
deliveries = Delivered
deliveries-none = Nothing was counted yet.
delivery-add = Count a delivery
delivery-drop = Take out
delivery-what = What
delivery-day = Day
delivery-amount = Amount
delivery-evidence = Evidence
delivery-evidence-hint = Where it was published, or where the copy is kept
delivery-stories = { $count ->
    [one] 1 story
   *[other] { $count } stories
}
delivery-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
agreement-letter-subject = Ends soon: { $title }
agreement-letter =
    The agreement “{ $title }” with { $outlet } ends on { $day }.

    See what was delivered: { $address }

presenters-title = Presenters
presenters-lead = How often they spoke, before how many, and how it was found. Name and office, nothing private.
presenters-none = No presenters yet
presenters-none-how = Enter presenters by the decision that names them.
presenter-one = Presenter
presenter-new = Enter a presenter
presenter-name = Name
presenter-office = Post and office
presenter-office-hint = No private telephone number, no home address
presenter-unit = Kept by
presenter-fields = Fields
presenter-document = Decision
presenter-sessions = Sessions
presenter-audience = Audience
presenter-mark = Mark
presenter-forms = { $count ->
    [one] 1 form
   *[other] { $count } forms
}
presenter-end = No longer a presenter
presenter-ended = No longer a presenter
sessions-none = No sessions yet.
session-add = Note a session
session-title = Subject
session-at = When
session-audience = { $count } in the audience
session-evaluate = Enter an evaluation form
marks-matter = Matter
marks-manner = Manner
marks-use = Of use at work
marks-words = In words

trainings-title = Training
trainings-lead = Trainings, who came, and the list of certificates.
trainings-none = No trainings yet
trainings-none-how = Plan one below.
training-new = Plan a training
training-title = Title
training-unit = Held by
training-teachers = Teachers
training-content = Content
training-guests = Participants
training-guests-none = Nobody is on the list yet.
training-name = Name
training-office = Post and office
training-came = Came
training-certificate = Certificate
training-listed = { $count } on the list
training-enrol = Add participants
training-list = List
training-list-hint = One a line: name; post, office
training-xlsx = List (Excel)
training-docx = Certificates (Word)
training-list-kind = List of certificates
training-list-number = No.
training-list-sign = Received

observances-title = Commemorative days
observances-lead = What falls soon, to be planned for; round anniversaries and those ending in 5 are marked.
observances-ahead = How far ahead
observances-60 = Next 60 days
observances-365 = Next year
observances-none = No commemorative days
observances-none-how = None falls in this time.
observances-own = The agency's own days
observance-one = Commemorative day
observance-when = When
observance-anniversary = Anniversary
observance-own = The agency's own
observance-lunar = Lunar calendar
observance-today = Today
observance-left = in { $count } days
observance-years = { $count } years
observance-new = Add a day of the agency's own
observance-day = Day
observance-month = Month
observance-since = Since the year
observance-drop = Take out

said-agreement-made = The agreement is entered.
said-agreement-ended = The agreement is ended.
said-delivered = The delivery is counted.
said-delivery-dropped = It is taken out.
said-presenter-named = The presenter is entered.
said-presenter-ended = Noted.
said-session = The session is noted.
said-evaluated = The form is entered.
said-training-planned = The training is planned.
said-enrolled = They are on the list.
said-presence = Attendance is kept.
said-observance-added = The day is added.
said-observance-dropped = The day is taken out.

closed-tie-ended = It ended before.
closed-training-not-begun = It has not begun.
refused-agreement-outlet = Name the outlet.
refused-tie-title = Give it a name.
refused-agreement-term = Give a term within three years.
refused-agreement-amount = Quotas and money are numbers from nought up, within reason.
refused-delivery-day = The day must be in the term and not later than today.
refused-delivery-amount = Say how many stories or minutes.
refused-delivery-evidence = Give the evidence.
refused-presenter-name = Give name and office.
refused-session-time = Give a time that is past, within three years.
refused-session-audience = The audience is from 1 to 100,000.
refused-marks = Marks go from 1 to 5.
refused-training-time = Say when it begins and when it ends.
refused-training-many = A training has no more than { $most } participants.
refused-training-list = Name at least one participant.
refused-observance-day = There is no such day.
refused-observance-since = Give a year that is not to come.
