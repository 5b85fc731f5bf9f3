#!/bin/sh
# A database for each service that keeps one, owned by a role of its own. PostgreSQL's image runs it on an empty volume.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
    -v pricing_password="$PRICING_PASSWORD" -v power_password="$POWER_PASSWORD" <<'SQL'
CREATE ROLE emplace_pricing LOGIN PASSWORD :'pricing_password';
CREATE DATABASE emplace_pricing OWNER emplace_pricing;
CREATE ROLE emplace_power LOGIN PASSWORD :'power_password';
CREATE DATABASE emplace_power OWNER emplace_power;
SQL
