-- Projects and their money (S42). Đồng are whole numbers. What was assigned, planned, paid, signed and accepted is only added to:
-- what was wrong is cancelled with a reason and stays to be seen.

CREATE TABLE IF NOT EXISTS project (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    unit UUID NOT NULL,
    kind TEXT NOT NULL,
    money TEXT NOT NULL,
    from_year INTEGER NOT NULL,
    to_year INTEGER NOT NULL,
    total BIGINT NOT NULL,
    about TEXT NOT NULL,
    manager UUID,
    bookkeeper UUID,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    folded TEXT NOT NULL,
    edition INTEGER NOT NULL,
    made_at BIGINT NOT NULL,
    made_by UUID
);
CREATE INDEX IF NOT EXISTS project_unit ON project (unit, state);

-- The lines of plans it pays for.
CREATE TABLE IF NOT EXISTS project_line (project UUID NOT NULL, activity UUID NOT NULL, PRIMARY KEY (project, activity));

-- Money of a budget year: first what was assigned, then each adjustment up or down; the sum holds.
CREATE TABLE IF NOT EXISTS project_grant (
    id UUID PRIMARY KEY,
    project UUID NOT NULL,
    year INTEGER NOT NULL,
    amount BIGINT NOT NULL,
    decision TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID
);
CREATE INDEX IF NOT EXISTS project_grant_year ON project_grant (project, year);

-- What is to be spent in each month of a year; the highest edition holds and the others stay.
CREATE TABLE IF NOT EXISTS project_month (
    project UUID NOT NULL,
    year INTEGER NOT NULL,
    edition INTEGER NOT NULL,
    month INTEGER NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (project, year, edition, month)
);
CREATE TABLE IF NOT EXISTS project_month_edition (
    project UUID NOT NULL,
    year INTEGER NOT NULL,
    edition INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    PRIMARY KEY (project, year, edition)
);

-- Month 13 is January of the year after, in which money of the budget year may still be paid.
CREATE TABLE IF NOT EXISTS project_payment (
    id UUID PRIMARY KEY,
    project UUID NOT NULL,
    year INTEGER NOT NULL,
    month INTEGER NOT NULL,
    day TEXT NOT NULL,
    amount BIGINT NOT NULL,
    document TEXT NOT NULL,
    contract UUID,
    note TEXT NOT NULL,
    over_reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    cancelled_at BIGINT,
    cancelled_by UUID,
    cancel_reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS project_payment_year ON project_payment (project, year, month);
CREATE INDEX IF NOT EXISTS project_payment_contract ON project_payment (contract);

CREATE TABLE IF NOT EXISTS project_contract (
    id UUID PRIMARY KEY,
    project UUID NOT NULL,
    number TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    partner TEXT NOT NULL,
    value BIGINT NOT NULL,
    advance BIGINT NOT NULL,
    retention BIGINT NOT NULL,
    until_day TEXT NOT NULL,
    about TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    cancelled_at BIGINT,
    cancelled_by UUID,
    cancel_reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS project_contract_project ON project_contract (project, signed_on);
CREATE TABLE IF NOT EXISTS project_annex (
    id UUID PRIMARY KEY,
    project UUID NOT NULL,
    contract UUID NOT NULL,
    number TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    change BIGINT NOT NULL,
    until_day TEXT NOT NULL,
    about TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID
);
CREATE INDEX IF NOT EXISTS project_annex_contract ON project_annex (contract, signed_on);
CREATE TABLE IF NOT EXISTS project_acceptance (
    id UUID PRIMARY KEY,
    project UUID NOT NULL,
    contract UUID NOT NULL,
    day TEXT NOT NULL,
    value BIGINT NOT NULL,
    accepted_by TEXT NOT NULL,
    note TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    cancelled_at BIGINT,
    cancelled_by UUID,
    cancel_reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS project_acceptance_contract ON project_acceptance (contract, day);

-- What holds it up, and what is proposed; until it is over.
CREATE TABLE IF NOT EXISTS project_hindrance (
    id UUID PRIMARY KEY,
    project UUID NOT NULL,
    words TEXT NOT NULL,
    proposal TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    over_at BIGINT,
    over_by UUID,
    over_words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS project_hindrance_project ON project_hindrance (project, over_at);
