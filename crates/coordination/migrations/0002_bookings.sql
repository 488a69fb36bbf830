-- What is shared: a room, a camera, a vehicle, something else. unit keeps it. ended_at: no longer to be had.
CREATE TABLE IF NOT EXISTS facility (
    id       UUID PRIMARY KEY,
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    unit     UUID NOT NULL,
    place    TEXT NOT NULL,
    notes    TEXT NOT NULL,
    edition  BIGINT NOT NULL,
    made_at  BIGINT NOT NULL,
    ended_at BIGINT,
    reason   TEXT NOT NULL
);
-- Somebody has it from one instant to before another. unit: for whom. priority: 0 usual, 1 for the leaders, 2 urgent.
-- state: booked, out, returned, cancelled, displaced. displaced_by: the booking that went first; seen_at: when who was
-- displaced said that they know.
CREATE TABLE IF NOT EXISTS booking (
    id           UUID PRIMARY KEY,
    facility     UUID NOT NULL,
    unit         UUID NOT NULL,
    person       UUID,
    purpose      TEXT NOT NULL,
    from_at      BIGINT NOT NULL,
    to_at        BIGINT NOT NULL,
    priority     BIGINT NOT NULL,
    state        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    meeting      UUID,
    made_at      BIGINT NOT NULL,
    displaced_by UUID,
    seen_at      BIGINT,
    out_at       BIGINT,
    returned_at  BIGINT,
    note         TEXT NOT NULL,
    alarmed_at   BIGINT
);
CREATE INDEX IF NOT EXISTS booking_by_facility ON booking (facility, to_at);
CREATE INDEX IF NOT EXISTS booking_by_time ON booking (to_at, from_at);
CREATE INDEX IF NOT EXISTS booking_by_person ON booking (person, to_at);
