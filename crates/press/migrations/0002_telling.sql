-- What the agency tells the press by itself. The text at hand, public or not; what is public stands in release_public.
CREATE TABLE IF NOT EXISTS release (
    id            UUID PRIMARY KEY,
    kind          TEXT NOT NULL,
    state         TEXT NOT NULL,
    title         TEXT NOT NULL,
    lead          TEXT NOT NULL,
    body          TEXT NOT NULL,
    hash          TEXT NOT NULL,
    edition       BIGINT NOT NULL,
    writers       TEXT NOT NULL,
    made_at       BIGINT NOT NULL,
    made_by       UUID,
    edited_at     BIGINT NOT NULL,
    edited_by     UUID,
    reason        TEXT NOT NULL,
    approved_hash TEXT NOT NULL,
    approved_by   UUID,
    approved_at   BIGINT,
    speaker       UUID,
    speaker_name  TEXT NOT NULL,
    speaker_post  TEXT NOT NULL,
    until         BIGINT,
    send_at_once  BOOLEAN NOT NULL,
    trouble       TEXT NOT NULL,
    public_hash   TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS release_by_state ON release (state, edited_at);
-- Files that come with the text at hand.
CREATE TABLE IF NOT EXISTS release_file (
    release UUID NOT NULL,
    sha256  TEXT NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    size    BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (release, sha256)
);
-- The last number given in a year. Its row is the lock under which the next is given.
CREATE TABLE IF NOT EXISTS release_series (
    year BIGINT PRIMARY KEY,
    last BIGINT NOT NULL
);
-- Only what is, or was, public. No draft and nothing under embargo has a row here, so no public address can show it.
CREATE TABLE IF NOT EXISTS release_public (
    id           UUID PRIMARY KEY,
    kind         TEXT NOT NULL,
    year         BIGINT NOT NULL,
    number       BIGINT NOT NULL,
    symbol       TEXT NOT NULL,
    code         TEXT NOT NULL,
    state        TEXT NOT NULL,
    title        TEXT NOT NULL,
    lead         TEXT NOT NULL,
    body         TEXT NOT NULL,
    files        TEXT NOT NULL,
    hash         TEXT NOT NULL,
    speaker_name TEXT NOT NULL,
    speaker_post TEXT NOT NULL,
    issued_at    BIGINT NOT NULL,
    changed_at   BIGINT,
    reason       TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS release_public_by_number ON release_public (year, number);
CREATE UNIQUE INDEX IF NOT EXISTS release_public_by_code ON release_public (code);
CREATE INDEX IF NOT EXISTS release_public_by_time ON release_public (issued_at);
-- Every text that was public, with its signature. Never changed.
CREATE TABLE IF NOT EXISTS release_edition (
    release   UUID NOT NULL,
    no        BIGINT NOT NULL,
    hash      TEXT NOT NULL,
    text      TEXT NOT NULL,
    signature TEXT NOT NULL,
    note      TEXT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (release, no)
);
-- The key with which releases are signed. One row.
CREATE TABLE IF NOT EXISTS release_key (
    id      BIGINT PRIMARY KEY,
    secret  TEXT NOT NULL,
    public  TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
-- Who got which letter about a release.
CREATE TABLE IF NOT EXISTS release_recipient (
    release UUID NOT NULL,
    contact UUID NOT NULL,
    letter  UUID NOT NULL,
    purpose TEXT NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (letter)
);
CREATE INDEX IF NOT EXISTS release_recipient_by_release ON release_recipient (release, contact);
-- To whom the agency writes, and why it may. What stands here is what writing needs; nobody is rated (L9).
CREATE TABLE IF NOT EXISTS press_contact (
    id        UUID PRIMARY KEY,
    outlet    TEXT NOT NULL,
    name      TEXT NOT NULL,
    email     TEXT NOT NULL,
    phone     TEXT NOT NULL,
    basis     TEXT NOT NULL,
    locality  TEXT NOT NULL,
    level     TEXT NOT NULL,
    state     TEXT NOT NULL,
    token     TEXT NOT NULL,
    made_at   BIGINT NOT NULL,
    ended_at  BIGINT,
    reason    TEXT NOT NULL,
    erased_at BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS press_contact_by_token ON press_contact (token);
CREATE INDEX IF NOT EXISTS press_contact_by_email ON press_contact (email, state);
CREATE INDEX IF NOT EXISTS press_contact_by_state ON press_contact (state, outlet);
-- Where the press is met.
CREATE TABLE IF NOT EXISTS press_event (
    id           UUID PRIMARY KEY,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL,
    title        TEXT NOT NULL,
    starts_at    BIGINT NOT NULL,
    ends_at      BIGINT,
    place        TEXT NOT NULL,
    chair        TEXT NOT NULL,
    content      TEXT NOT NULL,
    host         TEXT NOT NULL,
    edition      BIGINT NOT NULL,
    made_at      BIGINT NOT NULL,
    made_by      UUID,
    announced_at BIGINT,
    notified_at  BIGINT,
    notified_by  UUID,
    notified_how TEXT NOT NULL,
    held_at      BIGINT,
    ended_at     BIGINT,
    reason       TEXT NOT NULL,
    transcript   TEXT NOT NULL,
    follow_ups   TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS press_event_by_time ON press_event (starts_at);
CREATE INDEX IF NOT EXISTS press_event_by_held ON press_event (kind, held_at);
-- What units were asked to bring to its dossier.
CREATE TABLE IF NOT EXISTS press_event_contribution (
    id          UUID PRIMARY KEY,
    press_event UUID NOT NULL,
    unit        UUID NOT NULL,
    ask         TEXT NOT NULL,
    due_at      BIGINT,
    asked_at    BIGINT NOT NULL,
    asked_by    UUID,
    text        TEXT NOT NULL,
    given_at    BIGINT,
    given_by    UUID
);
CREATE INDEX IF NOT EXISTS press_event_contribution_of ON press_event_contribution (press_event, asked_at);
CREATE INDEX IF NOT EXISTS press_event_contribution_by_unit ON press_event_contribution (unit, given_at);
-- Questions expected before it (prepared) and asked at it.
CREATE TABLE IF NOT EXISTS press_event_question (
    id          UUID PRIMARY KEY,
    press_event UUID NOT NULL,
    prepared    BOOLEAN NOT NULL,
    outlet      TEXT NOT NULL,
    question    TEXT NOT NULL,
    answer      TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    follow_up   BOOLEAN NOT NULL,
    made_at     BIGINT NOT NULL,
    made_by     UUID
);
CREATE INDEX IF NOT EXISTS press_event_question_of ON press_event_question (press_event, made_at);
-- Journalists invited or registered. The number of a press card is looked at, never kept.
CREATE TABLE IF NOT EXISTS press_event_guest (
    id          UUID PRIMARY KEY,
    press_event UUID NOT NULL,
    contact     UUID,
    name        TEXT NOT NULL,
    outlet      TEXT NOT NULL,
    email       TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    decided_at  BIGINT,
    decided_by  UUID
);
CREATE INDEX IF NOT EXISTS press_event_guest_of ON press_event_guest (press_event, made_at);
