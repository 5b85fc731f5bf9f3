package dev.emplace.platform.watch;

import java.util.List;
import java.util.Optional;

/** In one log: it holds a position and no buffer, so that a slow reader costs no memory. */
final class LogCursor<C, R> implements Cursor<R> {

    /** Changes that are read, and sent in one message, at a time. */
    static final int BATCH = 100;

    private final ChangeLog<C> log;
    private final WatchMessages<C, R> messages;
    private volatile Position next;

    LogCursor(ChangeLog<C> log, Position start, WatchMessages<C, R> messages) {
        this.log = log;
        this.next = start;
        this.messages = messages;
    }

    @Override
    public boolean isBehind() {
        return next.revision() <= log.revision();
    }

    @Override
    public Optional<R> advance() {
        long revision = log.revision();
        var changes = log.from(next, revision, BATCH);
        var behind = changes.size() < BATCH
                ? Position.startOf(revision + 1)
                : changes.get(changes.size() - 1).position().next();
        var told = messages.select(changes);
        Optional<R> message = told.isEmpty() ? Optional.empty() : Optional.of(messages.message(told, behind, revision));
        // Last: what could not be told is still to be told.
        next = behind;
        return message;
    }

    @Override
    public R bookmark() {
        return messages.message(List.of(), next, log.revision());
    }

    @Override
    public Resumption resumption() {
        return Resumption.at(next);
    }
}
