-- A running clock. story: all that happened to it, as clocks::Clock keeps it. late_from: the first instant that is
-- too late; none while it stands still. version: the first day of the version of its rule.
CREATE TABLE IF NOT EXISTS clock (
    id         UUID PRIMARY KEY,
    rule       TEXT NOT NULL,
    version    TEXT NOT NULL,
    thing_kind TEXT NOT NULL,
    thing      UUID NOT NULL,
    unit       UUID,
    person     UUID,
    state      TEXT NOT NULL,
    start_at   BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    late_from  BIGINT,
    last_day   TEXT NOT NULL,
    at_a_time  BOOLEAN NOT NULL,
    estimated  BOOLEAN NOT NULL,
    ended_at   BIGINT,
    why        TEXT NOT NULL,
    story      TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS clock_by_thing ON clock (thing, rule);
-- Every desk page counts what is late: only those that have not ended are looked through.
CREATE INDEX IF NOT EXISTS clock_open ON clock (late_from) WHERE ended_at IS NULL;
CREATE INDEX IF NOT EXISTS clock_by_start ON clock (start_at);
CREATE INDEX IF NOT EXISTS clock_by_end ON clock (ended_at);
-- A rule of the agency's own, in the form of the files in rules/.
CREATE TABLE IF NOT EXISTS own_rule (
    id       UUID PRIMARY KEY,
    name     TEXT NOT NULL,
    text     TEXT NOT NULL,
    ended_on TEXT,
    set_by   UUID,
    set_at   BIGINT NOT NULL
);
-- A day that the agency keeps otherwise than the calendar that came with the program.
CREATE TABLE IF NOT EXISTS own_workday (
    day    TEXT PRIMARY KEY,
    kind   TEXT NOT NULL,
    words  TEXT NOT NULL,
    set_by UUID,
    set_at BIGINT NOT NULL
);
-- The secret address under which a person's calendar program reads their deadlines.
CREATE TABLE IF NOT EXISTS clock_feed (
    person     UUID PRIMARY KEY,
    token_hash TEXT NOT NULL,
    made_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS clock_feed_by_token ON clock_feed (token_hash);
-- What else is set: 'level', the kind of agency that rules bind.
CREATE TABLE IF NOT EXISTS deadline_setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
