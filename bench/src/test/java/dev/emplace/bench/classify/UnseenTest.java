package dev.emplace.bench.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.bench.data.ShippedPolicy;
import dev.emplace.workload.domain.classify.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Manifests in the style of other repositories, labelled before any rule saw them. */
class UnseenTest {
    private static final Path UNSEEN = Path.of("../classifier-service/src/test/resources/unseen");
    private static Answers answers;

    @BeforeAll
    static void classifyAll() throws IOException {
        answers = Answers.of(LabelledManifests.unseen(UNSEEN), new Classifier(ShippedPolicy.read()));
    }

    @Test
    void noneIsRefused() {
        assertThat(answers.only(a -> !a.refusal().isEmpty()).all()).isEmpty();
    }

    @Test
    void accuracyHoldsOnOtherStyles() {
        assertThat(answers.accuracy()).as(Confusion.of(answers)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void ordinaryWorkloadsAreNotTakenForAi() {
        assertThat(answers.falseAlarms()).isZero();
    }
}
