-- One row per site. Whoever holds its lock is the site's only writer, so revisions have no gaps and rise in the order
-- of commits.
CREATE TABLE site (
    name text COLLATE "C" PRIMARY KEY,
    revision bigint NOT NULL,
    epoch bigint NOT NULL,
    -- System identifier and timeline of the database when epoch was last raised.
    cluster text NOT NULL,
    -- Time of the last batch: time never runs backwards for a site, whatever the database's clock does.
    last_time timestamptz NOT NULL,
    -- The site as of revision, in the format of the contract; NULL only within the transaction that creates it.
    body bytea
);

-- The journal: every change with the site's revision, and the request that caused it.
CREATE TABLE site_event (
    site text COLLATE "C" NOT NULL REFERENCES site (name),
    revision bigint NOT NULL,
    epoch bigint NOT NULL,
    at timestamptz NOT NULL,
    request_id uuid,
    fingerprint text,
    body bytea NOT NULL,
    PRIMARY KEY (site, revision)
);

-- Not unique: an id may come again after the time for which it is kept.
CREATE INDEX site_event_request ON site_event (request_id, at) WHERE request_id IS NOT NULL;

-- Every reservation as of its last change.
CREATE TABLE reservation (
    site text COLLATE "C" NOT NULL REFERENCES site (name),
    id text COLLATE "C" NOT NULL,
    state text NOT NULL,
    revision bigint NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (site, id)
);

CREATE INDEX reservation_live ON reservation (site) WHERE state IN ('PENDING', 'CONFIRMED');
