package dev.emplace.platform.watch;

import dev.emplace.platform.errors.InvalidFieldException;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** The open watches of one log. */
public final class Watches<C> implements AutoCloseable {

    private static final int RECENT_CHANGES = 2_000;

    private final RecentChanges<C> log;
    private final OpenWatches open;

    public Watches(ChangeLog<C> log, WatchConfig config) {
        this.log = new RecentChanges<>(log, RECENT_CHANGES);
        this.open = new OpenWatches(config, this.log::refresh);
    }

    /**
     * Opens a watch on the stream of a call, from within its method: it ends when the caller leaves, or with a failure
     * that says where to go on.
     *
     * @param startRevision its first change is the first that is told; 0 for what comes next
     * @param startIndex where to begin inside that revision
     * @param messages a failure of theirs is what the caller is told
     */
    public <R> void open(
            StreamObserver<R> out, long startRevision, long startIndex, Supplier<WatchMessages<C, R>> messages) {
        open.open(out, () -> new LogCursor<>(log, start(startRevision, startIndex), messages.get()));
    }

    private Position start(long revision, long index) {
        if (revision == 0 && index != 0) {
            throw new InvalidFieldException("start_index", "is " + index + "; must be 0 without a start_revision");
        }
        return revision == 0 ? Position.startOf(log.revision() + 1) : new Position(revision, index);
    }

    /** The log has grown. Returns at once. */
    public void news() {
        open.news();
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }

    @Override
    public void close() {
        open.close();
    }
}
