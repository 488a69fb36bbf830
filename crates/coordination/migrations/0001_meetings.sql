-- A meeting. round: the regular meetings it is one of. others: who comes from outside, as words. record: the text of its
-- minutes; writers: all who wrote any part of it, as JSON. alarmed_at: when it was noticed that nobody said what became of it.
CREATE TABLE IF NOT EXISTS meeting (
    id           UUID PRIMARY KEY,
    round        UUID,
    unit         UUID NOT NULL,
    title        TEXT NOT NULL,
    chair        UUID NOT NULL,
    starts_at    BIGINT NOT NULL,
    ends_at      BIGINT,
    place        TEXT NOT NULL,
    booking      UUID,
    agenda       TEXT NOT NULL,
    others       TEXT NOT NULL,
    state        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    moves        BIGINT NOT NULL,
    edition      BIGINT NOT NULL,
    made_at      BIGINT NOT NULL,
    made_by      UUID,
    held_at      BIGINT,
    alarmed_at   BIGINT,
    record       TEXT NOT NULL,
    record_state TEXT NOT NULL,
    writers      TEXT NOT NULL,
    submitted_at BIGINT,
    submitted_by UUID,
    approved_at  BIGINT,
    approved_by  UUID,
    hash         TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS meeting_by_time ON meeting (starts_at);
CREATE INDEX IF NOT EXISTS meeting_by_round ON meeting (round, starts_at);
CREATE INDEX IF NOT EXISTS meeting_by_chair ON meeting (chair);
-- Who is invited: a unit or a person. presence: '', present, excused or absent. stood_in: who came for a unit.
CREATE TABLE IF NOT EXISTS meeting_invited (
    id       UUID PRIMARY KEY,
    meeting  UUID NOT NULL,
    unit     UUID,
    person   UUID,
    place    BIGINT NOT NULL,
    presence TEXT NOT NULL,
    stood_in TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS meeting_invited_by_meeting ON meeting_invited (meeting, place);
CREATE INDEX IF NOT EXISTS meeting_invited_by_person ON meeting_invited (person);
CREATE INDEX IF NOT EXISTS meeting_invited_by_unit ON meeting_invited (unit);
-- What a meeting concluded. supports: units as JSON.
CREATE TABLE IF NOT EXISTS meeting_conclusion (
    id       UUID PRIMARY KEY,
    meeting  UUID NOT NULL,
    place    BIGINT NOT NULL,
    words    TEXT NOT NULL,
    lead     UUID NOT NULL,
    supports TEXT NOT NULL,
    due_at   BIGINT,
    made_at  BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS meeting_conclusion_by_meeting ON meeting_conclusion (meeting, place);
-- The paper that tells the conclusions, as it was issued: names as they were on that day. body, recipients: JSON lines.
CREATE TABLE IF NOT EXISTS meeting_notice (
    meeting    UUID PRIMARY KEY,
    year       BIGINT NOT NULL,
    number     BIGINT NOT NULL,
    symbol     TEXT NOT NULL,
    issued_at  BIGINT NOT NULL,
    issued_by  UUID,
    superior   TEXT NOT NULL,
    issuer     TEXT NOT NULL,
    place      TEXT NOT NULL,
    subject    TEXT NOT NULL,
    opening    TEXT NOT NULL,
    body       TEXT NOT NULL,
    closing    TEXT NOT NULL,
    authority  TEXT NOT NULL,
    post       TEXT NOT NULL,
    signer     TEXT NOT NULL,
    recipients TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS meeting_notice_by_number ON meeting_notice (year, symbol, number);
-- Regular meetings. rhythm: weekly (day: 1 to 7, Monday first) or monthly (day: of the month, 31 is the last). at: minutes
-- since midnight. units, people: who is invited, as JSON. until_day: the last day on which one is called ahead.
CREATE TABLE IF NOT EXISTS meeting_round (
    id        UUID PRIMARY KEY,
    unit      UUID NOT NULL,
    title     TEXT NOT NULL,
    chair     UUID NOT NULL,
    rhythm    TEXT NOT NULL,
    day       BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    minutes   BIGINT NOT NULL,
    place     TEXT NOT NULL,
    agenda    TEXT NOT NULL,
    others    TEXT NOT NULL,
    units     TEXT NOT NULL,
    people    TEXT NOT NULL,
    from_day  TEXT NOT NULL,
    made_to   TEXT NOT NULL,
    made_at   BIGINT NOT NULL,
    made_by   UUID,
    ended_at  BIGINT,
    reason    TEXT NOT NULL
);
-- Numbers of papers, one series a symbol and year: given once, without gaps.
CREATE TABLE IF NOT EXISTS coordination_number (
    series TEXT NOT NULL,
    year   BIGINT NOT NULL,
    last   BIGINT NOT NULL,
    PRIMARY KEY (series, year)
);
