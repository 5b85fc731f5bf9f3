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

/** Measures the rules on the labelled manifests beside the project; the report lands in target/evaluation.txt. */
class EvaluationTest {
    private static Answers answers;

    @BeforeAll
    static void classifyAll() throws IOException {
        Optional<Path> folder = LabelledManifests.folder();
        assumeTrue(folder.isPresent(), "the labelled manifests are not beside this repository");
        answers = Answers.of(LabelledManifests.read(folder.orElseThrow()), new Classifier(Policies.shipped()));
        String report = new Report()
                .set("high-confidence files, without the blemished ones", scored())
                .ambiguous(ambiguous())
                .calibration(temperature(), answers, EvaluationTest::isScored)
                .counted("all files", answers)
                .counted("blemished files", answers.only(a -> a.manifest().blemished()))
                .toString();
        Files.writeString(Path.of("target", "evaluation.txt"), report);
    }

    private static Answers scored() {
        return answers.only(EvaluationTest::isScored);
    }

    private static boolean isScored(Answer answer) {
        return answer.manifest().highConfidence() && !answer.manifest().blemished();
    }

    private static Temperature temperature() {
        return new Temperature(Policies.shipped().number("confidence.temperature"));
    }

    private static Answers ambiguous() {
        return answers.only(a -> a.manifest().ambiguous());
    }

    @Test
    void noRealManifestIsRefused() {
        assertThat(answers.only(a -> !a.refusal().isEmpty()).all()).isEmpty();
    }

    @Test
    void accuracyAndMacroRecallMeetTheirTargets() {
        assertThat(scored().accuracy()).isGreaterThanOrEqualTo(0.95);
        assertThat(scored().macroRecall()).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void ordinaryWorkloadsAreNotTakenForAi() {
        assertThat(Report.falseAlarms(scored())).isLessThanOrEqualTo(0.02);
    }

    @Test
    void confidencesAreCalibratedWithoutTheirOwnRepository() {
        assertThat(temperature().heldOut(answers).only(EvaluationTest::isScored).calibrationError())
                .isLessThanOrEqualTo(0.05);
    }

    @Test
    void ambiguousFilesAreNotAnsweredRashly() {
        assertThat(Report.rash(ambiguous())).isLessThanOrEqualTo(0.15);
    }
}
