# The public sites.

portal-top = Top stories
portal-no-stories = No stories yet
portal-no-stories-why = Published stories appear here.
portal-quick = Quick links
portal-by-day = News by day
portal-choose-day = Choose a day
portal-see-day = See the news
portal-another-day = Go to another day
portal-new-fixes = New corrections
portal-all = All
portal-other-sites = Sites of the same agency
portal-light-title = News for the communes
portal-corrected = Corrected
portal-see-fix = See what was corrected
portal-section-empty = Nothing in this section yet
portal-section-empty-why = Stories published in it appear here, the newest first.
portal-elsewhere = New in other sections
portal-taken-over = Put on this site
portal-read-successor = Read the story in its place:
portal-all-fixes = See all corrections of this site
portal-removed-title = A story that was removed
portal-banner-withdrawn = This story was withdrawn at { $at }.
portal-banner-left = This story left this site at { $at }.
portal-banner-replaced = This story was replaced by another at { $at }.
portal-banner-gone = This story was removed at { $at }.
portal-fix-corrected = Corrected
portal-fix-withdrawn = Withdrawn
portal-fix-reinstated = Public again
portal-fix-replaced = Replaced
portal-fix-removed = Removed
portal-fixes-lead = Each time a published story is changed, the change is written here and under the story. A withdrawn story keeps its address, with the reason.
portal-fixes-none = No corrections yet
portal-fixes-none-why = When a published story is corrected or withdrawn, it is written here.
portal-month = { $month }
portal-of-month = News of { $month }
portal-of-day = News of { $day }
portal-month-empty = No stories this month
portal-day-empty = No stories on this day
portal-day-empty-why = Please choose another day in the calendar; days with stories are underlined.
portal-days-beyond = The nearest days with stories
portal-day-before = Earlier day with stories
portal-day-after = Later day with stories
portal-stories = { $count ->
    [one] one story
   *[other] { $count } stories
}
portal-weekday-0 = Mo
portal-weekday-1 = Tu
portal-weekday-2 = We
portal-weekday-3 = Th
portal-weekday-4 = Fr
portal-weekday-5 = Sa
portal-weekday-6 = Su
portal-words = Words to find
portal-words-hint = With or without Vietnamese marks.
portal-found = { $count ->
    [one] One result
   *[other] { $count } results
}
portal-found-none = Nothing found
portal-found-none-why = Try fewer or other words.
portal-by-days = Between two days
portal-search-feed = Search for “{ $words }”
portal-search-follow = Follow this search
portal-nothing = This page was not found
portal-nothing-why = The address may be incomplete, or the story has moved. A withdrawn story always keeps its address and the reason.
portal-to-home = To the home page
refused-slug = Use small letters without marks, digits and hyphens only; not an address that exists already.
refused-host-taken = This host and first part of the address belong to another site already.
portal-kinds = Kind
