-- The catalog's revision: one row, locked and raised by one in each transaction that publishes, so that revisions have
-- no gaps and are visible in order.
create table catalog (
    id       boolean primary key default true check (id),
    revision bigint  not null check (revision >= 0)
);
insert into catalog (revision) values (0);

-- A feed publishes as a whole; its digest tells whether it has anything new to say.
create table price_feed (
    name           text primary key,
    digest         text        not null,
    revision       bigint      not null,
    published_time timestamptz not null
);

create sequence offer_version_seq increment by 200;

-- What was said of an offer, when. Rows are only ever added: a row holds for the time from effective_from until
-- effective_until (half-open; null is for ever), as believed from its revision on; of the rows that cover an instant
-- the one of the highest revision counts. So "what did we believe at revision A of the price at time B" is
--   revision <= A and effective_from <= B and (effective_until is null or effective_until > B)
-- and the highest revision of what remains. A withdrawn row says that the offer is no more.
create table offer_version (
    id                           bigint primary key,
    offer_id                     text        not null,
    revision                     bigint      not null,
    feed                         text        not null,
    published_time               timestamptz not null,
    effective_from               timestamptz not null,
    effective_until              timestamptz,
    withdrawn                    boolean     not null,
    region                       text        not null,
    zone                         text,
    instance_type                text        not null,
    accelerator                  text,
    accelerator_count            numeric     not null,
    vcpus                        integer,
    memory_bytes                 bigint,
    local_disk_bytes             bigint,
    fabric                       text,
    fabric_gbps                  integer,
    commercial_model             text        not null,
    term_months                  integer,
    upfront                      numeric(20, 9),
    minimum_instances            integer     not null,
    currency                     text        not null,
    price_per_hour               numeric(20, 9),
    absence_reason               text,
    absence_note                 text,
    basis                        text        not null,
    source_document              text        not null,
    source_observed              date        not null,
    owned_capital                numeric,
    owned_residual               numeric,
    owned_rate                   numeric,
    owned_life_years             integer,
    owned_rent_per_kw_month      numeric,
    owned_provisioned_watts      bigint,
    owned_energy_included        boolean,
    owned_mean_watts             numeric,
    owned_pue                    numeric,
    owned_price_per_kwh          numeric,
    owned_operations_share       numeric,
    unique (offer_id, revision, effective_from),
    check (effective_until is null or effective_until > effective_from),
    check ((price_per_hour is null) = (absence_reason is not null)),
    check (price_per_hour > 0)
);

-- Newest belief first, of one offer and of one feed.
create index offer_version_by_feed on offer_version (feed, offer_id, revision desc);
