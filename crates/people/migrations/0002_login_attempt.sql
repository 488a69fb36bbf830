-- Tries to log in that were not right, or are not yet known to be: each is written before the password is looked at
-- and taken back when it was right. Takes the place of login_failure, which nodes of the version before still write.
CREATE TABLE IF NOT EXISTS login_attempt (
    id  UUID NOT NULL,
    key TEXT NOT NULL,
    at  BIGINT NOT NULL,
    PRIMARY KEY (id, key)
);
CREATE INDEX IF NOT EXISTS login_attempt_key ON login_attempt (key, at);
CREATE INDEX IF NOT EXISTS login_attempt_at ON login_attempt (at);
