-- When the machines of a capacity block are there, half-open; null for what has no dates.
alter table offer_version add column block_start timestamptz;
alter table offer_version add column block_end timestamptz;
