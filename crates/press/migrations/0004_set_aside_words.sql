-- What was set aside is found by its words, folded.
ALTER TABLE press_set_aside ADD COLUMN words TEXT NOT NULL DEFAULT '';
