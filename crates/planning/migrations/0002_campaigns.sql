-- Campaigns: events their lines hang on, temporary bodies with guests, who does what, what is to be made ready (S16, S51 to S61).

CREATE TABLE IF NOT EXISTS campaign_event (
    id UUID PRIMARY KEY,
    plan UUID NOT NULL,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS campaign_event_plan ON campaign_event (plan, day);
CREATE TABLE IF NOT EXISTS campaign_move (
    id UUID PRIMARY KEY,
    plan UUID NOT NULL,
    event UUID NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    lines INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID
);
CREATE INDEX IF NOT EXISTS campaign_move_plan ON campaign_move (plan, id);
CREATE INDEX IF NOT EXISTS activity_event ON activity (event, state);

CREATE TABLE IF NOT EXISTS campaign_body (id UUID PRIMARY KEY, plan UUID NOT NULL, name TEXT NOT NULL, task TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS campaign_body_plan ON campaign_body (plan, id);
-- Somebody of a body: with a log-in, or only by name.
CREATE TABLE IF NOT EXISTS campaign_seat (
    id UUID PRIMARY KEY,
    plan UUID NOT NULL,
    body UUID NOT NULL,
    person UUID,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    task TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS campaign_seat_plan ON campaign_seat (plan, body);
CREATE TABLE IF NOT EXISTS activity_body (
    activity UUID NOT NULL,
    plan UUID NOT NULL,
    body UUID NOT NULL,
    PRIMARY KEY (activity, body)
);
CREATE INDEX IF NOT EXISTS activity_body_plan ON activity_body (plan);

CREATE TABLE IF NOT EXISTS campaign_check (
    id UUID PRIMARY KEY,
    plan UUID NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    due_day TEXT NOT NULL,
    done_at BIGINT,
    done_by UUID
);
CREATE INDEX IF NOT EXISTS campaign_check_plan ON campaign_check (plan, kind, due_day);
