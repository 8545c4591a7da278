-- A ledger as a release of schema version 1 left it. Never edited: a change to what is kept is a
-- further step in claimtrack/stores/migrations, and a further file like this.

-- The log, and beside it what makes listing fast.

CREATE TABLE claim (
    no INTEGER PRIMARY KEY,     -- in order of opening; other tables name a claim by it
    id TEXT NOT NULL UNIQUE,
    -- The part of its summary that seldom changes; NULL, all of it, where none was given.
    story TEXT,
    lang TEXT,
    text_key INTEGER,
    text TEXT                   -- last, because a long one spills to other pages
);
CREATE INDEX claim_by_story ON claim (story) WHERE story <> '';
CREATE INDEX claim_by_text_key ON claim (text_key);

-- What every entry changes, narrow, so that a batch touches few pages.
CREATE TABLE standing (
    claim INTEGER PRIMARY KEY,
    last INTEGER NOT NULL,      -- position of its latest entry
    -- The rest of its summary; NULL, all of it, where none was given.
    status TEXT,
    credibility INTEGER,
    reliability TEXT,
    revision INTEGER,
    work TEXT,
    assignee TEXT,
    unclear TEXT,
    attention TEXT,
    recheck_us INTEGER,
    expected_us INTEGER,
    reported_us INTEGER,
    recorded_us INTEGER
);
CREATE INDEX standing_by_status ON standing (status);
CREATE INDEX standing_by_recheck ON standing (recheck_us) WHERE recheck_us IS NOT NULL;
CREATE INDEX standing_by_expected ON standing (expected_us) WHERE expected_us IS NOT NULL;
CREATE INDEX standing_by_attention ON standing (attention) WHERE attention <> '';

-- A claim's history is read from its last entry backwards: an index would cost each entry a page.
CREATE TABLE entry (
    position INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    before INTEGER,             -- position of the claim's entry before; its hash is the hash before
    recorded_us INTEGER NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    body BLOB NOT NULL
);

CREATE TABLE source (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL
);

CREATE TABLE rests (
    source INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    PRIMARY KEY (source, claim)
) WITHOUT ROWID;

-- Claims that a report touched follow from the positions of its follow-ups.
CREATE TABLE follow_up (
    first INTEGER PRIMARY KEY,  -- position of its first entry
    last INTEGER NOT NULL,
    key_sum INTEGER NOT NULL,   -- CRC-32 of the key: a small index, and most look-ups find nothing
    key TEXT NOT NULL,
    report TEXT,                -- NULL where it is the key; empty for none
    digest BLOB NOT NULL
);
CREATE INDEX follow_up_by_key ON follow_up (key_sum);
CREATE INDEX follow_up_by_report ON follow_up (report) WHERE report <> '';

-- The rowid is the position of the entry that brought the wording. All characters beyond ASCII are
-- part of words, so that what a word is was decided before it came here.
CREATE VIRTUAL TABLE statement USING fts5 (
    words, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);
-- A piece of the index fills a page of the file, and pieces are put together eight at a time.
INSERT INTO statement (statement, rank) VALUES ('pgsz', 4000);
INSERT INTO statement (statement, rank) VALUES ('automerge', 8);

INSERT INTO claim (no, id, story, lang, text_key, text) VALUES
    (1, 'talks', 'belarus', 'ro', 9223372036854775807, 'Deținuți eliberați'),
    (2, 'sanctions', '', 'en', -2, 'Text of sanctions');
INSERT INTO standing (
    claim, last, status, credibility, reliability, revision, work, assignee, unclear, attention,
    recheck_us, expected_us, reported_us, recorded_us
) VALUES
    (1, 3, 'disputed', 3, 'F', 2, 'new', '', 'who when', '', NULL, NULL, 5, 30),
    (2, 2, 'reported', 3, 'F', 1, 'new', '', '', '', NULL, NULL, NULL, 20);
INSERT INTO entry (position, claim, revision, before, recorded_us, salt, hash, body) VALUES
    (1, 1, 1, NULL, 10, zeroblob(16), x'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', CAST('{"n":1}' AS BLOB)),
    (2, 2, 1, NULL, 20, zeroblob(16), x'a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2', CAST('{"n":2}' AS BLOB)),
    (3, 1, 2, 1, 30, zeroblob(16), x'a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3', CAST('{"n":3}' AS BLOB));
INSERT INTO source (no, id, record) VALUES (1, 'office:x', CAST('{}' AS BLOB));
INSERT INTO rests (source, claim) VALUES (1, 1);
INSERT INTO follow_up (first, last, key_sum, key, report, digest) VALUES
    (1, 2, 3133982080, 'https://news.example/1', NULL, x'0101010101010101010101010101010101010101010101010101010101010101'),
    (3, 3, 2082236560, 'evening', 'r2', x'0202020202020202020202020202020202020202020202020202020202020202');
INSERT INTO statement (rowid, words) VALUES (1, 'detinuti eliberati'), (2, 'of sanctions text');
PRAGMA application_id = 1668050292;
PRAGMA user_version = 1;
