-- Which edition of a feed was published last: an older release that restarts beside a newer one must not undo it.
alter table price_feed add column edition integer not null default 0;
