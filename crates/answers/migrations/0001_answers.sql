-- What the people ask and are answered. Who asked stands in a table of its own, so that it can be erased while what was
-- answered stays (L13, DL-01).

CREATE TABLE IF NOT EXISTS answers_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);

-- Tokens of forms that were used; a form is sent once.
CREATE TABLE IF NOT EXISTS form_spent (nonce TEXT PRIMARY KEY, at BIGINT NOT NULL);
CREATE INDEX IF NOT EXISTS form_spent_at ON form_spent (at);

CREATE TABLE IF NOT EXISTS question_field (
    slug TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    unit UUID NOT NULL,
    person UUID,
    place INTEGER NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE IF NOT EXISTS question (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    nonce TEXT NOT NULL,
    form TEXT NOT NULL,
    field TEXT NOT NULL,
    area UUID,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    folded TEXT NOT NULL,
    page TEXT NOT NULL,
    state TEXT NOT NULL,
    aside TEXT NOT NULL,
    flock UUID,
    unit UUID,
    consent BOOLEAN NOT NULL,
    consent_at BIGINT,
    received_at BIGINT NOT NULL,
    more_asked_at BIGINT,
    more_told_at BIGINT,
    reply TEXT NOT NULL,
    reply_hash TEXT NOT NULL,
    writers TEXT NOT NULL,
    submitted_at BIGINT,
    returned TEXT NOT NULL,
    approved_by UUID,
    refusal TEXT NOT NULL,
    refusal_words TEXT NOT NULL,
    merged_into UUID,
    ended_at BIGINT,
    on_time BOOLEAN,
    public_state TEXT NOT NULL,
    erased_at BIGINT,
    erased_how TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS question_in_state ON question (state, received_at);
CREATE INDEX IF NOT EXISTS question_of_unit ON question (unit, state, received_at);
CREATE INDEX IF NOT EXISTS question_received ON question (received_at);
CREATE INDEX IF NOT EXISTS question_in_flock ON question (flock);
CREATE INDEX IF NOT EXISTS question_ended ON question (ended_at);
CREATE INDEX IF NOT EXISTS question_merged ON question (merged_into);
CREATE INDEX IF NOT EXISTS question_aside ON question (aside, received_at);

CREATE TABLE IF NOT EXISTS asker (
    question UUID PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS question_message (
    id UUID PRIMARY KEY,
    question UUID NOT NULL,
    from_asker BOOLEAN NOT NULL,
    person UUID,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS question_message_question ON question_message (question, at);

CREATE TABLE IF NOT EXISTS question_file (
    id UUID PRIMARY KEY,
    question UUID NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS question_file_question ON question_file (question);

-- Words by which questions are found: of all of them on the desk, of public ones by everybody.
CREATE TABLE IF NOT EXISTS question_word (
    word TEXT NOT NULL,
    question UUID NOT NULL,
    public BOOLEAN NOT NULL,
    PRIMARY KEY (word, public, question)
);
CREATE INDEX IF NOT EXISTS question_word_question ON question_word (question);

-- Near-duplicates: one row a flock with the fingerprint of its first, and the keys under which it is found.
CREATE TABLE IF NOT EXISTS question_flock (
    id UUID PRIMARY KEY,
    head UUID NOT NULL,
    bins TEXT NOT NULL,
    shingles BIGINT NOT NULL,
    members BIGINT NOT NULL,
    since BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS question_print (
    print BIGINT NOT NULL,
    flock UUID NOT NULL,
    PRIMARY KEY (print, flock)
);
CREATE INDEX IF NOT EXISTS question_print_flock ON question_print (flock);

CREATE TABLE IF NOT EXISTS question_public (
    question UUID PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    field TEXT NOT NULL,
    unit UUID NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    reply TEXT NOT NULL,
    reply_hash TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    answered_at BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    by_person UUID
);
CREATE INDEX IF NOT EXISTS question_public_list ON question_public (state, published_at);
CREATE INDEX IF NOT EXISTS question_public_field ON question_public (state, field, published_at);

CREATE TABLE IF NOT EXISTS question_correction (
    id UUID PRIMARY KEY,
    question UUID NOT NULL,
    note TEXT NOT NULL,
    reply TEXT NOT NULL,
    hash TEXT NOT NULL,
    before_hash TEXT NOT NULL,
    by_person UUID NOT NULL,
    proposed_at BIGINT NOT NULL,
    approved_by UUID,
    approved_at BIGINT
);
CREATE INDEX IF NOT EXISTS question_correction_question ON question_correction (question, proposed_at);

CREATE TABLE IF NOT EXISTS data_wish (
    id UUID PRIMARY KEY,
    question UUID NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    done_at BIGINT,
    outcome TEXT NOT NULL,
    person UUID
);
CREATE INDEX IF NOT EXISTS data_wish_question ON data_wish (question, at);
CREATE INDEX IF NOT EXISTS data_wish_open ON data_wish (done_at);

CREATE TABLE IF NOT EXISTS consultation (
    id UUID PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    draft TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha TEXT NOT NULL,
    file_bytes BIGINT NOT NULL,
    hash TEXT NOT NULL,
    unit UUID NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    opened_at BIGINT,
    closed_at BIGINT,
    conclusion TEXT NOT NULL,
    concluded_at BIGINT,
    made_at BIGINT NOT NULL,
    made_by UUID
);
CREATE INDEX IF NOT EXISTS consultation_state ON consultation (state, closes_at);

-- What the draft was before it opened: each save is a version.
CREATE TABLE IF NOT EXISTS consultation_version (
    consultation UUID NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    draft TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha TEXT NOT NULL,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person UUID,
    PRIMARY KEY (consultation, number)
);

CREATE TABLE IF NOT EXISTS opinion (
    id UUID PRIMARY KEY,
    consultation UUID NOT NULL,
    nonce TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    place TEXT NOT NULL,
    words TEXT NOT NULL,
    public_words TEXT NOT NULL,
    state TEXT NOT NULL,
    code TEXT NOT NULL,
    reply TEXT NOT NULL,
    at BIGINT NOT NULL,
    settled_by UUID,
    settled_at BIGINT
);
CREATE INDEX IF NOT EXISTS opinion_consultation ON opinion (consultation, state, at);

CREATE TABLE IF NOT EXISTS error_report (
    id UUID PRIMARY KEY,
    page TEXT NOT NULL,
    words TEXT NOT NULL,
    email TEXT NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    story UUID,
    at BIGINT NOT NULL,
    settled_by UUID,
    settled_at BIGINT
);
CREATE INDEX IF NOT EXISTS error_report_state ON error_report (state, at);

CREATE TABLE IF NOT EXISTS information_request (
    id UUID PRIMARY KEY,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    nonce TEXT NOT NULL,
    form TEXT NOT NULL,
    complex BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    identity TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    wanted TEXT NOT NULL,
    purpose TEXT NOT NULL,
    way TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    unit UUID,
    notified_at BIGINT,
    notice TEXT NOT NULL,
    ended_at BIGINT,
    on_time BOOLEAN,
    code_refused TEXT NOT NULL,
    words TEXT NOT NULL,
    paper TEXT NOT NULL,
    erased_at BIGINT,
    UNIQUE (year, number)
);
CREATE INDEX IF NOT EXISTS information_request_state ON information_request (state, received_at);
