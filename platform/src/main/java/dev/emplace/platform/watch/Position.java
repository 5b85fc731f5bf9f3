package dev.emplace.platform.watch;

import java.util.Comparator;

/**
 * A place in a log of changes.
 *
 * @param revision 1 for the first that is published
 * @param index inside the revision; rises with the order of its changes, not always by one
 */
public record Position(long revision, long index) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::revision).thenComparingLong(Position::index);

    /** Where the changes of a revision begin. */
    public static Position startOf(long revision) {
        return new Position(revision, 0);
    }

    /** Behind the change that is here. */
    public Position next() {
        return new Position(revision, index + 1);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
