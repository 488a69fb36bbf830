-- What a briefing that is over said: its notice is made of this and not of what came later.
ALTER TABLE briefing ADD COLUMN kept TEXT NOT NULL DEFAULT '';
