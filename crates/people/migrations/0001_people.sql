-- Who we are, through time. Days are ISO dates in the agency's zone; a row without valid_to still holds.
CREATE TABLE IF NOT EXISTS agency (
    id      UUID PRIMARY KEY,
    name    TEXT NOT NULL,
    over    TEXT NOT NULL,
    place   TEXT NOT NULL,
    address TEXT NOT NULL,
    phone   TEXT NOT NULL,
    email   TEXT NOT NULL,
    symbol  TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS unit (
    id           UUID PRIMARY KEY,
    name         TEXT NOT NULL,
    abbreviation TEXT NOT NULL,
    symbol       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    parent       UUID REFERENCES unit (id),
    area         UUID,
    valid_from   TEXT NOT NULL,
    valid_to     TEXT
);
-- Many to many: departments merge, split, hand over part of their work (S83, S180).
CREATE TABLE IF NOT EXISTS unit_succession (
    predecessor UUID NOT NULL REFERENCES unit (id),
    successor   UUID NOT NULL REFERENCES unit (id),
    on_day      TEXT NOT NULL,
    how         TEXT NOT NULL,
    scope       TEXT NOT NULL,
    PRIMARY KEY (predecessor, successor)
);
CREATE TABLE IF NOT EXISTS area (
    id         UUID PRIMARY KEY,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    code       TEXT,
    parent     UUID REFERENCES area (id),
    population BIGINT,
    valid_from TEXT NOT NULL,
    valid_to   TEXT
);
CREATE TABLE IF NOT EXISTS area_tag (
    area UUID NOT NULL REFERENCES area (id),
    tag  TEXT NOT NULL,
    PRIMARY KEY (area, tag)
);
CREATE TABLE IF NOT EXISTS area_succession (
    predecessor UUID NOT NULL REFERENCES area (id),
    successor   UUID NOT NULL REFERENCES area (id),
    on_day      TEXT NOT NULL,
    how         TEXT NOT NULL,
    scope       TEXT NOT NULL,
    PRIMARY KEY (predecessor, successor)
);
CREATE TABLE IF NOT EXISTS person (
    id            UUID PRIMARY KEY,
    login         TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    honorific     TEXT NOT NULL,
    password_hash TEXT,
    added_at      BIGINT NOT NULL,
    left_at       BIGINT
);
CREATE TABLE IF NOT EXISTS post (
    id    UUID PRIMARY KEY,
    title TEXT NOT NULL,
    unit  UUID NOT NULL REFERENCES unit (id),
    rank  INTEGER NOT NULL
);
-- One person may hold several posts at once; their order is that of rank (S95).
CREATE TABLE IF NOT EXISTS tenure (
    person     UUID NOT NULL REFERENCES person (id),
    post       UUID NOT NULL REFERENCES post (id),
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    PRIMARY KEY (person, post, valid_from)
);
CREATE TABLE IF NOT EXISTS role_held (
    id         UUID PRIMARY KEY,
    person     UUID NOT NULL REFERENCES person (id),
    role       TEXT NOT NULL,
    unit       UUID REFERENCES unit (id),
    valid_from TEXT,
    valid_to   TEXT
);
CREATE INDEX IF NOT EXISTS role_held_person ON role_held (person);
CREATE TABLE IF NOT EXISTS session (
    token_hash TEXT PRIMARY KEY,
    person     UUID NOT NULL REFERENCES person (id),
    began_at   BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS session_person ON session (person);
-- Failed log-ins, for the rate limit. Swept after a day.
CREATE TABLE IF NOT EXISTS login_failure (
    key TEXT NOT NULL,
    at  BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS login_failure_key ON login_failure (key, at);
