-- Marks a confirmed reservation whose lease has ended. Its state stays CONFIRMED for the sake of versions that know no
-- leases: they go on holding its capacity.
ALTER TABLE reservation ADD COLUMN lapsed boolean;
