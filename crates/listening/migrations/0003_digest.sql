-- Who gets the press review of a day, and when the letter left; 0 while it has not.
CREATE TABLE IF NOT EXISTS digest_reader (
    digest UUID NOT NULL,
    person UUID NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (digest, person)
);
