-- What tokens of forms and tracking codes are made with: one row. The agency's is kept, codes that are out stay good.
CREATE TABLE IF NOT EXISTS gate_secret (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL);
INSERT INTO gate_secret (id, value) SELECT 1, value FROM answers_setting WHERE name = 'secret'
    ON CONFLICT (id) DO NOTHING;
DELETE FROM answers_setting WHERE name = 'secret';
-- The tokens that were used stay in form_spent, which the step of the answers made.
