package dev.emplace.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastLookTest {

    @Test
    void theAgeGrowsUntilALookSucceeds() {
        MockClock clock = new MockClock();
        SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
        LastLook look = new LastLook(registry, "look.age", "age of the last look");

        clock.add(Duration.ofMillis(1_500));
        assertThat(registry.get("look.age").gauge().value()).isEqualTo(1.5);

        look.succeeded();
        assertThat(registry.get("look.age").gauge().value()).isZero();
    }
}
