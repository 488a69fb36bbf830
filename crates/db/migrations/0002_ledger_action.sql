-- What happened of a kind within a span of time: reports count by it.
CREATE INDEX IF NOT EXISTS ledger_action ON ledger (action, at);
