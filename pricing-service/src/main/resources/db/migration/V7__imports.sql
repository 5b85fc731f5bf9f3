-- One row for each import that ended; request_id makes it safe to repeat. The counts say what became of its rows.
create table price_import (
    id               bigint generated always as identity primary key,
    source           text        not null,
    format           text        not null,
    document         text        not null,
    observed_time    timestamptz not null,
    ended_time       timestamptz not null,
    byte_count       bigint      not null,
    caller           text        not null,
    outcome          text        not null,
    revision         bigint      not null,
    added_count      bigint      not null,
    changed_count    bigint      not null,
    withdrawn_count  bigint      not null,
    lost_count       bigint      not null,
    row_count        bigint      not null,
    published_count  bigint      not null,
    priceless_count  bigint      not null,
    repeated_count   bigint      not null,
    rejected_count   bigint      not null,
    request_id       uuid        not null unique,
    request_digest   text        not null
);
create index price_import_by_source on price_import (source, id desc);

-- kind is QUARANTINED, FLAGGED or LEFT_OUT; name says of what.
create table price_import_count (
    import_id bigint not null references price_import (id) on delete cascade,
    kind      text   not null,
    name      text   not null,
    number    bigint not null,
    primary key (import_id, kind, name)
);

-- Rows that wait for a publisher, and what publishers decided: the same row again has the same fingerprint, so that a
-- decision is remembered.
create table quarantined_row (
    fingerprint     text primary key,
    source          text        not null,
    state           text        not null,
    reason          text        not null,
    note            text        not null,
    provider        text        not null,
    region          text        not null,
    zone            text        not null,
    instance_type   text        not null,
    model           text        not null,
    term            text        not null,
    price           text        not null,
    currency        text        not null,
    line            bigint      not null,
    publishable     boolean     not null,
    standing_offer  text,
    import_id       bigint      not null,
    first_seen_time timestamptz not null,
    last_seen_time  timestamptz not null,
    decided_time    timestamptz,
    decided_by      text        not null default '',
    comment         text        not null default ''
);
create index quarantined_row_by_source on quarantined_row (source, state, fingerprint);

-- What the server of a source called what was imported last, so that the same is not sent again. Forgotten once a publisher
-- decides something, or something else is imported; read_with is the digest of the tables of machines and regions that it
-- was read with, since the same rows mean something else with others.
create table price_source (
    source    text primary key,
    url       text not null,
    etag      text not null,
    read_with text not null
);

-- The last attempt to read a source on its schedule, of whichever replica; problem is empty where it went well.
create table source_attempt (
    source         text primary key,
    attempted_time timestamptz not null,
    problem        text        not null default ''
);
