-- Reports of periods: words, the numbers as they were counted, and what units wrote.

CREATE TABLE IF NOT EXISTS period_report (
    id           UUID PRIMARY KEY,
    period       TEXT NOT NULL,
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    subject      TEXT NOT NULL,
    state        TEXT NOT NULL,
    edition      BIGINT NOT NULL,
    results      TEXT NOT NULL,
    difficulties TEXT NOT NULL,
    proposals    TEXT NOT NULL,
    next_words   TEXT NOT NULL,
    authority    TEXT NOT NULL,
    signer_post  TEXT NOT NULL,
    signer_name  TEXT NOT NULL,
    recipients   TEXT NOT NULL,
    numbers      TEXT NOT NULL,
    counted_at   BIGINT NOT NULL,
    parts_due    BIGINT,
    writers      TEXT NOT NULL,
    hash         TEXT NOT NULL,
    returned     TEXT NOT NULL,
    approved_by  UUID,
    approved_at  BIGINT,
    number       BIGINT,
    issued_at    BIGINT,
    begun_at     BIGINT NOT NULL
);
-- One report tells of one period.
CREATE UNIQUE INDEX IF NOT EXISTS period_report_of ON period_report (period);
CREATE INDEX IF NOT EXISTS period_report_last ON period_report (last_day);

-- Every text that was kept, so that none is lost.
CREATE TABLE IF NOT EXISTS period_report_edition (
    report       UUID NOT NULL,
    edition      BIGINT NOT NULL,
    results      TEXT NOT NULL,
    difficulties TEXT NOT NULL,
    proposals    TEXT NOT NULL,
    next_words   TEXT NOT NULL,
    written_by   UUID,
    written_at   BIGINT NOT NULL,
    PRIMARY KEY (report, edition)
);

-- What units were asked for and wrote.
CREATE TABLE IF NOT EXISTS period_report_part (
    report       UUID NOT NULL,
    unit         UUID NOT NULL,
    results      TEXT NOT NULL,
    difficulties TEXT NOT NULL,
    proposals    TEXT NOT NULL,
    next_words   TEXT NOT NULL,
    edition      BIGINT NOT NULL,
    given_by     UUID,
    given_at     BIGINT,
    reminders    BIGINT NOT NULL,
    reminded_at  BIGINT,
    PRIMARY KEY (report, unit)
);

-- Numbers of papers, one series a year (VT-01).
CREATE TABLE IF NOT EXISTS report_number (year BIGINT PRIMARY KEY, last BIGINT NOT NULL);

-- The briefing of a month: the month reviewed and the next one planned.
CREATE TABLE IF NOT EXISTS briefing (
    id         UUID PRIMARY KEY,
    month      TEXT NOT NULL UNIQUE,
    held_at    BIGINT,
    chair      TEXT NOT NULL,
    opened_at  BIGINT NOT NULL,
    closed_at  BIGINT,
    hash       TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS briefing_note (
    id       UUID PRIMARY KEY,
    briefing UUID NOT NULL,
    unit     UUID,
    words    TEXT NOT NULL,
    by_whom  UUID,
    at       BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS briefing_note_of ON briefing_note (briefing, at);

CREATE TABLE IF NOT EXISTS briefing_decision (
    id       UUID PRIMARY KEY,
    briefing UUID NOT NULL,
    place    BIGINT NOT NULL,
    unit     UUID NOT NULL,
    words    TEXT NOT NULL,
    due      BIGINT,
    by_whom  UUID,
    at       BIGINT NOT NULL,
    dropped  TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS briefing_decision_of ON briefing_decision (briefing, place);
