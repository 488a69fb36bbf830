-- What can be found: one card a thing, written in the transaction that changes the thing.
CREATE TABLE IF NOT EXISTS search_card (
    key  TEXT PRIMARY KEY,
    seq  BIGINT NOT NULL,
    gone BOOLEAN NOT NULL,
    card TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS search_card_by_seq ON search_card (seq);
-- The number of the last change. Taken under this row's lock, so that numbers become visible in their order.
-- rebuild: indexes that have not come this far are to be made anew.
CREATE TABLE IF NOT EXISTS search_clock (
    one     INTEGER PRIMARY KEY,
    seq     BIGINT NOT NULL,
    rebuild BIGINT NOT NULL
);
INSERT INTO search_clock (one, seq, rebuild) VALUES (1, 0, 0) ON CONFLICT DO NOTHING;
-- What the public sought and did not find, by day: words and a count, nobody's name or address.
CREATE TABLE IF NOT EXISTS search_missed (
    day   TEXT NOT NULL,
    place TEXT NOT NULL,
    words TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (day, place, words)
);
-- Searches people keep for themselves. seen_at: when they last looked.
CREATE TABLE IF NOT EXISTS search_saved (
    id      UUID PRIMARY KEY,
    person  UUID NOT NULL,
    name    TEXT NOT NULL,
    asked   TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS search_saved_by_person ON search_saved (person, name);
