package dev.emplace.power.domain.reservation;

/**
 * Orders the changes of a site: a scheduler keeps the highest and refuses lower ones.
 *
 * @param epoch rises whenever the database is promoted or restored
 * @param revision of the site
 */
public record Token(long epoch, long revision) {
    /** The same as text, for an etag. */
    public String etag() {
        return epoch + "-" + revision;
    }
}
