package dev.emplace.bench.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.emplace.bench.report.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ./emplace bench classify prints must meet its targets, where the labelled manifests are. */
class ClassificationTargetsTest {
    private static final Path DATA = Path.of("../../shared/data/workload/manifests");
    private static Labels labels;

    @BeforeAll
    static void classifyAll() {
        assumeTrue(Files.isDirectory(DATA), DATA + " is absent");
        labels = Labels.of(DATA);
    }

    @Test
    void noRealManifestIsRefused() {
        assertThat(labels.all().only(a -> !a.refusal().isEmpty()).all()).isEmpty();
    }

    @Test
    void everyTargetIsMet() {
        assertThat(labels.rows())
                .allSatisfy(row -> assertThat(row)
                        .isInstanceOfSatisfying(
                                Row.Measured.class,
                                measured -> assertThat(measured.met())
                                        .as(measured.name())
                                        .isTrue()));
    }
}
