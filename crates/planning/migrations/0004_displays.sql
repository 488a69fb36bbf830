-- What a campaign shows in the open: banners, billboards, exhibitions, with place, unit, days and photographs that prove it (S60).

CREATE TABLE IF NOT EXISTS display (
    id UUID PRIMARY KEY,
    plan UUID NOT NULL,
    unit UUID NOT NULL,
    body UUID,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    words INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    hung INTEGER NOT NULL,
    measure TEXT NOT NULL,
    size TEXT NOT NULL,
    area UUID,
    area_name TEXT NOT NULL,
    address TEXT NOT NULL,
    lat BIGINT,
    lon BIGINT,
    event UUID,
    up_offset INTEGER,
    down_offset INTEGER,
    up_day TEXT NOT NULL,
    down_day TEXT NOT NULL,
    licence TEXT NOT NULL,
    licence_number TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    put_by UUID,
    put_at BIGINT,
    folded TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS display_plan ON display (plan, up_day, id);
CREATE INDEX IF NOT EXISTS display_unit ON display (unit, plan);
CREATE INDEX IF NOT EXISTS display_event ON display (event);

-- Every wording it ever had, and who said yes to exactly these words.
CREATE TABLE IF NOT EXISTS display_words (
    display UUID NOT NULL,
    number INTEGER NOT NULL,
    words TEXT NOT NULL,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    approved_at BIGINT,
    approved_by UUID,
    PRIMARY KEY (display, number)
);

-- What became of it, as people read it; the ledger has the same.
CREATE TABLE IF NOT EXISTS display_mark (
    id UUID PRIMARY KEY,
    display UUID NOT NULL,
    what TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID
);
CREATE INDEX IF NOT EXISTS display_mark_of ON display_mark (display, id);

-- A photograph: encoded anew, without what the telephone wrote beside it but the time. One that was taken out keeps its row.
CREATE TABLE IF NOT EXISTS display_photo (
    id UUID PRIMARY KEY,
    display UUID NOT NULL,
    sha256 TEXT NOT NULL,
    sizes TEXT NOT NULL,
    taken TEXT NOT NULL,
    proves TEXT NOT NULL,
    note TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    removed_at BIGINT,
    removed_by UUID,
    reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS display_photo_of ON display_photo (display, id);
