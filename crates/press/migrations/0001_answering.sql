-- Who speaks for the agency and for its bodies (PN-01). unit: none is the agency itself. A row without ended_at still holds.
CREATE TABLE IF NOT EXISTS press_spokesperson (
    id         UUID PRIMARY KEY,
    kind       TEXT NOT NULL,
    unit       UUID,
    name       TEXT NOT NULL,
    post       TEXT NOT NULL,
    phone      TEXT NOT NULL,
    email      TEXT NOT NULL,
    document   TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    matter     TEXT NOT NULL,
    from_day   TEXT NOT NULL,
    to_day     TEXT,
    authoriser UUID,
    shown_at   BIGINT,
    changed_at BIGINT NOT NULL,
    ended_at   BIGINT,
    end_reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS press_spokesperson_by_unit ON press_spokesperson (unit, kind);
-- The last number given in a year, taken under this row's lock: inquiry, petition, demand each have a series.
CREATE TABLE IF NOT EXISTS press_number (
    series TEXT NOT NULL,
    year   BIGINT NOT NULL,
    last   BIGINT NOT NULL,
    PRIMARY KEY (series, year)
);
-- What the press asked. content: questions and answers. hash: of the text as it stands. writers: all who wrote any part of it.
-- words: folded, for finding. journalist, contact and sent_to are erased when their time is over (L13).
CREATE TABLE IF NOT EXISTS press_inquiry (
    id           UUID PRIMARY KEY,
    year         BIGINT NOT NULL,
    no           BIGINT NOT NULL,
    state        TEXT NOT NULL,
    outlet       TEXT NOT NULL,
    outlet_fold  TEXT NOT NULL,
    journalist   TEXT NOT NULL,
    contact      TEXT NOT NULL,
    via          TEXT NOT NULL,
    urgent       BOOLEAN NOT NULL,
    received_at  BIGINT NOT NULL,
    logged_at    BIGINT NOT NULL,
    logged_by    UUID,
    wanted_by    BIGINT,
    hot_spot     UUID,
    taken_by     UUID,
    taken_at     BIGINT,
    content      TEXT NOT NULL,
    edition      BIGINT NOT NULL,
    hash         TEXT NOT NULL,
    writers      TEXT NOT NULL,
    speaker      UUID,
    cleared_hash TEXT NOT NULL,
    cleared_by   UUID,
    cleared_at   BIGINT,
    form         TEXT NOT NULL,
    sent_to      TEXT NOT NULL,
    ended_at     BIGINT,
    ended_by     UUID,
    refusal      TEXT NOT NULL,
    reason       TEXT NOT NULL,
    message_id   TEXT NOT NULL,
    erased_at    BIGINT,
    words        TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS press_inquiry_by_no ON press_inquiry (year, no);
CREATE INDEX IF NOT EXISTS press_inquiry_by_state ON press_inquiry (state, received_at);
CREATE INDEX IF NOT EXISTS press_inquiry_by_time ON press_inquiry (received_at);
CREATE INDEX IF NOT EXISTS press_inquiry_by_outlet ON press_inquiry (outlet_fold, received_at);
-- Facts asked from a unit for an inquiry (PN-07).
CREATE TABLE IF NOT EXISTS press_fact (
    id       UUID PRIMARY KEY,
    inquiry  UUID NOT NULL,
    unit     UUID NOT NULL,
    question TEXT NOT NULL,
    state    TEXT NOT NULL,
    asked_by UUID,
    asked_at BIGINT NOT NULL,
    answer   TEXT NOT NULL,
    source   TEXT NOT NULL,
    given_by UUID,
    given_at BIGINT,
    reason   TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS press_fact_by_inquiry ON press_fact (inquiry, asked_at);
CREATE INDEX IF NOT EXISTS press_fact_by_unit ON press_fact (unit, state, asked_at);
-- What came in by the public form or by mail and does not look like a journalist's question. A text that comes
-- again is counted, not kept again. Dropped after a month.
CREATE TABLE IF NOT EXISTS press_set_aside (
    id          UUID PRIMARY KEY,
    at          BIGINT NOT NULL,
    why         TEXT NOT NULL,
    via         TEXT NOT NULL,
    outlet      TEXT NOT NULL,
    journalist  TEXT NOT NULL,
    contact     TEXT NOT NULL,
    questions   TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    times       BIGINT NOT NULL,
    inquiry     UUID
);
CREATE INDEX IF NOT EXISTS press_set_aside_by_time ON press_set_aside (inquiry, at);
CREATE INDEX IF NOT EXISTS press_set_aside_by_print ON press_set_aside (fingerprint, at);
-- Demands for correction (PN-18). before: the round before this one (BC-09).
CREATE TABLE IF NOT EXISTS press_demand (
    id            UUID PRIMARY KEY,
    year          BIGINT NOT NULL,
    no            BIGINT NOT NULL,
    state         TEXT NOT NULL,
    outlet        TEXT NOT NULL,
    item_title    TEXT NOT NULL,
    item_link     TEXT NOT NULL,
    item_day      TEXT NOT NULL,
    mention       UUID,
    wrong         TEXT NOT NULL,
    grounds       TEXT NOT NULL,
    right_text    TEXT NOT NULL,
    asks          TEXT NOT NULL,
    edition       BIGINT NOT NULL,
    hash          TEXT NOT NULL,
    writers       TEXT NOT NULL,
    approved_hash TEXT NOT NULL,
    approved_by   UUID,
    approved_at   BIGINT,
    sent_at       BIGINT,
    sent_by       UUID,
    sent_to       TEXT NOT NULL,
    document      TEXT NOT NULL,
    answered_at   BIGINT,
    outcome       TEXT NOT NULL,
    said          TEXT NOT NULL,
    closed_at     BIGINT,
    reason        TEXT NOT NULL,
    round         BIGINT NOT NULL,
    before        UUID,
    made_at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS press_demand_by_no ON press_demand (year, no);
CREATE INDEX IF NOT EXISTS press_demand_by_state ON press_demand (state, made_at);
CREATE INDEX IF NOT EXISTS press_demand_by_time ON press_demand (made_at);
-- Petitions that the press forwarded (BC-01 to BC-03). No column for who complained or denounced (L17).
CREATE TABLE IF NOT EXISTS press_petition (
    id           UUID PRIMARY KEY,
    year         BIGINT NOT NULL,
    no           BIGINT NOT NULL,
    state        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    outlet       TEXT NOT NULL,
    reference    TEXT NOT NULL,
    subject      TEXT NOT NULL,
    content      TEXT NOT NULL,
    received_at  BIGINT NOT NULL,
    logged_at    BIGINT NOT NULL,
    logged_by    UUID,
    unit         UUID,
    assigned_at  BIGINT,
    concluded_at BIGINT,
    conclusion   TEXT NOT NULL,
    answered_at  BIGINT,
    answer       TEXT NOT NULL,
    document     TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS press_petition_by_no ON press_petition (year, no);
CREATE INDEX IF NOT EXISTS press_petition_by_state ON press_petition (state, received_at);
-- What people write into the yearly report (PN-21); its numbers are counted, and kept as they were when it was sent.
CREATE TABLE IF NOT EXISTS press_yearly (
    id           UUID PRIMARY KEY,
    year         BIGINT NOT NULL,
    difficulties TEXT NOT NULL,
    proposals    TEXT NOT NULL,
    edition      BIGINT NOT NULL,
    edited_by    UUID,
    edited_at    BIGINT,
    opened_at    BIGINT,
    sent_at      BIGINT,
    document     TEXT NOT NULL,
    numbers      TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS press_yearly_by_year ON press_yearly (year);
-- Settings of this half of the house, each one row.
CREATE TABLE IF NOT EXISTS press_answering_setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
