package dev.emplace.workload.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measures the rules on manifests in styles that they were not written on; the report lands in target/unseen.txt. */
class UnseenTest {
    private static Answers answers;

    @BeforeAll
    static void classifyAll() throws IOException {
        answers = Answers.of(LabelledManifests.unseen(), new Classifier(Policies.shipped()));
        Files.writeString(
                Path.of("target", "unseen.txt"),
                new Report().set("own manifests in other styles", answers).toString());
    }

    @Test
    void noneIsRefused() {
        assertThat(answers.only(a -> !a.refusal().isEmpty()).all()).isEmpty();
    }

    @Test
    void accuracyHoldsOnOtherStyles() {
        assertThat(answers.accuracy()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void ordinaryWorkloadsAreNotTakenForAi() {
        assertThat(Report.falseAlarms(answers)).isZero();
    }
}
