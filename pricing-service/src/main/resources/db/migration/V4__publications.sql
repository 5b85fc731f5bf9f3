-- Which revision was published when: what was believed at a time is what the newest revision of that time says. Revisions
-- of an earlier version of the service are added by the next one that publishes.
create table publication (
    revision       bigint primary key,
    published_time timestamptz not null,
    feed           text        not null,
    change_count   integer     not null
);
create index publication_by_time on publication (published_time);

-- The order of the changes inside a revision; where it is null, the ids say it.
alter table offer_version add column position bigint;

-- When all that a feed says was read from its source; null where each of its prices has a day of its own. Reading again
-- what stands adds no version, it only makes the prices younger: that is counted, so that replicas notice.
alter table price_feed add column observed_time timestamptz;
alter table catalog add column confirmations bigint not null default 0;
