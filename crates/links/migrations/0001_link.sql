-- One thing has to do with another: from_kind/from_id does `rel` to to_kind/to_id. Written by reactions.
CREATE TABLE IF NOT EXISTS link (
    from_kind TEXT NOT NULL,
    from_id   UUID NOT NULL,
    rel       TEXT NOT NULL,
    to_kind   TEXT NOT NULL,
    to_id     UUID NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (from_kind, from_id, rel, to_kind, to_id)
);
CREATE INDEX IF NOT EXISTS link_by_end ON link (to_kind, to_id);
