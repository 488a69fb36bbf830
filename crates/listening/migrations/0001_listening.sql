-- The press, as far as it was published. No table for persons: outlets speak, and only offices answer (L1).
CREATE TABLE IF NOT EXISTS outlet (
    id       UUID PRIMARY KEY,
    name     TEXT NOT NULL,
    domain   TEXT NOT NULL,
    level    TEXT NOT NULL,
    kind     TEXT NOT NULL,
    locality TEXT NOT NULL,
    licensed BOOLEAN NOT NULL,
    made_at  BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS outlet_by_name ON outlet (name);
-- A feed or list page of an outlet, and how asking it went. leased_until: somebody is asking now.
CREATE TABLE IF NOT EXISTS source (
    id            UUID PRIMARY KEY,
    outlet        UUID NOT NULL,
    title         TEXT NOT NULL,
    url           TEXT NOT NULL,
    kind          TEXT NOT NULL,
    active        BOOLEAN NOT NULL,
    reads_pages   BOOLEAN NOT NULL,
    made_at       BIGINT NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    next_at       BIGINT NOT NULL,
    leased_until  BIGINT NOT NULL,
    interval_s    BIGINT NOT NULL,
    asked_at      BIGINT,
    answered_at   BIGINT,
    new_at        BIGINT,
    failures      BIGINT NOT NULL,
    failure       TEXT NOT NULL,
    moved_from    TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS source_by_url ON source (url);
CREATE INDEX IF NOT EXISTS source_due ON source (active, next_at);
-- One published item. key: what it is known by at its outlet. No author is kept (L1).
CREATE TABLE IF NOT EXISTS mention (
    id           UUID PRIMARY KEY,
    no           BIGINT NOT NULL,
    outlet       UUID NOT NULL,
    source       UUID NOT NULL,
    key          TEXT NOT NULL,
    link         TEXT NOT NULL,
    title        TEXT NOT NULL,
    quote        TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    heard_at     BIGINT NOT NULL,
    edited_at    BIGINT,
    text_hash    TEXT NOT NULL,
    thread       UUID NOT NULL,
    copy_of      UUID,
    contrary     BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS mention_by_no ON mention (no);
CREATE UNIQUE INDEX IF NOT EXISTS mention_by_key ON mention (outlet, key);
CREATE INDEX IF NOT EXISTS mention_by_thread ON mention (thread, published_at);
CREATE INDEX IF NOT EXISTS mention_by_time ON mention (published_at);
-- The text, for as long as it may be kept (L13); then only what stands in mention.
CREATE TABLE IF NOT EXISTS mention_text (
    mention  UUID PRIMARY KEY,
    text     TEXT NOT NULL,
    heard_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS mention_text_by_age ON mention_text (heard_at);
-- Titles an item had before its outlet changed it.
CREATE TABLE IF NOT EXISTS mention_edit (
    mention UUID NOT NULL,
    at      BIGINT NOT NULL,
    title   TEXT NOT NULL,
    PRIMARY KEY (mention, at)
);
CREATE TABLE IF NOT EXISTS topic (
    id         UUID PRIMARY KEY,
    name       TEXT NOT NULL,
    query      TEXT NOT NULL,
    importance BIGINT NOT NULL,
    active     BOOLEAN NOT NULL,
    set_at     BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS mention_topic (
    topic        UUID NOT NULL,
    mention      UUID NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (topic, mention)
);
CREATE INDEX IF NOT EXISTS mention_topic_by_mention ON mention_topic (mention);
CREATE INDEX IF NOT EXISTS mention_topic_by_time ON mention_topic (topic, published_at);
-- no: the name the engine knows it by. into_thread: it has become part of that one.
CREATE TABLE IF NOT EXISTS thread (
    id          UUID PRIMARY KEY,
    no          BIGINT NOT NULL,
    title       TEXT NOT NULL,
    said        TEXT NOT NULL,
    first_at    BIGINT NOT NULL,
    last_at     BIGINT NOT NULL,
    mentions    BIGINT NOT NULL,
    outlets     BIGINT NOT NULL,
    central     BIGINT NOT NULL,
    contrary    BIGINT NOT NULL,
    copies      BIGINT NOT NULL,
    into_thread UUID
);
CREATE UNIQUE INDEX IF NOT EXISTS thread_by_no ON thread (no);
CREATE INDEX IF NOT EXISTS thread_by_time ON thread (last_at);
-- What happened to threads: opened, merged, split, moved.
CREATE TABLE IF NOT EXISTS thread_change (
    thread UUID NOT NULL,
    at     BIGINT NOT NULL,
    no     BIGINT NOT NULL,
    kind   TEXT NOT NULL,
    other  UUID,
    PRIMARY KEY (thread, no, kind)
);
CREATE TABLE IF NOT EXISTS hot_spot (
    id            UUID PRIMARY KEY,
    thread        UUID NOT NULL,
    state         TEXT NOT NULL,
    severity      TEXT NOT NULL,
    reason        TEXT NOT NULL,
    raised_at     BIGINT NOT NULL,
    raised_by     UUID,
    acked_at      BIGINT,
    acked_by      UUID,
    determined_at BIGINT,
    determined_by UUID,
    unit          UUID,
    question      TEXT NOT NULL,
    assigned_at   BIGINT,
    story         UUID,
    answered_at   BIGINT,
    muted_until   BIGINT,
    closed_at     BIGINT,
    into_spot     UUID
);
CREATE INDEX IF NOT EXISTS hot_spot_by_thread ON hot_spot (thread);
CREATE INDEX IF NOT EXISTS hot_spot_by_state ON hot_spot (state, raised_at);
-- What the agency itself said in a thread: mentions that take it up belong to the thread.
CREATE TABLE IF NOT EXISTS thread_answer (
    story  UUID PRIMARY KEY,
    thread UUID NOT NULL,
    title  TEXT NOT NULL,
    text   TEXT NOT NULL,
    at     BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS hot_spot_evidence (
    hot_spot UUID NOT NULL,
    mention  UUID NOT NULL,
    PRIMARY KEY (hot_spot, mention)
);
-- The press review of a day. lines: what stands in it, as edited. hash: of what was approved.
CREATE TABLE IF NOT EXISTS digest (
    id          UUID PRIMARY KEY,
    day         TEXT NOT NULL,
    lead        TEXT NOT NULL,
    lines       TEXT NOT NULL,
    edition     BIGINT NOT NULL,
    edited_by   UUID,
    edited_at   BIGINT NOT NULL,
    hash        TEXT NOT NULL,
    approved_by UUID,
    approved_at BIGINT,
    sent_at     BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS digest_by_day ON digest (day);
-- Who is on duty: from the start of one day to the end of another.
CREATE TABLE IF NOT EXISTS press_duty (
    person   UUID NOT NULL,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    PRIMARY KEY (person, from_day)
);
-- Settings of the listening, each one row.
CREATE TABLE IF NOT EXISTS press_setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
-- The number of the last mention. Taken under this row's lock: mentions are heard one batch after the other.
CREATE TABLE IF NOT EXISTS press_clock (
    one INTEGER PRIMARY KEY,
    no  BIGINT NOT NULL,
    seq BIGINT NOT NULL
);
INSERT INTO press_clock (one, no, seq) VALUES (1, 0, 0) ON CONFLICT DO NOTHING;
-- Alerts that wait in the desk for each who should know.
CREATE TABLE IF NOT EXISTS press_alert (
    hot_spot UUID NOT NULL,
    person   UUID NOT NULL,
    severity TEXT NOT NULL,
    at       BIGINT NOT NULL,
    seen_at  BIGINT,
    PRIMARY KEY (hot_spot, person, severity)
);
CREATE INDEX IF NOT EXISTS press_alert_by_person ON press_alert (person, seen_at);
