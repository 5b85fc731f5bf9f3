package dev.emplace.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedPagesTest {

    private static final Position START = Position.startOf(1);

    private final AtomicInteger reads = new AtomicInteger();
    private boolean fails;

    private final SharedPages<String> pages = new SharedPages<>(new ChangeLog<>() {
        @Override
        public long revision() {
            return 1;
        }

        @Override
        public List<Entry<String>> from(Position first, long last, int limit) {
            reads.incrementAndGet();
            if (fails) {
                throw new IllegalStateException("away");
            }
            return List.of(new Entry<>(first, "change at " + first.index()));
        }
    });

    @Test
    void pageIsReadOnceForAllWhoAskForIt() {
        assertThat(pages.from(START, 1, 100)).isEqualTo(pages.from(START, 1, 100));

        assertThat(reads).hasValue(1);
    }

    @Test
    void otherPagesAreReadForThemselves() {
        pages.from(START, 1, 100);

        assertThat(pages.from(START.next(), 1, 100).get(0).change()).isEqualTo("change at 1");
        assertThat(reads).hasValue(2);
    }

    @Test
    void pageThatCouldNotBeReadIsReadAnew() {
        fails = true;
        assertThatThrownBy(() -> pages.from(START, 1, 100)).hasMessage("away");
        fails = false;

        assertThat(pages.from(START, 1, 100)).hasSize(1);
    }

    @Test
    void whatWasReadLongAgoIsForgotten() {
        for (int index = 0; index < 1_000; index++) {
            pages.from(new Position(1, index), 1, 100);
        }

        pages.from(START, 1, 100);

        assertThat(reads).hasValue(1_001);
    }
}
