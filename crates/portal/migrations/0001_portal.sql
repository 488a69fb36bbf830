-- Public sites and what stands on them. A story that is not public has no row here: nothing here can leak it.
CREATE TABLE IF NOT EXISTS site (
    id          UUID PRIMARY KEY,
    slug        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    over        TEXT NOT NULL,
    motto       TEXT NOT NULL,
    host        TEXT NOT NULL,
    prefix      TEXT NOT NULL,
    theme       TEXT NOT NULL,
    light       BOOLEAN NOT NULL,
    language    TEXT NOT NULL,
    parent      UUID REFERENCES site (id),
    place       TEXT NOT NULL,
    address     TEXT NOT NULL,
    phone       TEXT NOT NULL,
    email       TEXT NOT NULL,
    in_charge   TEXT NOT NULL,
    position    INTEGER NOT NULL,
    last_number BIGINT NOT NULL,
    UNIQUE (host, prefix)
);
CREATE TABLE IF NOT EXISTS section (
    id           UUID PRIMARY KEY,
    site         UUID NOT NULL REFERENCES site (id),
    slug         TEXT NOT NULL,
    name         TEXT NOT NULL,
    about        TEXT NOT NULL,
    position     INTEGER NOT NULL,
    cadence_days INTEGER NOT NULL,
    live         BIGINT NOT NULL,
    UNIQUE (site, slug)
);
CREATE TABLE IF NOT EXISTS posting (
    id             UUID PRIMARY KEY,
    story          UUID NOT NULL,
    site           UUID NOT NULL REFERENCES site (id),
    section        UUID NOT NULL REFERENCES section (id),
    number         BIGINT NOT NULL,
    slug           TEXT NOT NULL,
    title          TEXT NOT NULL,
    summary        TEXT NOT NULL,
    body           TEXT NOT NULL,
    lead_src       TEXT NOT NULL,
    genre          TEXT NOT NULL,
    byline         TEXT NOT NULL,
    unit           TEXT NOT NULL,
    source_name    TEXT NOT NULL,
    source_url     TEXT NOT NULL,
    state          TEXT NOT NULL,
    state_at       BIGINT NOT NULL,
    state_reason   TEXT NOT NULL,
    replaced_by    UUID,
    published_at   BIGINT NOT NULL,
    day            TEXT NOT NULL,
    taken_over_at  BIGINT,
    updated_at     BIGINT,
    UNIQUE (site, story),
    UNIQUE (site, number)
);
CREATE INDEX IF NOT EXISTS posting_by_site ON posting (site, state, published_at, number);
CREATE INDEX IF NOT EXISTS posting_by_section ON posting (section, state, published_at, number);
CREATE INDEX IF NOT EXISTS posting_by_day ON posting (site, state, day, published_at, number);
CREATE INDEX IF NOT EXISTS posting_by_story ON posting (story);
-- Which pictures a posting shows: a picture is public while one live posting shows it.
CREATE TABLE IF NOT EXISTS posting_picture (
    posting UUID NOT NULL REFERENCES posting (id),
    sha256  TEXT NOT NULL,
    PRIMARY KEY (posting, sha256)
);
CREATE INDEX IF NOT EXISTS posting_picture_sha ON posting_picture (sha256);
-- Every public change after publication, with its words (L6, L7).
CREATE TABLE IF NOT EXISTS correction (
    id      UUID PRIMARY KEY,
    posting UUID NOT NULL REFERENCES posting (id),
    site    UUID NOT NULL REFERENCES site (id),
    at      BIGINT NOT NULL,
    kind    TEXT NOT NULL,
    note    TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS correction_by_site ON correction (site, at);
CREATE INDEX IF NOT EXISTS correction_by_posting ON correction (posting, at);
