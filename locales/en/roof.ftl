# What belongs to no single part.

rail-newsroom = Newsroom
rail-agency = Agency
rail-system = System

ledger-title = Ledger
ledger-lead = Every change, the newest first. Each entry carries the fingerprint of the one before, so nobody can alter or remove one without it showing.
ledger-number = No.
ledger-when = When
ledger-who = Who
ledger-what = What
ledger-thing = Thing
ledger-hash = Fingerprint
ledger-older = Older
thing-agency = Agency
thing-unit = Unit
thing-person = Person
thing-area = Area
thing-site = Site
thing-section = Section
thing-story = Story
thing-asset = Asset
event-agency-described = described the agency
event-unit-founded = founded a unit
event-unit-ended = ended a unit
event-area-founded = described an area
event-person-added = added a person
event-person-left = closed an account
event-post-given = gave a post
event-role-given = gave a role
event-role-withdrawn = took a role back
event-password-set = set a password
event-signed-in = signed in
event-signed-out = signed out
event-site-opened = opened a site
event-section-added = added a section
event-asset-added = added a picture

demo-title = Choose who to be in the demo
demo-lead = { $province } does not exist; its people, events and figures are all made up.
demo-password = Everybody’s password is
demo-portal = See the portal
demo-light = See the site for communes
demo-enter = Enter
demo-enter-as = as { $name }
