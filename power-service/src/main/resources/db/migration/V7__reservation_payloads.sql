-- What the creator of a reservation had kept with it. It is not in the reservation's own row, since every change writes that
-- row anew and the ledger holds all live ones in memory.
CREATE TABLE reservation_payload (
    site text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    payload bytea NOT NULL,
    -- Who alone may read it; NULL where callers are not told apart.
    owner text,
    PRIMARY KEY (site, id),
    FOREIGN KEY (site, id) REFERENCES reservation (site, id) ON DELETE CASCADE
);
