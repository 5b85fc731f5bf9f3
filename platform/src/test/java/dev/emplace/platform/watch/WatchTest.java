package dev.emplace.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {

    private static final Duration BOOKMARKS = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InMemoryLog log = new InMemoryLog();
    private final Random random = new Random(7);
    private long nanos;

    /** Watches that are cut off at any message, and go on at another replica whose memory reaches back less or more. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsToldAcrossReplicasIsEachChangeOnceAndInOrder(long seed) {
        var story = new Random(seed);
        var replicas =
                List.of(new RecentChanges<>(log, 5), new RecentChanges<>(log, 40), new RecentChanges<>(log, 400));
        var told = new ArrayList<Entry<String>>();
        var next = Position.startOf(1);
        for (int i = 0; i < 200; i++) {
            log.publish(story.nextInt(12) == 0 ? 350 : story.nextInt(4), story);
            var replica = replicas.get(story.nextInt(replicas.size()));
            replica.refresh();
            var stream = new RecordedStream(story.nextInt(4));
            watch(replica, next, stream).wake();
            told.addAll(stream.changes());
            next = stream.messages.isEmpty() ? next : stream.last().next();
        }
        var stream = new RecordedStream(Integer.MAX_VALUE);
        watch(log, next, stream).wake();
        told.addAll(stream.changes());

        assertThat(told).isEqualTo(log.all());
    }

    @Test
    void aLargeRevisionGoesOnInItsMiddle() {
        log.publish(3 * LogCursor.BATCH - 1, random);
        var first = new RecordedStream(1);
        watch(log, Position.startOf(1), first).wake();
        assertThat(first.changes()).hasSize(LogCursor.BATCH);
        assertThat(first.last().next().revision()).isEqualTo(1);

        var second = new RecordedStream(Integer.MAX_VALUE);
        watch(log, first.last().next(), second).wake();

        assertThat(second.changes()).isEqualTo(log.all().subList(LogCursor.BATCH, 3 * LogCursor.BATCH - 1));
        assertThat(second.last().next()).isEqualTo(Position.startOf(2));
    }

    @Test
    void aWatchWithNothingToTellBeginsWithABookmarkAndGoesOnWithOneWhileItIsIdle() {
        log.publish(2, random);
        var stream = new RecordedStream(10);
        var watch = watch(log, Position.startOf(2), stream);
        watch.wake();
        assertThat(stream.messages).containsExactly(new RecordedMessage(List.of(), Position.startOf(2), 1));

        nanos += BOOKMARKS.toNanos() - 1;
        watch.look(BOOKMARKS, PATIENCE);
        assertThat(stream.messages).hasSize(1);
        nanos++;
        watch.look(BOOKMARKS, PATIENCE);
        assertThat(stream.messages).hasSize(2);
    }

    @Test
    void aWatchThatDoesNotKnowWhereItStandsTellsNothingUntilItIsWoken() {
        log.publish(2, random);
        var cursor = new Waiting(new LogCursor<>(log, Position.startOf(1), RecordedMessage.ALL));
        var stream = new RecordedStream(10);
        var watch = new Watch<>(cursor, stream, Runnable::run, this::nanos);
        watch.wake();
        nanos += BOOKMARKS.toNanos();
        watch.look(BOOKMARKS, PATIENCE);
        assertThat(stream.messages).isEmpty();

        cursor.begun = true;
        watch.wake();
        assertThat(stream.changes()).isEqualTo(log.all());
    }

    /** One that something holds up. */
    private static final class Waiting implements Cursor<RecordedMessage> {

        private final Cursor<RecordedMessage> cursor;
        private boolean begun;

        Waiting(Cursor<RecordedMessage> cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasBegun() {
            return begun;
        }

        @Override
        public boolean isBehind() {
            return begun && cursor.isBehind();
        }

        @Override
        public Optional<RecordedMessage> advance() {
            return cursor.advance();
        }

        @Override
        public RecordedMessage bookmark() {
            return cursor.bookmark();
        }

        @Override
        public Resumption resumption() {
            return cursor.resumption();
        }
    }

    @Test
    void changesThatAreNotToldMoveTheBookmark() {
        var stream = new RecordedStream(10);
        var watch = new Watch<>(
                new LogCursor<>(log, Position.startOf(1), RecordedMessage.about(change -> false)),
                stream,
                Runnable::run,
                this::nanos);
        log.publish(5, random);
        log.publish(5, random);
        watch.wake();

        assertThat(stream.messages).containsExactly(new RecordedMessage(List.of(), Position.startOf(3), 2));
    }

    @Test
    void aWatchFarBehindThatTellsNothingLeavesItsThreadToOthers() {
        log.publish(100 * LogCursor.BATCH, random);
        var turns = new ArrayDeque<Runnable>();
        var silent = new RecordedStream(10);
        var watch = new Watch<>(
                new LogCursor<>(log, Position.startOf(1), RecordedMessage.about(change -> false)),
                silent,
                turns::add,
                this::nanos);
        watch.wake();
        var other = new RecordedStream(10);
        new Watch<>(new LogCursor<>(log, Position.startOf(2), RecordedMessage.ALL), other, turns::add, this::nanos)
                .wake();

        turns.remove().run();
        turns.remove().run();
        assertThat(other.messages).hasSize(1);
        assertThat(turns).as("the first has not caught up").hasSize(1);

        while (!turns.isEmpty()) {
            turns.remove().run();
        }
        nanos += BOOKMARKS.toNanos();
        watch.look(BOOKMARKS, PATIENCE);
        turns.remove().run();
        assertThat(silent.last().next()).isEqualTo(Position.startOf(2));
    }

    @Test
    void aReaderThatPausesGetsTheRestWhenItReadsOn() {
        log.publish(4 * LogCursor.BATCH, random);
        var stream = new RecordedStream(1);
        var watch = watch(log, Position.startOf(1), stream);
        stream.setOnReadyHandler(watch::wake);
        watch.wake();
        assertThat(stream.messages).hasSize(1);

        stream.read(2);
        assertThat(stream.messages).hasSize(3);
        stream.read(10);
        assertThat(stream.changes()).isEqualTo(log.all());
    }

    @Test
    void aReaderThatStopsReadingIsEndedAndToldWhereToGoOn() {
        log.publish(2 * LogCursor.BATCH, random);
        var stream = new RecordedStream(1);
        var watch = watch(log, Position.startOf(1), stream);
        watch.wake();

        nanos += PATIENCE.toNanos() - 1;
        watch.look(BOOKMARKS, PATIENCE);
        assertThat(stream.error).isNull();
        nanos++;
        watch.look(BOOKMARKS, PATIENCE);

        assertThat(stream.cause()).isInstanceOf(SlowReaderException.class);
        assertThat(((Failure) stream.cause()).metadata())
                .containsEntry("next_revision", "1")
                .containsEntry("next_index", Long.toString(stream.last().next().index()));
    }

    @Test
    void aReaderThatIsNotReadyWhileThereIsNothingToTellIsLeftAlone() {
        var stream = new RecordedStream(0);
        var watch = watch(log, Position.startOf(1), stream);
        nanos += PATIENCE.multipliedBy(2).toNanos();
        watch.look(BOOKMARKS, PATIENCE);
        assertThat(stream.error).isNull();
    }

    @Test
    void whatIsNoLongerKeptIsRefusedWithTheOldestThatIs() {
        log.publish(1, random);
        log.publish(1, random);
        log.forgetBefore(2);
        var stream = new RecordedStream(10);
        watch(log, Position.startOf(1), stream).wake();

        assertThat(stream.cause()).isInstanceOf(CompactedException.class);
        assertThat(((Failure) stream.cause()).metadata()).containsEntry("oldest_revision", "2");
    }

    @Test
    void nothingIsToldToACallerThatLeft() {
        var stream = new RecordedStream(10);
        var watch = watch(log, Position.startOf(1), stream);
        watch.end();
        log.publish(1, random);
        watch.wake();
        assertThat(stream.messages).isEmpty();
    }

    private Watch<RecordedMessage> watch(ChangeLog<String> from, Position start, RecordedStream stream) {
        return new Watch<>(new LogCursor<>(from, start, RecordedMessage.ALL), stream, Runnable::run, this::nanos);
    }

    private long nanos() {
        return nanos;
    }
}
