package dev.emplace.bench.pricing.history;

import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.List;

/** Revisions of the past, in each of which every offer of a feed had another price, an hour after the one before. */
final class Past {

    /** Rows like those of the present, as earlier revisions said them; indexed when all are there, which is faster. */
    private static final String REVISIONS = """
            set maintenance_work_mem = '512MB';
            do $$
            declare
                others text := (
                    select string_agg(quote_ident(column_name), ', ') from information_schema.columns
                    where table_schema = 'public' and table_name = 'offer_version'
                        and column_name not in ('id', 'revision', 'published_time', 'price_per_hour'));
                keys text[] := (
                    select array_agg(format('add constraint %I %s', conname, pg_get_constraintdef(oid)) order by conname)
                    from pg_constraint where conrelid = 'offer_version'::regclass and contype in ('p', 'u'));
                names text[] := (
                    select array_agg(format('drop constraint %I', conname))
                    from pg_constraint where conrelid = 'offer_version'::regclass and contype in ('p', 'u'));
                indexes text[];
                each text;
            begin
                create temporary table present as
                    select * from offer_version where revision = PRESENT order by offer_id;
                execute 'alter table offer_version ' || array_to_string(names, ', ');
                indexes := array(select indexdef from pg_indexes where tablename = 'offer_version');
                for each in select indexname from pg_indexes where tablename = 'offer_version' loop
                    execute format('drop index %I', each);
                end loop;
                for earlier in FIRST .. PRESENT - 1 loop
                    insert into publication
                    select earlier, published_time - interval '1 hour' * (PRESENT - earlier), feed, change_count
                    from publication where revision = PRESENT;
                    execute 'insert into offer_version (id, revision, published_time, price_per_hour, ' || others || ')'
                        || ' select nextval(''offer_version_seq''), $1, published_time - interval ''1 hour'' * $2,'
                        || ' price_per_hour + 0.000001 * $2, ' || others || ' from present'
                        using earlier, PRESENT - earlier;
                end loop;
                execute 'alter table offer_version ' || array_to_string(keys, ', ');
                foreach each in array indexes loop
                    execute each;
                end loop;
            end $$
            """;

    private Past() {}

    /** A database in which so many revisions came before the one that publishes the offers. */
    static CatalogDatabase publish(String feed, List<Offer> offers, int revisions) {
        CatalogDatabase database = CatalogDatabase.create();
        database.execute("update catalog set revision = revision + " + revisions);
        long present = database.publish(feed, offers).revision();
        database.execute(REVISIONS
                .replace("PRESENT", Long.toString(present))
                .replace("FIRST", Long.toString(present - revisions)));
        database.execute("vacuum analyze offer_version");
        return database;
    }
}
