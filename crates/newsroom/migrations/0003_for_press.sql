-- Pictures of the library that the press may take from the press room: since when, or not at all.
ALTER TABLE library_item ADD COLUMN for_press_at BIGINT;
CREATE INDEX IF NOT EXISTS library_item_for_press ON library_item (for_press_at);
