-- Plans with their lines. Every text of a line stands in "activity_edit" as JSON; the line itself holds what lists choose and
-- sort by, so that long lists read little. Days are
-- ISO dates in the agency's zone, money is đồng, and every edit of a line is kept (S63, S64, S66).

CREATE TABLE IF NOT EXISTS plan (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    theme TEXT NOT NULL,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    unit UUID NOT NULL,
    parent UUID,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    returned TEXT NOT NULL,
    approved_by UUID,
    approved_at BIGINT,
    made_at BIGINT NOT NULL,
    made_by UUID
);
CREATE INDEX IF NOT EXISTS plan_period ON plan (from_day, to_day);
CREATE INDEX IF NOT EXISTS plan_parent ON plan (parent);

-- Who is asked for lines, by when, and who said that theirs are complete.
CREATE TABLE IF NOT EXISTS plan_unit (
    plan UUID NOT NULL,
    unit UUID NOT NULL,
    due_at BIGINT,
    sent_at BIGINT,
    sent_by UUID,
    PRIMARY KEY (plan, unit)
);
CREATE INDEX IF NOT EXISTS plan_unit_unit ON plan_unit (unit, plan);

-- Everybody who wrote a line: none of them approves the plan.
CREATE TABLE IF NOT EXISTS plan_writer (plan UUID NOT NULL, person UUID NOT NULL, PRIMARY KEY (plan, person));

-- Who was invited by name, guests from elsewhere among them: they see this plan and nothing beside it (S94).
CREATE TABLE IF NOT EXISTS plan_member (plan UUID NOT NULL, person UUID NOT NULL, PRIMARY KEY (plan, person));
CREATE INDEX IF NOT EXISTS plan_member_person ON plan_member (person, plan);

CREATE TABLE IF NOT EXISTS activity (
    id UUID PRIMARY KEY,
    plan UUID NOT NULL,
    lead UUID NOT NULL,
    state TEXT NOT NULL,
    scope TEXT NOT NULL,
    novelty TEXT NOT NULL,
    phase TEXT NOT NULL,
    event UUID,
    begins TEXT NOT NULL,
    ends TEXT NOT NULL,
    due_day TEXT NOT NULL,
    budget BIGINT NOT NULL,
    confidential BOOLEAN NOT NULL,
    folded TEXT NOT NULL,
    hash TEXT NOT NULL,
    version INTEGER NOT NULL,
    made_at BIGINT NOT NULL,
    edited_at BIGINT NOT NULL,
    edited_by UUID
);
-- The two indexes hold all that lists choose, sort and sum by.
CREATE INDEX IF NOT EXISTS activity_plan ON activity (plan, state, lead, id, budget);
CREATE INDEX IF NOT EXISTS activity_plan_days
    ON activity (plan, state, begins, ends, lead, scope, novelty, phase, budget, id);
CREATE INDEX IF NOT EXISTS activity_lead ON activity (lead, state, begins);
CREATE INDEX IF NOT EXISTS activity_days ON activity (state, ends);
CREATE TABLE IF NOT EXISTS activity_support (
    activity UUID NOT NULL,
    plan UUID NOT NULL,
    unit UUID NOT NULL,
    PRIMARY KEY (activity, unit)
);
CREATE INDEX IF NOT EXISTS activity_support_unit ON activity_support (plan, unit, activity);
CREATE INDEX IF NOT EXISTS activity_support_any ON activity_support (unit, plan);

-- Every text a line ever had.
CREATE TABLE IF NOT EXISTS activity_edit (
    activity UUID NOT NULL,
    version INTEGER NOT NULL,
    plan UUID NOT NULL,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    PRIMARY KEY (activity, version)
);

-- What was presented: which line in which text.
CREATE TABLE IF NOT EXISTS plan_version (
    plan UUID NOT NULL,
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    meeting TEXT NOT NULL,
    presented_on TEXT NOT NULL,
    lines INTEGER NOT NULL,
    budget BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    PRIMARY KEY (plan, number)
);
CREATE TABLE IF NOT EXISTS plan_version_line (
    plan UUID NOT NULL,
    number INTEGER NOT NULL,
    activity UUID NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (plan, number, activity)
);

CREATE TABLE IF NOT EXISTS appraisal (
    id UUID PRIMARY KEY,
    plan UUID NOT NULL,
    version INTEGER NOT NULL,
    unit UUID NOT NULL,
    aspect TEXT NOT NULL,
    due_day TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    words TEXT NOT NULL,
    given_on TEXT NOT NULL,
    given_at BIGINT,
    given_by UUID,
    UNIQUE (plan, version, unit, aspect)
);
CREATE INDEX IF NOT EXISTS appraisal_unit ON appraisal (unit, opinion);

CREATE TABLE IF NOT EXISTS amendment (
    plan UUID NOT NULL,
    number INTEGER NOT NULL,
    activity UUID NOT NULL,
    lead UUID NOT NULL,
    what TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    before_version INTEGER NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    proposed_by UUID,
    decided_at BIGINT,
    decided_by UUID,
    words TEXT NOT NULL,
    PRIMARY KEY (plan, number)
);
CREATE INDEX IF NOT EXISTS amendment_state ON amendment (state, plan);

-- Filters somebody keeps, as the query of their address.
CREATE TABLE IF NOT EXISTS plan_filter (
    id UUID PRIMARY KEY,
    plan UUID NOT NULL,
    person UUID NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS plan_filter_person ON plan_filter (person, plan);

-- The secret address under which a calendar program reads somebody's lines; only its hash is kept.
CREATE TABLE IF NOT EXISTS plan_feed (person UUID PRIMARY KEY, hash TEXT NOT NULL UNIQUE, made_at BIGINT NOT NULL);
