-- Sources that are contracted sheets: their offers have the basis CONTRACTED, and only the readers see them. What a source
-- is without a row here, everybody sees. owner is the publisher who made it one, by name; empty where callers were not told
-- apart.
create table price_sheet (
    source  text primary key,
    owner   text   not null,
    readers text[] not null
);
