-- What a revision changed, in order.
drop index concurrently if exists offer_version_by_revision;
create index concurrently offer_version_by_revision on offer_version (revision, coalesce(position, id));
-- Prices that begin after they were published, and prices that end: few, and looked for several times a second.
drop index concurrently if exists offer_version_beginning;
create index concurrently offer_version_beginning on offer_version (effective_from) where effective_from > published_time;
drop index concurrently if exists offer_version_ending;
create index concurrently offer_version_ending on offer_version (effective_until) where effective_until is not null;
