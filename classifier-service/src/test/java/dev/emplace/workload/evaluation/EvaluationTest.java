package dev.emplace.workload.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measures the rules on the labelled manifests; the report lands in target/evaluation.txt. */
class EvaluationTest {
    private static Evaluation evaluation;

    @BeforeAll
    static void classifyAll() throws IOException {
        Optional<Path> folder = LabelledManifests.folder();
        assumeTrue(folder.isPresent(), "the labelled manifests are not beside this repository");
        evaluation = new Evaluation(new Classifier(Policies.shipped()), LabelledManifests.read(folder.orElseThrow()));
        Files.writeString(Path.of("target", "evaluation.txt"), evaluation.report());
    }

    @Test
    void noRealManifestIsRefused() {
        assertThat(evaluation.only(a -> !a.refusal().isEmpty())).isEmpty();
    }

    @Test
    void rulesBeatTheFloorOfKindsAndAcceleratorsByFar() {
        assertThat(Evaluation.accuracy(evaluation.scored())).isGreaterThan(0.9);
        assertThat(Evaluation.macroRecall(evaluation.scored())).isGreaterThan(0.85);
    }

    @Test
    void ordinaryWorkloadsAreNotTakenForAi() {
        assertThat(evaluation.falseAlarms()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void ambiguousFilesAreNotAnsweredRashly() {
        assertThat(evaluation.rash()).isLessThanOrEqualTo(0.15);
    }
}
