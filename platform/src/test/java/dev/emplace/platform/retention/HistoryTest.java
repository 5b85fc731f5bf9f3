package dev.emplace.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final DataSource UNASKED = (DataSource) Proxy.newProxyInstance(
            HistoryTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void timeInWhichRequestsMayBeRepeatedIsTheLeast() {
        assertThat(kept(Duration.ofDays(1)).kept()).isEqualTo(Duration.ofDays(1));
        assertThatThrownBy(() -> kept(Duration.ofDays(1).minusSeconds(1)))
                .isInstanceOf(ShortHistoryException.class)
                .hasMessageStartingWith("Refusing to start: the history of things is set to be kept for 86399 s")
                .hasMessageContaining("at least 24h");
    }

    private static History kept(Duration time) {
        return new History("things", UNASKED, time, List.of(), "select 0");
    }
}
