-- The append-only, hash-chained history of everything that changed.
CREATE TABLE IF NOT EXISTS ledger (
    seq         BIGINT PRIMARY KEY,
    at          BIGINT NOT NULL,
    actor_kind  TEXT NOT NULL,
    actor       UUID,
    action      TEXT NOT NULL,
    thing_kind  TEXT NOT NULL,
    thing       UUID NOT NULL,
    detail      TEXT NOT NULL,
    before_hash TEXT,
    after_hash  TEXT,
    prev        TEXT NOT NULL,
    hash        TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS ledger_thing ON ledger (thing, seq);

-- One row: where the chain ends, and the last entry that changed what the public reads.
CREATE TABLE IF NOT EXISTS ledger_head (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    seq        BIGINT NOT NULL,
    hash       TEXT NOT NULL,
    public_seq BIGINT NOT NULL
);
INSERT INTO ledger_head (id, seq, hash, public_seq) VALUES (1, 0, '', 0) ON CONFLICT (id) DO NOTHING;
