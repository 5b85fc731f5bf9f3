package dev.emplace.pricing.domain.accelerators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTableTest {

    private static final Accelerator SXM = Samples.accelerator("nvidia-h100-sxm-80gb", 80);
    private static final Accelerator PCIE = Samples.accelerator("nvidia-h100-pcie-80gb", 80);
    private static final AliasTable TABLE = AliasTable.of(Map.<Accelerator, Collection<String>>of(
            SXM, List.of("H100", "H100-SXM", "NVIDIA-H100-80GB-HBM3"),
            PCIE, List.of("H100", "H100-PCIE", "nvidia-h100-sxm-80gb")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h100-sxm",
                " H100_SXM ",
                "H100 SXM",
                "nvidia.com/gpu.product=NVIDIA-H100-80GB-HBM3",
                "nvidia-h100-sxm-80gb"
            })
    void spellingIsForgiven(String name) {
        assertThat(TABLE.resolve(name)).isEqualTo(new Resolution.Resolved(SXM));
    }

    @Test
    void aSharedNameIsAnsweredWithTheChoicesInOrder() {
        assertThat(TABLE.resolve("H100")).isEqualTo(new Resolution.Ambiguous("H100", List.of(PCIE, SXM)));
    }

    @Test
    void aCanonicalIdMeansItselfEvenWhereItIsAnothersAlias() {
        assertThat(TABLE.resolve("nvidia-h100-sxm-80gb")).isEqualTo(new Resolution.Resolved(SXM));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThat(TABLE.resolve("h100-sxn")).isInstanceOfSatisfying(Resolution.Unknown.class, unknown -> {
            assertThat(unknown.name()).isEqualTo("h100-sxn");
            assertThat(unknown.suggestions()).first().isEqualTo("h100-sxm");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "=", "a pizza with everything on it"})
    void nonsenseIsUnknownAndSuggestsNothing(String name) {
        assertThat(TABLE.resolve(name)).isEqualTo(new Resolution.Unknown(name, List.of()));
    }

    @Test
    void theNamesOfAnAcceleratorIncludeThoseItShares() {
        assertThat(TABLE.namesOf(SXM)).containsExactly("h100", "h100-sxm", "nvidia-h100-80gb-hbm3");
    }
}
