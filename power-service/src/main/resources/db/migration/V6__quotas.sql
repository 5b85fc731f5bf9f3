-- The quotas of the site's tenants as of its revision, in the format of the contract. NULL is none. Versions that know no
-- quotas leave it alone.
ALTER TABLE site ADD COLUMN quota bytea;
