-- For removing resolved reservations in the order in which they were resolved. Building it waits for transactions that
-- are open, a backup's too, and holds nobody up meanwhile: so it may wait.
SET lock_timeout = 0;
-- What an attempt that was cut off left behind.
DROP INDEX CONCURRENTLY IF EXISTS reservation_resolved;
CREATE INDEX CONCURRENTLY reservation_resolved ON reservation (site, revision) WHERE state IN ('EXPIRED', 'RELEASED');
