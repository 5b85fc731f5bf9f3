package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.power.domain.capacity.Survival;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NearestTest {
    private final MemoryJournal journal = new MemoryJournal();
    private final SiteBook book = new SiteBook(journal, TestDesk.DRAWS, Runnable::run);
    private final Nearest nearest = new Nearest(book, new Assessor(TestDesk.DRAWS));
    private final Instant now = journal.now;

    @BeforeEach
    void applySite() {
        var unused = submit(new Command.Apply(TestDesk.key(), SiteDeskTest.site(), "", false, ""));
        book.poll().join();
    }

    @Test
    void refusalNamesTheFirstTimeFromWhichOnItFitsForAsLong() {
        hold(now, now.plusSeconds(3_600));
        hold(now.plusSeconds(4_000), now.plusSeconds(5_000));
        assertThat(start(Optional.of(now.plusSeconds(300)))).contains(now.plusSeconds(3_600));
        assertThat(start(Optional.of(now.plusSeconds(500))))
                .as("400 s lie between the two")
                .contains(now.plusSeconds(5_000));
    }

    @Test
    void whatIsWantedForGoodFitsOnceTheLastHasEnded() {
        hold(now, now.plusSeconds(3_600));
        hold(now.plusSeconds(4_000), now.plusSeconds(5_000));
        assertThat(start(Optional.empty())).contains(now.plusSeconds(5_000));
    }

    @Test
    void noTimeIsNamedWhereWhatStandsInTheWayHasNoEnd() {
        var unused = submit(TestDesk.creating(TestDesk.watts(1, 8_000)));
        assertThat(start(Optional.of(now.plusSeconds(300)))).isEmpty();
    }

    @Test
    void aResizeFitsFromTheEndOfWhatStandsInItsWayToTheEndOfItsOwnWindow() {
        hold(now, now.plusSeconds(3_600), 4_000);
        Reservation longer = hold(now, now.plusSeconds(5_000), 4_000);
        assertThat(nearest.to("test", longer, TestDesk.watts(1, 8_000)))
                .containsEntry("fitting_start_time", now.plusSeconds(3_600).toString());
    }

    @Test
    void aResizeFitsAtNoTimeOfAWindowThatIsOverByThen() {
        Reservation shorter = hold(now, now.plusSeconds(3_600), 4_000);
        hold(now, now.plusSeconds(5_000), 4_000);
        assertThat(nearest.to("test", shorter, TestDesk.watts(1, 8_000))).doesNotContainKey("fitting_start_time");
    }

    private Optional<Instant> start(Optional<Instant> end) {
        Demand demand =
                new Demand(TestDesk.watts(1, 8_000), new Window(Optional.empty(), end), Survival.ANY_SINGLE_FAILURE);
        return Optional.ofNullable(nearest.to("test", demand).get("fitting_start_time"))
                .map(Instant::parse);
    }

    private void hold(Instant start, Instant end) {
        hold(start, end, 8_000);
    }

    private Reservation hold(Instant start, Instant end, long watts) {
        Window window = new Window(Optional.of(start), Optional.of(end));
        Outcome outcome = submit(new Command.Create(
                TestDesk.key(),
                new Demand(TestDesk.watts(1, watts), window, Survival.ANY_SINGLE_FAILURE),
                Duration.ofHours(2),
                "test",
                false,
                Payload.NONE));
        return ((Change.OfReservation) outcome.change()).reservation();
    }

    private Outcome submit(Command command) {
        return book.submit("test", command, () -> false).join();
    }
}
