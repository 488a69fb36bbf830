-- Which of the processes that share the database listens, until when: it keeps the memory of the listening.
CREATE TABLE IF NOT EXISTS press_ear (
    one    INTEGER PRIMARY KEY,
    holder TEXT NOT NULL,
    until  BIGINT NOT NULL
);
