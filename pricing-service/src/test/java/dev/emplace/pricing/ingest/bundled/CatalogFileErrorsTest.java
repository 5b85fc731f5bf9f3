package dev.emplace.pricing.ingest.bundled;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A catalog file that cannot be is refused by file, line and reason. */
class CatalogFileErrorsTest {

    private static final String ACCELERATORS = """
            - id: nvidia-l4-24gb
              name: NVIDIA L4
              vendor: NVIDIA
              form_factor: PCIE
              memory_mib: 24576
              memory_bandwidth_gb_per_s: 300
              source: a data sheet
              aliases: [L4]
            """;

    private static final String PROVIDER = """
            provider: { id: somebody, name: Somebody, kind: GPU_CLOUD }
            regions:
              here: { name: Here, country: DE }
            sources:
              list: { document: a price list, observed: 2026-08-01 }
            instances:
              one: { accelerator: nvidia-l4-24gb, count: 1 }
            offers:
              - { instance: one, region: here, model: ON_DEMAND, usd_per_hour: 0.8, source: list }
            """;

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "usd_per_hour: 0.8 | usd_per_hour: 0 | line 9 | must be above zero",
                "usd_per_hour: 0.8 | usd_per_hour: -1 | line 9 | must be above zero",
                "usd_per_hour: 0.8 | usd_per_hour: cheap | line 9 | must be a number",
                "usd_per_hour: 0.8 | usd_per_hours: 0.8 | line 9 | unknown key",
                "usd_per_hour: 0.8 | absent: SOLD_OUT, usd_per_hour: 1 | line 9 | exactly one of",
                "region: here | region: there | line 9 | there is no region 'there'",
                "model: ON_DEMAND | model: SOMETIMES | line 9 | must be one of",
                "observed: 2026-08-01 | observed: August | line 5 | could not be parsed",
                "country: DE | country: Germany | line 3 | two capital letters",
                "count: 1 | count: 0 | line 7 | has 0 accelerators",
                "kind: GPU_CLOUD | kind: CLOUD | line 1 | must be one of",
                "instances: | instances: [ | line | is no YAML"
            })
    void aMistakeIsFoundByFileAndLine(String right, String wrong, String line, String reason) {
        assertThatThrownBy(() -> BundledCatalog.load(files(PROVIDER.replace(right, wrong))))
                .isInstanceOf(CatalogFileException.class)
                .hasMessageContaining("somebody.yaml")
                .hasMessageContaining(line)
                .hasMessageContaining(reason);
    }

    @Test
    void anOfferThatStandsTwiceIsRefused() {
        var twice =
                PROVIDER + "  - { instance: one, region: here, model: ON_DEMAND, usd_per_hour: 0.9, source: list }\n";
        assertThatThrownBy(() -> BundledCatalog.load(files(twice))).hasMessageContaining("two offers of one id");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> CatalogFiles.bundled().read("nothing.yaml"))
                .isInstanceOf(CatalogFileException.class)
                .hasMessageContaining("nothing.yaml");
    }

    private static CatalogFiles files(String provider) {
        Map<String, String> files = new HashMap<>();
        files.put("catalog.yaml", "edition: 1\naccelerators: accelerators.yaml\nproviders: [somebody.yaml]\n");
        files.put("accelerators.yaml", ACCELERATORS);
        files.put("somebody.yaml", provider);
        return name -> {
            var text = files.get(name);
            if (text == null) {
                throw new CatalogFileException(name, 0, "there is no such file");
            }
            return text.getBytes(StandardCharsets.UTF_8);
        };
    }
}
