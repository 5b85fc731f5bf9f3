package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentTransitionsTest {

    @Test
    void theLastOnesAreThereWithoutGaps() {
        RecentTransitions recent = RecentTransitions.NONE.and(of(1, 3)).and(of(4, 4));
        assertThat(recent.from(1)).contains(of(1, 4));
        assertThat(recent.from(4)).contains(of(4, 4));
    }

    @Test
    void whatIsOlderOrStillToComeIsNot() {
        RecentTransitions recent = RecentTransitions.NONE.and(of(5, 9));
        assertThat(recent.from(4)).isEmpty();
        assertThat(recent.from(10)).isEmpty();
        assertThat(RecentTransitions.NONE.from(1)).isEmpty();
    }

    @Test
    void onlySoManyAreKept() {
        RecentTransitions recent = RecentTransitions.NONE.and(of(1, 500)).and(of(501, 501));
        assertThat(recent.transitions()).hasSize(RecentTransitions.MOST);
        assertThat(recent.from(501)).contains(of(501, 501));
        assertThat(recent.from(500 - RecentTransitions.MOST)).isEmpty();
    }

    private static List<Transition> of(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(revision -> new Transition(
                        new Token(1, revision),
                        Instant.EPOCH,
                        Optional.empty(),
                        new Change.OfQuotas(
                                new Site("test", SiteDeskTest.site(), new Token(1, 1), Instant.EPOCH, Instant.EPOCH),
                                Quotas.NONE)))
                .toList();
    }
}
