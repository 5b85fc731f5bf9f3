package dev.emplace.workload.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.platform.errors.Failure;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.yaml.YamlManifests;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilesTest {
    private static final PolicyFiles FILES =
            new PolicyFiles(new YamlManifests(ManifestLimits.DEFAULT), bytes(Policies.text()));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String with(String was, String is) {
        assertThat(Policies.text()).contains(was);
        return Policies.text().replace(was, is);
    }

    private static void refused(String text, String... said) {
        assertThatThrownBy(() -> FILES.read(bytes(text)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContainingAll(said);
    }

    @Test
    void theBuiltInPolicyMayBePutInForce() {
        assertThat(FILES.read(bytes(Policies.text())).version())
                .isEqualTo(Policies.shipped().version());
    }

    @ParameterizedTest
    @CsvSource({
        "usable_share: 0.84, usable_share: 1.01, footprint.usable_share, to 1.0, 1.01",
        "temperature: 0.54, temperature: 0, confidence.temperature, from 1.0E-9, 0.0",
        "accelerators_per_node: 8, accelerators_per_node: 8.5, footprint.accelerators_per_node, whole number, 8.5",
        "context_tokens: 8192, context_tokens: 1e9, footprint.context_tokens, to 1000000.0, 1.0E9",
        "base_ms: 0.9, base_ms: -1, network.base_ms, from 0.0, -1.0",
        "latency_ms: 5, latency_ms: NaN, edge.latency_ms, must lie, NaN",
        "latency_ms: 5, latency_ms: soon, edge.latency_ms, must be a number, soon"
    })
    void aNumberOutOfItsRangeIsRefusedWithPathLimitAndValue(
            String was, String is, String path, String limit, String value) {
        refused(with("    " + was + "\n", "    " + is + "\n"), "line", path, limit, value);
    }

    @Test
    void aMissingNumberIsRefusedByName() {
        refused(with("    capital_years: 5\n", ""), "numbers", "lacks edge.capital_years");
    }

    @Test
    void aMisspeltNumberIsRefusedWithThoseThatAreRead() {
        refused(
                with("    capital_years: 5\n", "    capital_yaers: 5\n"),
                "numbers.edge.capital_yaers",
                "edge.capital_years");
    }

    @Test
    void aFileThatIsNoYamlSaysWhichLine() {
        assertThatThrownBy(() -> FILES.read(bytes("version: 1\nclasses: [\n")))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class,
                        refused -> assertThat(((Failure) refused).metadata()).containsEntry("line", "3"));
    }

    @Test
    void aSecondDocumentIsRefused() {
        refused(Policies.text() + "\n---\nversion: other\n", "document 2 of 2");
    }

    @Test
    void aFileBeyondTheLimitIsRefused() {
        refused(Policies.text() + "#".repeat(PolicyFiles.MOST_BYTES), "the limit is 524288");
    }

    @Test
    void aLongDifferenceIsCut() {
        Policy changed = FILES.read(
                bytes(Policies.text().replaceFirst("(?m)^question: .*$", "question: " + "long ".repeat(1_000))));

        assertThat(PolicyDifference.of(Policies.shipped(), changed))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("question: ").endsWith("…").hasSize(500));
    }

    @Test
    void differencesNameTheirPathAndBothValues() {
        Policy changed = FILES.read(bytes(with("abstain_below: 0.5", "abstain_below: 0.6")
                .replace("    latency_ms: 5\n", "    latency_ms: 8\n")
                .replace("  EU: [AT,", "  UK: [GB]\n  EU: [AT,")));

        assertThat(PolicyDifference.of(Policies.shipped(), changed))
                .containsExactly(
                        "abstain_below: 0.5 -> 0.6",
                        "numbers.edge.latency_ms: 5.0 -> 8.0",
                        "jurisdictions.UK: none -> [GB]");
        assertThat(PolicyDifference.of(changed, changed)).isEmpty();
    }
}
