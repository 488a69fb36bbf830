-- The library: pictures the whole agency may use. A picture of a story is not in it before the story is public or somebody puts it
-- there; what was taken out stays with the stories that show it (S67).
CREATE TABLE IF NOT EXISTS library_item (
    asset        UUID PRIMARY KEY,
    unit         UUID NOT NULL,
    version      INTEGER NOT NULL,
    words        TEXT NOT NULL,
    folded       TEXT NOT NULL,
    until_day    TEXT NOT NULL,
    added_at     BIGINT NOT NULL,
    added_by     UUID,
    withdrawn_at BIGINT,
    withdrawn_by UUID,
    reason       TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS library_item_added ON library_item (added_at, asset);
CREATE INDEX IF NOT EXISTS library_item_unit ON library_item (unit, added_at);
-- Every wording an item had.
CREATE TABLE IF NOT EXISTS library_edit (
    asset   UUID NOT NULL,
    version INTEGER NOT NULL,
    words   TEXT NOT NULL,
    at      BIGINT NOT NULL,
    person  UUID,
    PRIMARY KEY (asset, version)
);
-- Which stories show a picture, or showed it in a revision.
CREATE TABLE IF NOT EXISTS asset_use (
    asset UUID NOT NULL,
    story UUID NOT NULL,
    PRIMARY KEY (asset, story)
);
