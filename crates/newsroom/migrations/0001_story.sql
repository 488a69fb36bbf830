-- A story and where it stands. What happened to it is in the ledger; here is only what is so now.
CREATE TABLE IF NOT EXISTS story (
    id                 UUID PRIMARY KEY,
    unit               UUID NOT NULL,
    access             TEXT NOT NULL,
    work               TEXT NOT NULL,
    public             TEXT NOT NULL,
    urgent_pending     BOOLEAN NOT NULL,
    head_revision      UUID,
    public_revision    UUID,
    scheduled_at       BIGINT,
    schedule_note      TEXT,
    schedule_failure   TEXT,
    first_published_at BIGINT,
    replaced_by        UUID,
    begun_by           UUID,
    begun_at           BIGINT NOT NULL,
    submitted_at       BIGINT,
    changed_at         BIGINT NOT NULL,
    original           TEXT
);
CREATE INDEX IF NOT EXISTS story_work ON story (work, changed_at);
CREATE INDEX IF NOT EXISTS story_changed ON story (changed_at, id);
-- An immutable version of a story's content. The hash is that of `content`, byte for byte.
CREATE TABLE IF NOT EXISTS revision (
    id      UUID PRIMARY KEY,
    story   UUID NOT NULL REFERENCES story (id),
    number  INTEGER NOT NULL,
    title   TEXT NOT NULL,
    folded  TEXT NOT NULL,
    content TEXT NOT NULL,
    hash    TEXT NOT NULL,
    made_by UUID,
    made_at BIGINT NOT NULL,
    UNIQUE (story, number)
);
-- Everyone who wrote any part of a revision, those of the revisions before it included: none of them may approve it.
CREATE TABLE IF NOT EXISTS revision_writer (
    revision UUID NOT NULL REFERENCES revision (id),
    person   UUID NOT NULL,
    PRIMARY KEY (revision, person)
);
-- What is being written and is not yet a revision.
CREATE TABLE IF NOT EXISTS draft (
    story    UUID PRIMARY KEY REFERENCES story (id),
    content  TEXT NOT NULL,
    version  BIGINT NOT NULL,
    saved_by UUID NOT NULL,
    saved_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS draft_writer (
    story  UUID NOT NULL REFERENCES story (id),
    person UUID NOT NULL,
    PRIMARY KEY (story, person)
);
CREATE TABLE IF NOT EXISTS edit_lock (
    story      UUID PRIMARY KEY REFERENCES story (id),
    person     UUID NOT NULL,
    token      TEXT NOT NULL,
    taken_at   BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
-- Approval is of a revision's hash. Voided when the text is opened again; kept for the record.
CREATE TABLE IF NOT EXISTS approval (
    revision  UUID NOT NULL REFERENCES revision (id),
    person    UUID NOT NULL,
    hash      TEXT NOT NULL,
    at        BIGINT NOT NULL,
    voided_at BIGINT,
    PRIMARY KEY (revision, person, at)
);
CREATE TABLE IF NOT EXISTS story_reader (
    story  UUID NOT NULL REFERENCES story (id),
    person UUID NOT NULL,
    PRIMARY KEY (story, person)
);
CREATE TABLE IF NOT EXISTS asset (
    id         UUID PRIMARY KEY,
    sha256     TEXT NOT NULL,
    name       TEXT NOT NULL,
    alt        TEXT NOT NULL,
    caption    TEXT NOT NULL,
    credit     TEXT NOT NULL,
    renditions TEXT NOT NULL,
    added_by   UUID,
    added_at   BIGINT NOT NULL
);
