-- Which table the row was in when epoch was last raised (its tableoid): a logical restore makes the table anew, also
-- where it goes into the same PostgreSQL, which cluster does not tell.
ALTER TABLE site ADD COLUMN origin bigint;
