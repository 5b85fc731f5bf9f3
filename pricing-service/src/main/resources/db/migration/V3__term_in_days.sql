-- A capacity block binds for days, which no number of months says.
alter table offer_version add column term_days integer;
alter table offer_version add check (term_months is null or term_days is null);
