-- Work for later. A row is written in the transaction that causes it.
CREATE TABLE IF NOT EXISTS job (
    id            UUID PRIMARY KEY,
    topic         TEXT NOT NULL,
    lane          TEXT NOT NULL,
    payload       TEXT NOT NULL,
    run_at        BIGINT NOT NULL,
    attempts      INTEGER NOT NULL,
    claimed_until BIGINT,
    last_error    TEXT,
    done_at       BIGINT,
    dead_at       BIGINT
);
CREATE INDEX IF NOT EXISTS job_due ON job (run_at, id) WHERE done_at IS NULL AND dead_at IS NULL;
CREATE INDEX IF NOT EXISTS job_lane ON job (lane, id) WHERE done_at IS NULL AND dead_at IS NULL;
