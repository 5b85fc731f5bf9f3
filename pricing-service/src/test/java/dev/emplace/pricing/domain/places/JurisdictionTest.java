package dev.emplace.pricing.domain.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.pricing.domain.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JurisdictionTest {

    private static final Provider PROVIDER = Samples.provider("somebody", ProviderKind.GPU_CLOUD);

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "EU, DE, true",
        "EU, NO, false",
        "EEA, NO, true",
        "EEA, FI, true",
        "EU, GB, false",
        "US, US, true",
        "US, DE, false"
    })
    void aGroupCoversItsMembers(String code, String country, boolean covered) {
        var region = Samples.region(PROVIDER, "somewhere", country, Optional.empty());
        assertThat(new Jurisdiction(code).covers(region)).isEqualTo(covered);
    }

    @Test
    void aDeviceIsWhereverItsOwnerPutsIt() {
        assertThat(new Jurisdiction("DE").covers(nowhere(true))).isTrue();
    }

    @Test
    void aRegionWithoutKnownCountryIsUnderNoJurisdiction() {
        assertThat(new Jurisdiction("DE").covers(nowhere(false))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USA", "de", "E", "EUR", ""})
    void whatIsNoJurisdictionIsRefused(String code) {
        assertThatThrownBy(() -> new Jurisdiction(code)).hasMessageContaining("jurisdiction '" + code + "'");
    }

    private static Region nowhere(boolean mobile) {
        return new Region(
                PROVIDER,
                "anywhere",
                "anywhere",
                Optional.empty(),
                Partition.COMMERCIAL,
                Optional.empty(),
                Optional.empty(),
                mobile,
                Optional.empty());
    }
}
