-- A letter to somebody outside. about: the thing it is about. state: waiting, sent, failed, bounced. said: the server's
-- words, or the key of ours. message_id: by which an answer or a bounce is known.
CREATE TABLE IF NOT EXISTS letter_out (
    id          UUID PRIMARY KEY,
    about_kind  TEXT NOT NULL,
    about       UUID NOT NULL,
    to_name     TEXT NOT NULL,
    to_address  TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    reply_to    TEXT,
    in_reply_to UUID,
    files       TEXT NOT NULL,
    unsubscribe TEXT,
    state       TEXT NOT NULL,
    said        TEXT NOT NULL,
    message_id  TEXT NOT NULL,
    queued_at   BIGINT NOT NULL,
    done_at     BIGINT
);
CREATE INDEX IF NOT EXISTS letter_out_by_thing ON letter_out (about_kind, about, state);
CREATE INDEX IF NOT EXISTS letter_out_by_message ON letter_out (message_id);
CREATE INDEX IF NOT EXISTS letter_out_by_state ON letter_out (state, queued_at);
-- A letter that came in. known_by: its identifier, or the hash of its bytes when it has none; a second one of the same is
-- not taken. fate: what was made of it.
CREATE TABLE IF NOT EXISTS letter_in (
    id           UUID PRIMARY KEY,
    mailbox      TEXT NOT NULL,
    known_by     TEXT NOT NULL,
    message_id   TEXT NOT NULL,
    from_name    TEXT NOT NULL,
    from_address TEXT NOT NULL,
    subject      TEXT NOT NULL,
    body         TEXT NOT NULL,
    files        TEXT NOT NULL,
    about_kind   TEXT,
    about        UUID,
    answers      UUID,
    fate         TEXT NOT NULL,
    received_at  BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS letter_in_once ON letter_in (mailbox, known_by);
CREATE INDEX IF NOT EXISTS letter_in_by_thing ON letter_in (about_kind, about);
CREATE INDEX IF NOT EXISTS letter_in_by_time ON letter_in (received_at);
CREATE INDEX IF NOT EXISTS letter_in_by_fate ON letter_in (fate, received_at);
-- How far a mailbox has been read.
CREATE TABLE IF NOT EXISTS mailbox_position (
    mailbox   TEXT PRIMARY KEY,
    numbering BIGINT NOT NULL,
    last      BIGINT NOT NULL,
    looked_at BIGINT NOT NULL,
    fault     TEXT NOT NULL
);
