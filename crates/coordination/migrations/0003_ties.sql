-- An agreement with an outlet: so many stories, minutes, and so much money (đồng) in a term. alarmed_at: when its end was told.
CREATE TABLE IF NOT EXISTS agreement (
    id         UUID PRIMARY KEY,
    outlet     TEXT NOT NULL,
    title      TEXT NOT NULL,
    number     TEXT NOT NULL,
    unit       UUID NOT NULL,
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL,
    stories    BIGINT NOT NULL,
    minutes    BIGINT NOT NULL,
    money      BIGINT NOT NULL,
    notes      TEXT NOT NULL,
    edition    BIGINT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    UUID,
    alarmed_at BIGINT,
    ended_at   BIGINT,
    reason     TEXT NOT NULL
);
-- What an outlet delivered under an agreement, with its evidence: an address, or where the proof lies.
CREATE TABLE IF NOT EXISTS agreement_delivery (
    id        UUID PRIMARY KEY,
    agreement UUID NOT NULL,
    day       TEXT NOT NULL,
    stories   BIGINT NOT NULL,
    minutes   BIGINT NOT NULL,
    title     TEXT NOT NULL,
    evidence  TEXT NOT NULL,
    made_at   BIGINT NOT NULL,
    made_by   UUID
);
CREATE INDEX IF NOT EXISTS agreement_delivery_by_agreement ON agreement_delivery (agreement, day);
-- Who explains policy to people: name and office, nothing private.
CREATE TABLE IF NOT EXISTS presenter (
    id       UUID PRIMARY KEY,
    name     TEXT NOT NULL,
    office   TEXT NOT NULL,
    unit     UUID NOT NULL,
    fields   TEXT NOT NULL,
    document TEXT NOT NULL,
    made_at  BIGINT NOT NULL,
    ended_at BIGINT,
    reason   TEXT NOT NULL
);
-- A session a presenter held.
CREATE TABLE IF NOT EXISTS presenter_session (
    id        UUID PRIMARY KEY,
    presenter UUID NOT NULL,
    at        BIGINT NOT NULL,
    title     TEXT NOT NULL,
    place     TEXT NOT NULL,
    audience  BIGINT NOT NULL,
    made_at   BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS presenter_session_by_presenter ON presenter_session (presenter, at);
CREATE INDEX IF NOT EXISTS presenter_session_by_time ON presenter_session (at);
-- One evaluation form of a session, without a name: three marks from 1 to 5, and words.
CREATE TABLE IF NOT EXISTS presenter_mark (
    id      UUID PRIMARY KEY,
    session UUID NOT NULL,
    matter  BIGINT NOT NULL,
    manner  BIGINT NOT NULL,
    use_of  BIGINT NOT NULL,
    words   TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS presenter_mark_by_session ON presenter_mark (session);
-- A training.
CREATE TABLE IF NOT EXISTS training (
    id        UUID PRIMARY KEY,
    unit      UUID NOT NULL,
    title     TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at   BIGINT NOT NULL,
    place     TEXT NOT NULL,
    teachers  TEXT NOT NULL,
    content   TEXT NOT NULL,
    made_at   BIGINT NOT NULL,
    ended_at  BIGINT,
    reason    TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS training_by_time ON training (starts_at);
-- Who takes part: name and office, nothing private.
CREATE TABLE IF NOT EXISTS training_guest (
    id          UUID PRIMARY KEY,
    training    UUID NOT NULL,
    place       BIGINT NOT NULL,
    name        TEXT NOT NULL,
    office      TEXT NOT NULL,
    came        BOOLEAN NOT NULL,
    certificate BOOLEAN NOT NULL
);
CREATE INDEX IF NOT EXISTS training_guest_by_training ON training_guest (training, place);
-- The agency's own commemorative days.
CREATE TABLE IF NOT EXISTS observance (
    id       UUID PRIMARY KEY,
    unit     UUID NOT NULL,
    title    TEXT NOT NULL,
    day      BIGINT NOT NULL,
    month    BIGINT NOT NULL,
    lunar    BOOLEAN NOT NULL,
    since    BIGINT,
    made_at  BIGINT NOT NULL,
    ended_at BIGINT
);
