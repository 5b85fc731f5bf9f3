package dev.emplace.platform.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.platform.errors.InvalidFieldException;
import io.grpc.Context;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void revisionThatArrivesIsWaitedFor() throws Exception {
        AtomicLong current = new AtomicLong(4);
        var arrival = timer.schedule(() -> current.set(5), 50, TimeUnit.MILLISECONDS);

        Revisions.await(current::get, 5);

        assertThat(arrival.isDone()).isTrue();
        arrival.get();
    }

    @Test
    void revisionNotReachedBeforeTheDeadlineIsNamed() {
        Context.CancellableContext call = Context.current().withDeadlineAfter(150, TimeUnit.MILLISECONDS, timer);

        assertThatThrownBy(() -> call.call(() -> {
                    Revisions.await(() -> 4, 5);
                    return null;
                }))
                .isInstanceOfSatisfying(RevisionNotReachedException.class, late -> {
                    assertThat(late.metadata())
                            .containsExactlyInAnyOrderEntriesOf(Map.of("min_revision", "5", "current_revision", "4"));
                    assertThat(late.retryAfter()).isPresent();
                });
        call.cancel(null);
    }

    @Test
    void cancelledCallStopsWaiting() {
        Context.CancellableContext call = Context.current().withCancellation();
        call.cancel(null);

        assertThatThrownBy(() -> call.call(() -> {
                    Revisions.await(() -> 4, 5);
                    return null;
                }))
                .isInstanceOf(RevisionNotReachedException.class);
    }

    @Test
    void negativeRevisionIsRefused() {
        assertThatThrownBy(() -> Revisions.await(() -> 4, -5))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("min_revision")
                .hasMessageContaining("-5");
    }
}
