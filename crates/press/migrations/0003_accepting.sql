-- Whether a complaint is dealt with, as the press was told it (BC-02): '' not said yet, 'yes', 'no'.
ALTER TABLE press_petition ADD COLUMN accepted TEXT NOT NULL DEFAULT '';
ALTER TABLE press_petition ADD COLUMN accepted_at BIGINT;
ALTER TABLE press_petition ADD COLUMN acceptance TEXT NOT NULL DEFAULT '';
