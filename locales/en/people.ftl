# Who we are: log-in, people, units, areas; roles; why something is not one's to do.

people-login = Sign in
people-login-name = Work e-mail
people-password = Password
people-login-do = Sign in
people-login-help = Forgot the password? Ask your agency’s system administrator to set a new one.
people-account = My account
people-account-who = Posts and roles
people-post = Post
people-role = Role
people-whole-agency = whole agency
people-password-change = Change password
people-password-old = Current password
people-password-new = New password
people-password-hint = At least 10 characters. A sentence you remember beats a word you do not.
people-password-do = Change password
people-people = People
people-count = { $count ->
    [one] One person works here.
   *[other] { $count } people work here.
}
people-name = Name
people-posts = Posts
people-roles = Roles
people-units = Units
people-unit = Unit
people-symbol = Symbol
people-term = In force
people-before = Formed from
people-after = Now
people-standing = Today
people-ended = Before
people-how-merged = merged
people-how-split = split
people-how-renamed = renamed
people-how-transferred = partly handed over
people-how-continued = continued
people-areas = Areas
people-area = Area
people-within = Within
people-population = Population
people-tags = Features, languages
area-tag-rural = rural
area-tag-urban = urban
area-tag-remote = remote
area-tag-border = border
area-tag-minority = ethnic minorities
area-tag-highland = highland
lang-vi = Vietnamese
lang-tyz = Tày
lang-nut = Nùng
lang-ium = Dao (Mien)
lang-hmn = Hmong
lang-blt = Tai Dam
lang-hni = Hani
lang-en = English
lang-zh = Chinese
lang-lo = Lao

role-contributor = Contributor
role-editor = Editor
role-chief-editor = Editor-in-chief
role-leader = Leader
role-duty-officer = Press duty officer
role-focal-officer = Focal-point officer
role-press-officer = Press officer
role-spokesperson = Spokesperson
role-records-officer = Records officer
role-commune-officer = Commune information officer
role-admin = System administrator
role-guest = Guest from another organisation

said-signed-out = You are signed out.
said-password-set = The password is changed. Please sign in with the new one.

denied-role = Your role does not include this.
denied-agency = This is for the whole agency; your role covers a part of it.
denied-unit = This belongs to another unit, or your role in this unit does not include it.

refused-name-missing = Please give a name.
refused-ends-before-it-begins = The last day is before the first.
refused-login-no-address = This is not an e-mail address.
refused-login-taken = { $login } is already somebody’s address.
refused-login-wrong = The e-mail or the password is wrong.
refused-login-too-often = Too many wrong tries. Wait 15 minutes and try again, or ask the system administrator.
refused-password-short = A password needs at least { $least } characters.
refused-password-long = A password has at most { $most } characters.
refused-password-login = The password must not be the sign-in name.
refused-password-plain = The password is too simple; use more different characters.
