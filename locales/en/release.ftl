# The press desk: releases, statements, contacts, press events, the press room

release-desk = Press desk
release-title = Releases
release-list-lead = One person writes, another approves exactly that text; only then does it get its number and go out.
release-none = No release here yet
release-none-how = Begin a release, a statement or a holding statement below.
release-month-none = Nothing was told to the press in { $month }. Ministries and provinces inform it every month (PN-11).
release-one = Text
release-untitled = (no title yet)
release-state = State
release-number = Number
release-edited = Edited
release-edited-by = Edited by
release-trouble-short = Could not be issued
release-begin = Begin
release-kind = Kind
release-kind-release = Press release
release-kind-statement = Statement
release-kind-holding = Holding statement
release-template = Template for a holding statement
release-template-none = No template
release-template-hint = For holding statements only. Blanks […] must be filled before approval.
release-template-checking = Heard of it, looking into it
release-template-accident = Accident
release-template-disaster = Natural disaster
release-template-service = Service interrupted
release-template-rumour = Rumour
release-state-draft = Draft
release-state-submitted = Awaiting approval
release-state-returned = Sent back
release-state-approved = Approved
release-state-embargoed = Set to go out
release-state-issued = Issued
release-state-withdrawn = Withdrawn
release-edit = Edit the text
release-edit-correction = Write a correction
release-edit-public = The public text stays as it is until the correction is approved and issued.
release-edit-blanks = Some blanks […] are not filled.
release-heading = Title
release-lead = Lead
release-lead-hint = What matters most, in a sentence or two.
release-body = Text
release-body-hint = An empty line parts paragraphs; “## ” makes a heading, “- ” a list, **bold**, *italic*, [words](https://…) a link.
release-save = Save
release-back = Back
release-empty = Nothing written yet.
release-files = Attachments
release-files-first = Save the text before you add or remove files.
release-file = Choose a file
release-file-hint = PDF, Word, Excel, pictures, sound, video, ZIP; 20 MB each at most.
release-file-add = Add the file
release-file-drop = Remove
release-size = { $size } KB
release-speaks = Spokesperson: { $who }
release-public = Public page
release-trouble = Its time came and it could not be issued.
release-returned = The text was sent back.
release-until-said = Goes out at { $when }. Until then nobody outside sees any of it.
release-letters = Letters
release-count-sent = { $count } sent
release-count-waiting = { $count } waiting
release-count-failed = { $count } failed
release-letter-to = To
release-letter-what = Subject
release-letter-when = When
release-speaker = Spokesperson
release-speaker-none = Choose who speaks
release-speaker-hint = The press must show this person’s name and agency (PN-20).
release-do-approve = Approve this text
release-do-submit = Ask for approval
release-do-issue = Number and issue
release-issue-confirm = It becomes public at once and gets its official number. Go on?
release-send-at-once = Write to everybody in the contact book
release-do-embargo = Set a time
release-embargo-hint = Until then nothing leaves: no page, no letter, no search result.
release-until = Goes out at
release-note = Public note of correction
release-note-hint = Say what was wrong and what is right. Everyone who had the text gets this one.
release-do-correct = Issue the correction
release-correct-confirm = It replaces the public text and goes to everyone who had it. Go on?
release-do-lift = Take the time back
release-do-send = Send letters
release-send-to = To
release-send-all = Everybody
release-send-hint = Whoever has had it does not get it twice.
release-do-resend = Send the failed ones again
release-do-return = Send back
release-return-what = What should change
release-do-discard = Give up the correction
release-discard-confirm = What you wrote is dropped; the public text stays. Go on?
release-do-withdraw = Withdraw
release-withdraw-why = Reason (public)
release-withdraw-confirm = The text leaves the site; number, title and reason stay public. This cannot be undone. Go on?
release-facts = Particulars
release-approved-by = Approved by
release-code = Verification code
release-hash = Hash (SHA-256)
release-editions = Texts that were public
release-signed-issued = Issued { $when }
release-signed-corrected = Corrected { $when }
release-signed-speaker = Spokesperson: { $name }, { $post }
release-paper-mark = Verification code: { $code }. Check it at:
release-paper-code = Verification code: { $code }
release-paper-check = Verify this document at
release-paper-press = The press
release-paper-kept = Records
release-letter-issue-subject = { $kind } { $number }: { $title }
release-letter-issue =
    To the editors,

    { $agency } has issued { $kind } { $number } of { $date }.

    { $title }

    { $lead }

    { $text }

    Spokesperson: { $name }, { $post }. Please show the spokesperson’s name and the agency’s.

    Official text and attachments: { $page }
    Verification code: { $code }

    No more letters: { $end }
release-letter-correction-subject = Correction of { $kind } { $number }: { $title }
release-letter-correction =
    To the editors,

    { $agency } corrects { $kind } { $number } of { $date }, which you received.

    The correction: { $note }

    The corrected text:

    { $title }

    { $lead }

    { $text }

    If you printed the earlier text, please update it.

    Official text: { $page }
    Verification code: { $code }

    No more letters: { $end }
release-letter-withdrawal-subject = { $kind } { $number } is withdrawn
release-letter-withdrawal =
    To the editors,

    { $agency } withdraws { $kind } { $number } of { $date }, “{ $title }”, which you received.

    Reason: { $note }

    Please do not use it any more. Notice: { $page }

    No more letters: { $end }
release-failed-letter-subject = Not issued: { $title }
release-failed-letter =
    The set time came and “{ $title }” could not be issued. { $why }

    Please open it on the desk.

said-release-saved = Saved.
said-release-file = File added.
said-release-file-dropped = File removed.
said-release-submitted = Sent for approval.
said-release-returned = Sent back.
said-release-approved = Exactly this text is approved.
said-release-embargoed = The time is set.
said-release-lifted = The time was taken back.
said-release-issued = Numbered and issued.
said-release-corrected = The correction is public and on its way to everyone who had the text.
said-release-discarded = The correction was given up.
said-release-withdrawn = Withdrawn; the reason is public.
said-release-sent = The letters are on their way.
said-release-resent = The failed letters are sent again.

refused-release-kind = Choose a kind.
refused-release-empty = It needs a title and a text.
refused-release-blanks = Some blanks […] are not filled.
refused-release-unchanged = It says the same as the public text.
refused-release-speaker = Choose a person who speaks for the agency.
refused-release-time = The time must lie ahead.
refused-release-note = Write the public note of correction.
refused-release-body = The text cannot be read; look at its marks again.
refused-release-picture = Pictures do not stand in the text; add them as attachments.
refused-release-files = { $most } files at most.
refused-release-file = Files of this kind are not taken, or the file is damaged.
refused-release-nobody = Everybody has had it.
refused-release-none-failed = There is no failed letter to send again.
closed-release-withdrawn = It was withdrawn.
closed-release-embargoed = A time is set. Take it back first.
closed-release-not-draft = It is not a draft any more.
closed-release-not-submitted = Nobody has asked for approval.
closed-release-approved = It is approved already.
closed-release-unapproved = No second person has approved exactly this text.
closed-release-public = It is public already.
closed-release-not-public = It is not public.
closed-release-no-embargo = No time is set.
closed-release-no-correction = No correction is under way.
closed-release-speaker = The person chosen does not speak for the agency now.
closed-own-release = Whoever wrote part of a text cannot approve it.
stale-release = Somebody else has just changed it. What you typed is still here; look at the new text and try again.

event-release-begun = began it
event-release-saved = saved the text
event-release-submitted = asked for approval
event-release-returned = sent it back
event-release-approved = approved it
event-release-embargoed = set the time it goes out
event-release-lifted = took the time back
event-release-issued = numbered and issued it
event-release-issue-failed = could not issue it at its time
event-release-corrected = issued a correction
event-release-discarded = gave up a correction
event-release-withdrawn = withdrew it
event-release-sent = sent letters
event-contact-set = set a press contact
event-contact-ended = ended a press contact
event-press-event-planned = planned it
event-press-event-changed = changed its particulars
event-press-event-noted = added to its dossier
event-press-event-announced = announced it
event-press-event-notified = recorded the notice to the press authority
event-press-event-contribution-asked = asked a unit to contribute
event-press-event-contribution-given = contributed
event-press-event-invited = invited the press
event-press-event-registered = registered to attend
event-press-event-accredited = admitted a journalist
event-press-event-accreditation-refused = did not admit a journalist
event-press-event-held = recorded that it took place
event-press-event-cancelled = called it off

contact-title = Press contacts
contact-lead = Only what writing to them needs, on a clear ground. No journalist is scored or ranked.
contact-state-active = Get letters
contact-state-pending = Not confirmed
contact-state-ended = Ended
contact-none = No contact yet
contact-none-how = Add one, take in a list, or let the press subscribe in the press room.
contact-count = { $count } contacts
contact-outlet = Outlet
contact-name = Name
contact-email = E-mail
contact-phone = Telephone
contact-level = Level
contact-level-central = National
contact-level-province = Provincial
contact-level-local = Local
contact-level-foreign = Foreign
contact-locality = Place
contact-basis = Ground for keeping it
contact-basis-none = Choose a ground
contact-basis-hint = The law on personal data demands one.
contact-basis-consent = They agreed
contact-basis-outlet = Named by the newsroom
contact-basis-event = Registered for a press event
contact-add = Add a contact
contact-save = Save
contact-edit = Edit the contact
contact-do-end = Send no more letters
contact-end-hint = After 30 days name and address are erased.
contact-end-confirm = This contact gets no more letters. Go on?
contact-end-by-hand = Ended by the agency
contact-end-unsubscribed = Unsubscribed
contact-erased = (erased)
contact-import = Take in a list
contact-import-hint = A CSV file (UTF-8) whose first line names the columns: outlet, name, email, phone, locality, level.
contact-file = CSV file
contact-do-import = Take it in
contact-taken = { $count } contacts taken.
contact-left = Lines that were not taken
contact-line = Line { $no }:
said-contact-set = The contact is saved.
said-contact-ended = No more letters go there.
refused-contact-outlet = Name the outlet.
refused-contact-basis = Choose the ground for keeping it.
refused-contact-known = This address is in the book already.
closed-contact-ended = This contact has ended; a new subscription begins anew.
refused-list-encoding = The file is not CSV in UTF-8.
refused-list-headings = Its first line names no e-mail column.
refused-list-empty = The list has no lines.
refused-list-long = The list has more than 5,000 lines; please split it.
refused-list-formula = A cell holds a formula.

pevent-title = Press events
pevent-lead = When the press is met, the dossiers and the records.
pevent-to-come = To come
pevent-over = Past
pevent-none = No event here
pevent-none-how = Plan a press conference or a briefing below.
pevent-none-asked = Nothing was asked
pevent-none-asked-why = When your unit is asked to contribute to a press conference, it appears here.
pevent-asked-of-you = Your unit is asked to contribute
pevent-due-by = due { $when }
pevent-one = Event
pevent-kind = Kind
pevent-kind-conference = Press conference
pevent-kind-briefing = Press briefing
pevent-kind-other = Other meeting
pevent-state-planned = Planned
pevent-state-announced = Announced
pevent-state-held = Held
pevent-state-cancelled = Called off
pevent-plan = Plan an event
pevent-edit = Edit the particulars
pevent-edit-announced = It is announced: those invited get a letter about the change.
pevent-save = Save
pevent-name = Name
pevent-when = When
pevent-starts = Begins
pevent-ends = Ends
pevent-place = Where
pevent-chair = Chaired by
pevent-host = Hosted by
pevent-host-hint = Leave empty when we host it.
pevent-content = Content
pevent-unsaid = Not said yet
pevent-public = Public page
pevent-print = Print the dossier
pevent-notified = Notice given
pevent-clocks = Deadlines
pevent-contributions = What units bring
pevent-contributions-none = No unit was asked.
pevent-do-ask = Ask a unit
pevent-unit = Unit
pevent-unit-none = Choose a unit
pevent-ask = What is needed
pevent-due = Due
pevent-waits = Waiting
pevent-late = Late
pevent-given = Received
pevent-given-late = Received late
pevent-contribute = Contribute to a press event
pevent-text = Contribution
pevent-text-hint = Figures with their source and date.
pevent-do-give = Send it
pevent-prepared = Questions expected
pevent-prepared-none = None prepared yet.
pevent-prepare = Add an expected question
pevent-unanswered = No answer yet.
pevent-question = Question
pevent-question-edit = Edit
pevent-question-add = Note a question
pevent-questions = Questions asked
pevent-questions-none = None noted yet.
pevent-asker = Outlet that asks
pevent-answer = Answer
pevent-answered-by = Answered by
pevent-answered-by-who = answered by { $who }
pevent-follow-up = An answer is still owed
pevent-keep = Save
pevent-guests = Press attending
pevent-guests-none = Nobody was invited or has registered.
pevent-record = Record
pevent-transcript = What was said
pevent-transcript-hint = Said at the event; never turned into an interview by itself.
pevent-follow-ups = What follows
pevent-do-announce = Announce it
pevent-do-hold = It took place
pevent-do-invite = Invite the press
pevent-invite-who = Whom
pevent-do-notify = Record the notice
pevent-notify-hint = A written notice to the press authority: place, time, content, chair. It is recorded as of now.
pevent-how = Number of the paper and who received it
pevent-do-call-off = Call it off
pevent-call-off-why = Reason (public)
pevent-call-off-confirm = Those invited get a letter. Go on?
guest-invited = Invited
guest-applied = Registered
guest-admitted = Admitted
guest-refused = Not admitted
guest-admit = Admit
guest-turn-away = Do not admit
guest-why = Reason (sent to the journalist)
said-pevent-planned = Planned.
said-pevent-changed = Saved.
said-pevent-announced = Announced.
said-pevent-notified = The notice is recorded.
said-pevent-held = Recorded as held.
said-pevent-cancelled = Called off; those invited are told.
said-pevent-invited = The invitations are on their way.
said-pevent-asked = The unit is asked.
said-pevent-question = The question is saved.
said-pevent-record = The record is saved.
said-pevent-given = Your contribution is sent.
said-guest-admitted = Admitted, and told by mail.
said-guest-refused = Told by mail why, and how to object.
said-guest-registered = We have your registration. The answer comes by mail.
refused-pevent-kind = Choose a kind.
refused-pevent-title = Name the event.
refused-pevent-time = Its beginning must lie ahead.
refused-pevent-end = It must end after it begins.
refused-pevent-incomplete = Say where it is, who chairs it and what it is about.
refused-pevent-how = Give the number of the paper.
refused-pevent-nobody = There is nobody new to invite.
refused-pevent-unit = Choose a unit.
refused-pevent-ask = Say what is needed.
refused-pevent-due = The time must lie ahead.
refused-pevent-asked = This unit was asked and has not answered.
refused-pevent-text = Write your contribution.
refused-pevent-question = Write the question.
refused-guest-name = Give your name.
refused-guest-outlet = Name your outlet.
refused-guest-full = The list is full.
closed-pevent-planned = It is not announced.
closed-pevent-announced = It is announced already.
closed-pevent-held = It took place.
closed-pevent-cancelled = It was called off.
closed-pevent-begun = It has begun.
closed-pevent-not-begun = It has not begun.
closed-pevent-notified = The notice is recorded already.
closed-guest-decided = That was decided already.
stale-pevent = Somebody else has just changed it. What you typed is still here; look at the new text and try again.
pevent-letter-invite-subject = Invitation: { $title }
pevent-letter-invite =
    To the editors,

    { $agency } invites you to: { $title }
    When: { $when }
    Where: { $place }
    Chaired by: { $chair }

    { $content }

    More: { $page }
pevent-letter-change-subject = Changed: { $title }
pevent-letter-change =
    To the editors,

    The new particulars of { $title }:
    When: { $when }
    Where: { $place }
    Chaired by: { $chair }

    More: { $page }
pevent-letter-cancel-subject = Called off: { $title }
pevent-letter-cancel =
    To the editors,

    { $agency } calls off { $title }, planned for { $when }.
    Reason: { $reason }
pevent-letter-admit-subject = You are admitted: { $title }
pevent-letter-admit =
    Dear colleague of the press,

    You are admitted to { $title }.
    When: { $when }
    Where: { $place }

    Please bring your press card or a letter of your newsroom.
pevent-letter-refuse-subject = Your registration: { $title }
pevent-letter-refuse =
    Dear colleague of the press,

    You were not admitted to { $title }.
    Reason: { $reason }

    You may object to { $agency } ({ $email }); you get an answer before the event begins. This decision has no bearing on other events.

room-title = Press room
room-lead = Official releases and statements, press conferences, and where journalists ask.
room-releases = Releases and statements
room-none = No release yet
room-none-why = What is issued appears here.
room-more = More
room-calendar = Press events
room-calendar-none = No press event is announced.
room-calendar-all = The whole calendar
room-for-press = For journalists
room-ask = Ask a question
room-speakers = Spokespersons
room-pictures = Pictures for the press
room-pictures-lead = Pictures the press may take and print. Name who took and who owns them, and keep to the conditions under each.
room-pictures-none = No pictures yet
room-pictures-none-why = Pictures the agency lets the press use will stand here.
room-picture-take = Take the picture
room-subscribe = Get releases by mail
room-verify = Check a release
room-flag-withdrawn = Withdrawn
room-flag-corrected = Corrected
room-withdrawn = This text was withdrawn.
room-corrected-see = This text was corrected; see the note below.
room-issued = Issued
room-withdrawn-at = Withdrawn
room-corrected-at = Corrected
room-attribution = Spokesperson
room-attribution-how = When you publish, please show the spokesperson’s full name and the agency’s.
room-docx = Word file
room-pdf = PDF file
room-txt = Signed text
room-files = Attachments
room-qr = QR code that leads to the check of { $code }
room-signature = Signature
room-key = Public key
room-subscribe-lead = You get one letter to confirm. Only then are releases sent.
room-subscribe-law = Your address serves nothing but releases and is erased 30 days after you leave.
room-do-subscribe = Subscribe
room-confirm = Confirm your subscription
room-confirm-lead = Press the button to get releases by mail.
room-leave = Get no more releases
room-leave-lead = Press the button and no more letters come.
room-left = You get no more releases
room-left-lead = No more letters come. Name and address are erased in 30 days.
room-confirm-subject = Confirm: releases of { $agency }
room-confirm-letter =
    Somebody, perhaps you, asked for the press releases of { $agency } at this address.

    To confirm, open: { $page }

    If it was not you, ignore this letter; no other is sent.
said-room-letter = We have it. Please open the letter we sent to confirm.
said-room-confirmed = Confirmed. New releases come to you by mail.

verify-title = Check a release
verify-lead = Every release carries a code and is signed. Type the code or scan its QR to see whether the text is ours.
verify-valid = This is a text of the agency.
verify-valid-how = It stands as it was issued.
verify-corrected = The text was corrected since.
verify-withdrawn = The text was withdrawn.
verify-broken = The signature does not match.
verify-broken-how = Please tell the agency at once and do not use the text.
verify-unknown = No text carries the code { $code }.
verify-unknown-how = Check the code. If it is typed right, the text is not ours.
verify-changed = Changed
verify-signature = Signature
verify-signature-holds = Valid
verify-signature-not = Not valid
verify-text = Compare a text
verify-paste = Paste the text to check
verify-paste-hint = All of it or a passage. Spaces and line ends do not count.
verify-do-text = Compare with the signed text
verify-text-whole = Word for word the signed text.
verify-text-passage = This passage stands word for word in the signed text.
verify-text-before = This is the text before its correction; it was replaced at { $when }.
verify-text-other = This differs from the signed text.
verify-code = Check by code
verify-code-hint = Such as 7K3M-9Q2X-A4TD, at the end of a release.
verify-do = Check

calendar-lead = Press conferences and meetings that were announced.
calendar-none-why = What is announced appears here.
calendar-off = Called off
calendar-ics = Add to my calendar (.ics)
calendar-one-ics = Add to calendar (.ics)
calendar-register = Register to attend
calendar-register-hint = Show your press card or a letter of your newsroom at the door; its number is not kept. If you are not admitted, a letter says why and how to object.
calendar-do-register = Register
calendar-closed = Registration here is closed.
kind-release = Press release

letter-contribution-subject = Your unit is asked to contribute to a press event
letter-contribution = The office asks your unit to contribute to a press conference or briefing.
    Open the desk, under Press events, to read what is asked and by when, and to send it.
letter-facts-subject = Your unit is asked for facts to answer the press
letter-facts = The office asks your unit for facts to answer the press.
    Open the desk, under Asked of us, to read the questions and by when, and to answer.
