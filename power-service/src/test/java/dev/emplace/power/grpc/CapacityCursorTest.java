package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import dev.emplace.power.domain.reservation.Chronicle;
import dev.emplace.power.domain.reservation.Command;
import dev.emplace.power.domain.reservation.MemoryJournal;
import dev.emplace.power.domain.reservation.RequestKey;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CapacityCursorTest {
    private static final DrawModel DRAWS = new DrawModel(DrawTable.shipped());

    private final MemoryJournal journal = new MemoryJournal();
    private final List<Runnable> writers = new ArrayList<>();
    private final List<String> woken = new ArrayList<>();
    private final SiteBook book = new SiteBook(journal, DRAWS, writers::add);

    /** Another replica writes the first revision. */
    @BeforeEach
    void apply() {
        new SiteBook(journal, DRAWS, Runnable::run)
                .submit(
                        "test",
                        new Command.Apply(
                                new RequestKey(UUID.randomUUID(), "body"),
                                TopologyMessages.toDomain(TestSites.twoPaths(100_000)),
                                "",
                                false,
                                ""),
                        () -> false)
                .join();
    }

    @Test
    @Timeout(10)
    void aStartThatIsNotSeenHereYetHoldsUpNoThreadWhileItsSiteIsCaughtUpOn() {
        CapacityCursor cursor = cursor(2);
        assertThat(cursor.isBehind()).isTrue();
        assertThat(cursor.advance()).isEmpty();
        assertThat(cursor.isBehind())
                .as("until the site's writer has caught up")
                .isFalse();
        assertThat(cursor.hasBegun()).isFalse();
        assertThat(woken).isEmpty();

        writers.forEach(Runnable::run);
        assertThat(woken).hasSize(1);
        assertThat(cursor.isBehind()).isTrue();
        assertThat(cursor.advance())
                .hasValueSatisfying(begun -> assertThat(begun.getNextList())
                        .extracting(SitePosition::getRevision)
                        .containsExactly(2L));
        assertThat(cursor.hasBegun()).isTrue();
        assertThat(cursor.isBehind()).isFalse();
    }

    private CapacityCursor cursor(long revision) {
        CapacitySelection selection = CapacitySelection.of(WatchCapacityRequest.getDefaultInstance());
        SitePosition start = SitePosition.newBuilder()
                .setSite("sites/test")
                .setRevision(revision)
                .build();
        return new CapacityCursor(
                book, new NoChronicle(), selection, SiteStarts.of(List.of(start), selection), () -> woken.add("once"));
    }

    private static final class NoChronicle implements Chronicle {
        @Override
        public List<Transition> from(String site, long revision, int limit) {
            return List.of();
        }

        @Override
        public long oldest(String site) {
            return 1;
        }
    }
}
