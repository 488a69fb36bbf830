-- How the article pages of an outlet are read, as dated data: the newest rule of a day that has come holds; an empty one
-- says that none does. pages, short: articles read since it was set, and those on which it found too little.
CREATE TABLE IF NOT EXISTS site_rule (
    outlet UUID NOT NULL,
    since  TEXT NOT NULL,
    rule   TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    set_by UUID,
    pages  BIGINT NOT NULL,
    short  BIGINT NOT NULL,
    PRIMARY KEY (outlet, since)
);
