-- The last reading of each meter. No reference to the site: it would lock the site's row, and wait for its batches.
CREATE TABLE metered_power (
    site text COLLATE "C" NOT NULL,
    -- NODE, which stands for cooling units too, or RESERVATION.
    kind text NOT NULL,
    id text COLLATE "C" NOT NULL,
    start_time timestamptz NOT NULL,
    end_time timestamptz NOT NULL,
    -- Mean over the interval.
    watts bigint NOT NULL,
    -- At or below which its subject does nothing; NULL where that is not known.
    idle_watts bigint,
    -- When the first of the readings began that have been at or below idle_watts without a gap; NULL if the last is not.
    quiet_since timestamptz,
    PRIMARY KEY (site, kind, id)
);
