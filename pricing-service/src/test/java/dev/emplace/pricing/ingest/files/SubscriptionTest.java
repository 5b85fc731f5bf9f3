package dev.emplace.pricing.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

    private static final String URL = "https://example.com/prices.csv?key=secret";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Aws | CSV | '' | PT1H | lower-case",
                "aws--x | CSV | '' | PT1H | hyphens",
                "aws | SKYPILOT | '' | PT1H | no provider",
                "aws | CSV | '' | PT59S | once a minute"
            })
    void aSubscriptionThatCannotWorkIsRefusedAtTheStart(
            String source, FileFormat format, String provider, Duration every, String said) {
        assertThatThrownBy(() -> new Subscription(source, format, provider, URL, every, Duration.ofDays(1), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void noQueryIsShownToReaders() {
        assertThat(subscription("aws", Duration.ofDays(1)).citation()).isEqualTo("https://example.com/prices.csv");
    }

    @Test
    void aSourceMayBeAsOldAsItsSubscriptionSaysAndOthersAsOldAsAny() {
        var all = new Subscriptions(List.of(subscription("aws", Duration.ofHours(2))), Duration.ofDays(7));
        assertThat(all.staleAfter("aws")).isEqualTo(Duration.ofHours(2));
        assertThat(all.staleAfter("gcp")).isEqualTo(Duration.ofDays(7));
    }

    private static Subscription subscription(String source, Duration staleAfter) {
        return new Subscription(source, FileFormat.CSV, "", URL, Duration.ofHours(1), staleAfter, Set.of());
    }
}
