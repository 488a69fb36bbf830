# Search

search-title = Search
search-words = Words to find
search-from = From
search-to = To
search-total = { $total ->
    [1] 1 result
   *[other] { $total } results
}
search-hint = Find everything you may read
search-hint-how = With or without Vietnamese marks. "a whole phrase", -without this word, this OR that, số:30/2020, unit:"Sở Y tế", date:2026-10.
search-none = Nothing found
search-none-how = Try fewer words, fewer filters, or another spelling.
search-untitled = Untitled
search-mean = Did you mean:
search-order = Sort by
search-order-relevance = relevance
search-order-newest = newest
search-first-page = First page
search-narrow = Narrow the results
search-widen = (chosen, click to remove)
search-by-kind = Kind
search-by-unit = Unit
search-by-section = Section
search-note-long = The query is too long; its end was not read.
search-note-terms = There are too many words; the last ones were not searched for.
search-note-quote = A quotation mark is not closed; the phrase was taken to go on to the end.
search-note-date = “{ $words }” is not a date; it was searched for as a word.
search-note-days = The first day is after the last, so nothing can be found.
search-read-as = Read as: { $words }
search-building = The search index is still being made, so not everything may be found yet. Please search again in a few minutes.
search-partial = Nothing has all the words; these results have some of them.
search-keep = Keep this search
search-saved = Saved searches
search-saved-lead = Each line says how many results are new since you last looked.
search-saved-none = No saved searches
search-saved-none-how = After a search, choose “Keep this search”; next time you only see what is new.
search-name = Name
search-fresh = New
search-seen = Last looked
search-forget = Forget
search-missed = Searched in vain
search-missed-lead = Words that readers of the site searched for in the last 30 days without a result. Only words are counted, never who searched.
search-missed-none = Nothing
search-missed-none-why = Every search on the public site in the last 30 days found something.
search-times = Times
search-last = Last
kind-story = Story
kind-person = Person
kind-asset = Picture
said-search-saved = The search is kept.
said-search-forgotten = The search is forgotten.
refused-search-name = Give this search a name.
refused-search-many = At most { $most } searches can be kept. Forget one first.
