package dev.emplace.pricing.domain.catalog;

/**
 * What a publication did.
 *
 * @param revision the catalog's revision after it; the one before it where nothing changed
 * @param added statements of offers that were not there before
 * @param changed statements that differ from what was believed
 * @param withdrawn offers that the feed no longer names
 */
public record Publication(long revision, long added, long changed, long withdrawn) {

    public static Publication ofNothing(long revision) {
        return new Publication(revision, 0, 0, 0);
    }

    public long changes() {
        return added + changed + withdrawn;
    }
}
