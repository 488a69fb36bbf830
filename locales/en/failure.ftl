# When a wish is not fulfilled.

failure-refused = Not done yet
failure-refused-why = Please look at the following and try again.
failure-not-found = Not found
failure-not-found-why = There is nothing at this address, or it is not for you.
failure-sign-in = Please sign in
failure-sign-in-why = Your session has ended or has not begun. Sign in and do it again.
failure-forbidden = Not yours to do
failure-forbidden-why = You may know of this, but it is not yours to do.
failure-stale = Somebody was faster
failure-stale-why = This changed while you were working on it. Reload the page to see how it stands now.
failure-broken = The server has a problem
failure-broken-why = The fault is the system’s, not yours. Please try again in a few minutes.
failure-reference = When you report this, please read out: { $reference }
failure-code = Code { $code }
failure-home = Home page
failure-desk = Back to the desk
refused-too-large = What was sent is too large.
refused-unreadable = The server could not read what was sent.
