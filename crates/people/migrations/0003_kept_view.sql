-- Filters somebody keeps of a list of the desk: its path and the query of its address. Theirs alone.
CREATE TABLE IF NOT EXISTS kept_view (
    id UUID PRIMARY KEY,
    person UUID NOT NULL,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS kept_view_person ON kept_view (person, list);
