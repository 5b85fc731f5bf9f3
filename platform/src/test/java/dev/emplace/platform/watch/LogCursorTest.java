package dev.emplace.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LogCursorTest {

    @Test
    void changesThatCouldNotBeSelectedAreStillToBeTold() {
        var log = new InMemoryLog();
        log.publish(3, new Random(7));
        var broken = new AtomicBoolean(true);
        var cursor = new LogCursor<>(log, Position.startOf(1), RecordedMessage.about(change -> {
            if (broken.get()) {
                throw new IllegalStateException("not loaded");
            }
            return true;
        }));
        assertThatThrownBy(cursor::advance).isInstanceOf(IllegalStateException.class);
        assertThat(cursor.resumption()).isEqualTo(Resumption.at(Position.startOf(1)));

        broken.set(false);

        assertThat(cursor.advance().orElseThrow().changes()).isEqualTo(log.all());
    }
}
