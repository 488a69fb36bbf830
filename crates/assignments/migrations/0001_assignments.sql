-- A piece of work. folded: its title as it is sought. due: the last instant in time; from_kind/from_id: what it came from. want_*: what counts as done, when
-- something countable was asked; delivered: how many of it were counted. version steps with each change.
CREATE TABLE IF NOT EXISTS assignment (
    id           UUID PRIMARY KEY,
    title        TEXT NOT NULL,
    folded       TEXT NOT NULL,
    words        TEXT NOT NULL,
    lead         UUID NOT NULL,
    person       UUID,
    giver        UUID,
    given_at     BIGINT NOT NULL,
    due          BIGINT,
    first_due    BIGINT,
    state        TEXT NOT NULL,
    percent      INTEGER NOT NULL,
    note         TEXT NOT NULL,
    from_kind    TEXT,
    from_id      UUID,
    confidential BOOLEAN NOT NULL,
    want_kind    TEXT NOT NULL,
    want_count   INTEGER NOT NULL,
    delivered    INTEGER NOT NULL,
    rolled       INTEGER NOT NULL,
    reminders    INTEGER NOT NULL,
    reminded_at  BIGINT,
    sent_back    INTEGER NOT NULL,
    quality      INTEGER,
    claimed_by   UUID,
    done_at      BIGINT,
    closed_at    BIGINT,
    changed_at   BIGINT NOT NULL,
    version      INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS assignment_by_lead ON assignment (lead, due);
CREATE INDEX IF NOT EXISTS assignment_by_from ON assignment (from_id);
CREATE INDEX IF NOT EXISTS assignment_by_given ON assignment (given_at);
CREATE INDEX IF NOT EXISTS assignment_open ON assignment (due) WHERE closed_at IS NULL;
-- The part of a unit that supports, with where it stands by itself.
CREATE TABLE IF NOT EXISTS assignment_part (
    assignment UUID NOT NULL,
    unit       UUID NOT NULL,
    state      TEXT NOT NULL,
    note       TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by UUID,
    PRIMARY KEY (assignment, unit)
);
CREATE INDEX IF NOT EXISTS assignment_part_by_unit ON assignment_part (unit);
-- Persons named: guests from elsewhere, and those who may see what is confidential.
CREATE TABLE IF NOT EXISTS assignment_member (
    assignment UUID NOT NULL,
    person     UUID NOT NULL,
    PRIMARY KEY (assignment, person)
);
CREATE INDEX IF NOT EXISTS assignment_member_by_person ON assignment_member (person);
-- What happened to it, in order, never changed. state: where it stood after; before: what an undo puts back, as JSON.
CREATE TABLE IF NOT EXISTS assignment_step (
    id         UUID PRIMARY KEY,
    assignment UUID NOT NULL,
    step       TEXT NOT NULL,
    person     UUID,
    at         BIGINT NOT NULL,
    words      TEXT NOT NULL,
    state      TEXT NOT NULL,
    due        BIGINT,
    before     TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS assignment_step_by_assignment ON assignment_step (assignment, at);
CREATE INDEX IF NOT EXISTS assignment_step_by_time ON assignment_step (at);
-- A thing tied to it as its outcome; counted once it is published, held or issued.
CREATE TABLE IF NOT EXISTS assignment_evidence (
    assignment UUID NOT NULL,
    kind       TEXT NOT NULL,
    thing      UUID NOT NULL,
    person     UUID,
    added_at   BIGINT NOT NULL,
    counted_at BIGINT,
    PRIMARY KEY (assignment, kind, thing)
);
CREATE INDEX IF NOT EXISTS assignment_evidence_by_thing ON assignment_evidence (thing);
-- A file handed in with work, with an obstacle or with input. owner: the id of that thing.
CREATE TABLE IF NOT EXISTS assignment_file (
    id       UUID PRIMARY KEY,
    owner    UUID NOT NULL,
    unit     UUID,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    bytes    BIGINT NOT NULL,
    person   UUID,
    added_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS assignment_file_by_owner ON assignment_file (owner);
-- What keeps work from going on. level: '', 'focal', 'leader'.
CREATE TABLE IF NOT EXISTS obstacle (
    id           UUID PRIMARY KEY,
    assignment   UUID NOT NULL,
    unit         UUID NOT NULL,
    words        TEXT NOT NULL,
    solution     TEXT NOT NULL,
    raised_by    UUID,
    raised_at    BIGINT NOT NULL,
    level        TEXT NOT NULL,
    escalated_by UUID,
    escalated_at BIGINT,
    answer       TEXT NOT NULL,
    answered_by  UUID,
    answered_at  BIGINT,
    outcome      TEXT NOT NULL,
    resolved_by  UUID,
    resolved_at  BIGINT,
    version      INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS obstacle_by_assignment ON obstacle (assignment, raised_at);
CREATE INDEX IF NOT EXISTS obstacle_open ON obstacle (raised_at) WHERE resolved_at IS NULL;
-- Each time somebody was reminded: of work, or of input a unit owes.
CREATE TABLE IF NOT EXISTS work_reminder (
    id     UUID PRIMARY KEY,
    thing  UUID NOT NULL,
    unit   UUID NOT NULL,
    person UUID,
    at     BIGINT NOT NULL,
    words  TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS work_reminder_by_thing ON work_reminder (thing, at);
CREATE INDEX IF NOT EXISTS work_reminder_by_unit ON work_reminder (unit, at);
-- Input asked from units, and what each gave. id: of what one unit owes, for its clock.
CREATE TABLE IF NOT EXISTS input_request (
    id        UUID PRIMARY KEY,
    title     TEXT NOT NULL,
    words     TEXT NOT NULL,
    asked_by  UUID,
    asked_at  BIGINT NOT NULL,
    due       BIGINT NOT NULL,
    closed_at BIGINT,
    version   INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS input_request_open ON input_request (due) WHERE closed_at IS NULL;
CREATE TABLE IF NOT EXISTS input_reply (
    id          UUID NOT NULL,
    request     UUID NOT NULL,
    unit        UUID NOT NULL,
    place       INTEGER NOT NULL,
    state       TEXT NOT NULL,
    text        TEXT NOT NULL,
    person      UUID,
    at          BIGINT,
    first_at    BIGINT,
    reminders   INTEGER NOT NULL,
    reminded_at BIGINT,
    version     INTEGER NOT NULL,
    PRIMARY KEY (request, unit)
);
CREATE UNIQUE INDEX IF NOT EXISTS input_reply_by_id ON input_reply (id);
CREATE INDEX IF NOT EXISTS input_reply_by_unit ON input_reply (unit, state);
