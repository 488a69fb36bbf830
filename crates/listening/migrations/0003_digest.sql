-- To whom the press review of a day was sent.
CREATE TABLE IF NOT EXISTS digest_reader (
    digest UUID NOT NULL,
    person UUID NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (digest, person)
);
