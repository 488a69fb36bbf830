-- Saved searches whose owner is told by mail what is new, and up to when they were told.
CREATE TABLE IF NOT EXISTS search_mailed (
    search  UUID PRIMARY KEY,
    person  UUID NOT NULL,
    told_at BIGINT NOT NULL
);
-- Days on which letters were written: one node writes them, whoever is first.
CREATE TABLE IF NOT EXISTS search_mail_day (
    day TEXT PRIMARY KEY
);
