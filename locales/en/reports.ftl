# Period reports and briefings

rail-reports = Reports
thing-period_report = Period report
thing-briefing = Briefing
thing-decision = Briefing decision

period-week = week { $nth } of { $year } ({ $from } – { $to })
period-month = { $nth ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
 } { $year }
period-quarter = quarter { $nth } of { $year }
period-six-months = the first six months of { $year }
period-nine-months = the first nine months of { $year }
period-year = { $year }
period-days = { $from } to { $to }
change-more = { $n } more than in { $period }
change-less = { $n } fewer than in { $period }
change-same = as in { $period }

reports-title = Period reports
reports-lead = Numbers come from what was really done; open each one to see the cases behind it.
reports-all = All
reports-owed = Parts of your unit in reports being written
reports-none = No report here yet
reports-none-how = The report of the last period is drafted from the numbers when you begin it.
report-one = Report
report-state = State
report-number = Number
report-number-said = No. { $number }
report-approved-by = Approved by
report-when = When
report-state-drafting = Being written
report-state-submitted = Waits for approval
report-state-approved = Approved
report-state-issued = Issued
report-next = Periods that ended without a report
report-begin-of = Begin the report of { $period }
report-begin-other = Another period
report-begin = Begin report
report-kind-of = Kind of period
report-of-week = Week
report-of-month = Month
report-of-quarter = Quarter
report-of-six_months = Six months
report-of-nine_months = Nine months
report-of-year = Year
report-of-days = Campaign
report-year = Year
report-nth = Which of the year
report-nth-hint = Weeks 1–53, months 1–12, quarters 1–4; leave empty otherwise.
report-campaign = A campaign
report-campaign-hint = Choose the kind “Campaign”, then give its name and days.
report-campaign-name = Name of the campaign
report-first = First day
report-last = Last day

report-called = Report of { $period }
report-kind = Report
report-subject = Communication work in { $period } and main tasks for { $next }
report-subject-campaign = Results of { $subject } ({ $period })
report-part-results = Results
report-part-difficulties = Difficulties
report-part-proposals = Proposals
report-part-next = Main tasks ahead
report-nothing = None.
report-annex = Numbers of the period
report-by-unit = By unit
report-signer = Authorised signer
report-file = File.
report-column-what = Measure
report-column-now = This period
report-column-before = Period before
report-column-change = Change
report-column-unit = Unit
report-column-case = Case
report-column-amount = Amount (đồng)
report-column-day = Day
report-sheet-numbers = All numbers
report-sheet-units = By unit
report-sheet-cases = Cases
report-docx = Word file
report-pdf = PDF file
report-xlsx = Numbers in Excel

report-numbers = Numbers
report-counted = Taken { $when }
report-as-of = up to ledger entry { $entry }
report-no-numbers = Nothing to count in this period yet
report-no-numbers-why = Numbers show here once stories are published, questions answered, work done.
report-no-cases = No cases
report-no-cases-why = This number of the unit is 0 in the period.
report-case-hidden = (a case you may not open)
report-typed-numbers = Numbers typed by hand, not taken from what was counted:
report-parts = Words of the units
report-parts-due = Due { $when }
report-parts-none = No unit was asked yet.
report-ask-parts = Ask units for their words
report-ask-whom = Units
report-ask-due = Due
report-given = Given
report-given-late = Given late
report-owed = Waiting
report-owed-late = Late
report-reminders = reminded { $count ->
    [one] once
   *[other] { $count } times
 }
report-remind = Remind
report-returned = Returned because:
report-reason = Reason
report-facts = Facts
report-hash = Content code
report-do-write = Edit the words
report-do-count = Count again
report-do-submit = Submit for approval
report-do-return = Return
report-do-approve = Approve exactly this
report-do-issue = Give a number and issue
report-do-reopen = Open again to edit
report-issue-confirm = The report gets its number and can no longer be changed. Issue it?

report-idle-drafting = The office is writing this report.
report-idle-submitted = The report waits for a leader.
report-idle-approved = The report is approved and waits for its number.
report-idle-issued = The report was issued and stays as it is.

report-verify = Check the numbers
report-verify-lead = Counted again from the ledger, up to the very entry the report was counted to.
report-verify-same = { $count ->
    [one] One measure was counted again and agrees with the report.
   *[other] { $count } measures were counted again and all agree with the report.
 }
report-verify-changed = What is stored does not have the content code it should have.
report-verify-differs = Some measures do not agree:
report-verify-then = In the report
report-verify-now = Counted again
report-verify-entry = Up to ledger entry
report-verify-when = Numbers taken

report-edit = Edit the words of the report
report-edit-lead = Change the words as you like; numbers stand in braces and are filled in by the system.
report-edit-hint = One paragraph a line; “# ” begins a heading, “- ” a list entry. Add “:truoc” for the period before, “:so-sanh” for the change.
report-signing = Signer and recipients
report-authority = Authority
report-authority-hint = One level a line, such as TM. ỦY BAN NHÂN DÂN, then KT. CHỦ TỊCH.
report-signer-post = Signer’s post
report-signer-name = Signer’s full name
report-signer-name-hint = Without academic titles.
report-recipients = Recipients
report-recipients-hint = One a line.
report-save = Save
report-leave = Back
report-draft-again = Draft from the beginning
report-draft-again-hint = Takes the numbers and the units’ words anew. The present text stays among the earlier ones.
report-tokens = Numbers you can use
report-tokens-hint = Copy a name in braces into a sentence.
report-editions = Earlier texts
report-edition-words = { $count ->
    [one] one word
   *[other] { $count } words
 }
report-restore = Use this one again

report-part-hint = Say briefly what your unit did, what was hard, what it proposes and what comes next. The numbers beside this are counted already.
report-give = Send
report-part-numbers = Numbers of the unit
report-part-work = Work in the period
report-unit-next = Planned for the next period
work-standing-late = Late
work-standing-blocked = Blocked
work-standing-open = In progress
work-standing-waiting = Not begun
work-standing-done = Done

measure-group-work = Work and plans
measure-group-write = Stories
measure-group-hear = The press heard
measure-group-press = The press answered
measure-group-answer = The people answered
measure-group-promise = Deadlines

draft-work = Units were given [viec-duoc-giao] pieces of work ([viec-duoc-giao:so-sanh]); [viec-hoan-thanh] were done; [viec-dang-lam] were open at the end.
draft-work-rolled = [viec-chuyen-ky] unfinished pieces went over to the next period.
draft-obstacles = Units raised [vuong-mac-neu-ra] obstacles; [vuong-mac-con-lai] remain.
draft-meetings = [cuoc-hop] meetings were held; [cuoc-hop-khong-to-chuc] were missed.
draft-trainings = [lop-tap-huan] trainings were held.
draft-displays = Displays: [truc-quan] were checked; [truc-quan-dang-treo] are up at the end of the period.
draft-money = Projects paid out [giai-ngan] đồng in the period ([giai-ngan:so-sanh]); since the start of the year [giai-ngan-luy-ke] đồng of [von-duoc-giao] đồng assigned.
draft-stories = [tin-bai] stories were published ([tin-bai:so-sanh]).
draft-stories-quality = [tin-tra-lai] were returned, [tin-dinh-chinh] corrected, [tin-go] withdrawn.
draft-stories-urgent = [tin-khan] were published urgently and approved afterwards.
draft-hot-spots = [diem-nong] hot spots were found ([diem-nong:so-sanh]); [diem-nong-da-tra-loi] were answered; [diem-nong-con-lai] remain open.
draft-digests = [diem-bao] press reviews were sent.
draft-inquiries = [yeu-cau-bao-chi] inquiries of the press were received ([yeu-cau-bao-chi:so-sanh]); [yeu-cau-da-tra-loi] answered; [yeu-cau-tu-choi] refused with a reason.
draft-releases = [thong-cao] releases and statements were issued; [hop-bao] press events held.
draft-demands = [yeu-cau-cai-chinh] demands for correction were sent.
draft-questions = [cau-hoi] questions of citizens were received ([cau-hoi:so-sanh]); [cau-hoi-da-tra-loi] answered; [cau-hoi-tu-choi] refused with a reason.
draft-information = [yeu-cau-thong-tin] requests for information were received; [thong-tin-da-cung-cap] supplied.
draft-consultations = [du-thao-lay-y-kien] drafts were put to the public.
draft-errors = [loi-da-xu-ly] errors reported by readers were settled.
draft-clocks = [thoi-han-dung] deadlines were kept; [thoi-han-tre] were missed.
draft-units = Results of the units
draft-by = due
draft-obstacle-open = not resolved
draft-obstacle-over = resolved

briefing-title = Briefing
briefing-called = Briefing on { $period }
briefing-months = Months
briefing-open = In session
briefing-closed = Over
briefing-chair-said = Chair: { $who }
briefing-report = Report of the month
briefing-docx = Notice of conclusions (Word)
briefing-do-open = Open the briefing
briefing-not-open = The briefing on this month has not been opened.
briefing-none = No work in this month yet
briefing-none-why = Each unit with planned or assigned work shows here as one row.
briefing-reviewed = Done in { $period }
briefing-planned = Planned for { $period }
briefing-draft = Draft
briefing-draft-paper = plan not approved yet
briefing-notes = Notes
briefing-notes-all = General notes
briefing-no-notes = No notes yet.
briefing-note = Note
briefing-changed = The briefing has changed.
briefing-done = { $count } done
briefing-doing = { $count } in progress
briefing-late = { $count } late
briefing-blocked = { $count } blocked
briefing-more = and { $count } more
briefing-nothing-planned = Nothing planned yet.
briefing-quiet = { $count ->
    [one] One unit without work in these two months
   *[other] { $count } units without work in these two months
 }
briefing-decisions = Decisions
briefing-no-decisions = Nothing decided yet.
briefing-decision = What is decided
briefing-choose = Choose a unit
briefing-by = By
briefing-due = by { $when }
briefing-decide = Record and assign
briefing-drop = Take back
briefing-dropped = Taken back: { $why }
briefing-close = End the briefing
briefing-close-hint = Notes and decisions stay as they are afterwards.
briefing-close-confirm = Notes and decisions can no longer be changed. End the briefing?
briefing-chair = Chair
briefing-paper-kind = Notice
briefing-paper-subject = Conclusions of { $chair } at the briefing on communication work in { $period }
briefing-paper-reviewed = Done in { $period }
briefing-paper-planned = Planned for { $period }
briefing-paper-decided = Decisions
briefing-paper-units = Units named in part III;

said-report-begun = The report was drafted from the numbers.
said-report-written = The report was saved.
said-report-drafted = Drafted again from new numbers.
said-report-restored = The earlier text stands again.
said-report-counted = Counted again.
said-report-submitted = Submitted for approval.
said-report-returned = Returned.
said-report-approved = Approved.
said-report-issued = Numbered and issued.
said-report-reopened = Opened again.
said-report-asked = The units were asked.
said-report-given = Your unit’s words were sent.
said-report-reminded = Reminded.
said-briefing-opened = The briefing is open.
said-briefing-noted = Noted.
said-briefing-decided = Decided.
said-briefing-dropped = Taken back.
said-briefing-closed = The briefing is over.

refused-report-long = The text is too long or has characters that cannot be used. Please shorten it.
refused-report-number = Some names in braces are no numbers: { $names }. Please copy a name from the list.
refused-report-early = The period is not over yet.
refused-report-uncounted = The numbers were taken before the period ended. Please count again.
refused-report-empty = The results say nothing yet.
refused-report-own = You wrote part of this report, so somebody else must approve it.
refused-report-state = The report stands elsewhere by now; this step is no longer open.
refused-report-reason = Please give a reason.
refused-report-signer = Nobody signs it yet. Fill in the signer’s post and name under “Signer and recipients”.
refused-report-subject = Please name the campaign.
refused-report-future = This period has not begun.
refused-report-kind = Please choose a kind of period.
refused-report-days = Please give a first and a last day, at most two years apart.
refused-report-nth = The year has no such period. Please check year and number.
refused-report-units = Please choose at least one unit of the agency.
refused-report-due = The due time must lie ahead.
refused-report-given = The unit has sent its words.
refused-report-reminded = The unit was reminded within the last day.
refused-report-part-empty = Please write at least one part.
refused-briefing-closed = The briefing is over.
refused-briefing-empty = Please write something.
refused-briefing-dropped = This decision was taken back already.
refused-briefing-chair = Please say who chaired.
stale-report = Somebody else has just changed the report. What you typed is still here; open the report in another tab to compare.
stale-report-part = A colleague has just changed your unit’s words. What you typed is still here.

event-report-begun = Began the report
event-report-counted = Took the numbers
event-report-parts-asked = Asked units for their words
event-report-part-given = A unit sent its words
event-report-part-reminded = Reminded a unit
event-report-written = Edited the words
event-report-submitted = Submitted for approval
event-report-returned = Returned
event-report-approved = Approved
event-report-reopened = Opened again
event-report-issued = Numbered and issued
event-briefing-opened = Opened the briefing
event-briefing-noted = Noted
event-briefing-decided = Decided and assigned
event-briefing-decision-dropped = Took a decision back
event-briefing-closed = Ended the briefing

measure-work-given = Work assigned
measure-work-given-how = Work given to units in the period.
measure-work-done = Work done
measure-work-done-how = Work confirmed as done in the period.
measure-work-open = Work open at the end
measure-work-open-how = Work given and not done when the period ended.
measure-work-rolled = Work rolled over
measure-work-rolled-how = Unfinished work moved to the next period.
measure-obstacles = Obstacles raised
measure-obstacles-how = Obstacles that units raised in the period.
measure-obstacles-open = Obstacles remaining
measure-obstacles-open-how = Obstacles not resolved when the period ended.
measure-reminders = Work reminded of
measure-reminders-how = Work with at least one reminder in the period.
measure-meetings = Meetings held
measure-meetings-how = Meetings that took place.
measure-meetings-missed = Meetings missed
measure-meetings-missed-how = Planned meetings that did not take place.
measure-trainings = Trainings
measure-trainings-how = Trainings that took place.
measure-displays = Displays checked
measure-displays-how = Banners, billboards, decorations … that are up and were checked by a second person in the period.
measure-displays-up = Displays up at the end
measure-displays-up-how = Displays that were put up and not taken down by the end of the period.
measure-money-assigned = Project funds assigned (đồng)
measure-money-assigned-how = Funds of the year with adjustments, entered by the end of the period.
measure-money-paid = Paid out in the period (đồng)
measure-money-paid-how = Payments made on days of the period, without cancelled entries.
measure-money-paid-year = Paid out since the start of the year (đồng)
measure-money-paid-year-how = Payments of the year's funds made by the end of the period, without cancelled entries.
measure-stories = Stories published
measure-stories-how = Stories first published in the period.
measure-stories-urgent = Urgent publications
measure-stories-urgent-how = Stories published before a second person approved.
measure-stories-returned = Stories returned
measure-stories-returned-how = Stories returned to their writers at least once.
measure-stories-corrected = Stories corrected
measure-stories-corrected-how = Published stories with a public correction.
measure-stories-withdrawn = Stories withdrawn
measure-stories-withdrawn-how = Published stories withdrawn, with a reason.
measure-hot-spots = Hot spots
measure-hot-spots-how = Threads that became hot spots.
measure-hot-spots-answered = Hot spots answered
measure-hot-spots-answered-how = Hot spots with an official answer.
measure-hot-spots-open = Hot spots open
measure-hot-spots-open-how = Hot spots not closed when the period ended.
measure-digests = Press reviews
measure-digests-how = Press reviews that were sent.
measure-inquiries = Press inquiries
measure-inquiries-how = Inquiries received from the press.
measure-inquiries-answered = Inquiries answered
measure-inquiries-answered-how = Inquiries of the press that were answered.
measure-inquiries-refused = Inquiries refused
measure-inquiries-refused-how = Inquiries refused with a reason (PN-08).
measure-releases = Releases
measure-releases-how = Releases and statements that were issued.
measure-press-events = Press events
measure-press-events-how = Press events that were held.
measure-demands = Demands for correction
measure-demands-how = Demands sent to outlets.
measure-questions = Citizens’ questions
measure-questions-how = Questions and petitions received.
measure-questions-answered = Questions answered
measure-questions-answered-how = Questions answered in the period.
measure-questions-refused = Questions refused
measure-questions-refused-how = Questions refused with a reason.
measure-information = Information requests
measure-information-how = Requests under the law on access to information.
measure-information-supplied = Information supplied
measure-information-supplied-how = Requests whose information was supplied.
measure-consultations = Consultations
measure-consultations-how = Drafts put to the public in the period.
measure-errors = Errors settled
measure-errors-how = Errors reported by readers and settled.
measure-clocks-met = Deadlines kept
measure-clocks-met-how = Deadlines kept in the period.
measure-clocks-broken = Deadlines missed
measure-clocks-broken-how = Deadlines that passed before the work was done.

# Letters
work-letter-part-asked = Your unit is asked for its part of a report
work-letter-part-reminded = Reminder: your unit’s part of a report is missing
