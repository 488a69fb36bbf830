# When a wish is not fulfilled.

failure-refused = Not done yet
failure-refused-why = Please look at the following and try again.
failure-not-found = Not found
failure-not-found-why = There is no page at this address, or it is not open to you. Please check the address.
failure-sign-in = Please sign in
failure-sign-in-why = Your session has ended or has not begun. Sign in and carry on.
failure-forbidden = You do not have permission
failure-forbidden-why = If your work needs this page, ask your agency’s system administrator for the right role.
failure-stale = Somebody was faster
failure-stale-why = This changed while you were working on it. Reload the page to see how it stands now.
failure-broken = The server has a problem
failure-broken-why = The fault is the system’s, not yours. Please try again in a few minutes.
failure-reference = When you report this, please read out: { $reference }
failure-code = Error { $code }
failure-home = Home page
failure-desk = Back to the desk
refused-busy = Too many people are waiting at this moment. Please try again in a minute.
refused-too-large = What was sent is too large.
refused-unreadable = The server could not read what was sent.
