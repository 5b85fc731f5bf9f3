package dev.emplace.workload.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.workload.domain.classify.WorkloadClass;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
    private static String with(String was, String is) {
        String text = Policies.text();
        assertThat(text).contains(was);
        return text.replace(was, is);
    }

    private static void refused(String policy, String... said) {
        assertThatThrownBy(() -> Policies.read(policy))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContainingAll(said);
    }

    @Test
    void shippedPolicyNamesItsVersionAndEveryClass() {
        Policy policy = Policies.shipped();
        assertThat(policy.version()).isNotBlank();
        assertThat(policy.classes()).containsOnlyKeys(WorkloadClass.values());
    }

    @Test
    void unknownClassIsRefusedWithItsPath() {
        refused(with("class: FINE_TUNING\n    habitats", "class: FINE\n    habitats"), "classes[4].class", "FINE");
    }

    @Test
    void missingClassIsRefused() {
        refused(with("  - class: NOT_AI\n    why", "  - class: UNDETERMINED\n    why"), "classes", "NOT_AI");
    }

    @Test
    void decisionOnASignWithoutEvidenceIsRefused() {
        refused(with("all: [search >= 0.65]", "all: [serach >= 0.65]"), "serach", "decisions");
    }

    @Test
    void weightBeyondOneIsRefused() {
        refused(with("weight: 0.95", "weight: 1.95"), "weight", "from -1.0 to 1.0", "1.95");
    }

    @Test
    void unknownKeyIsRefusedWithItsLine() {
        refused(with("abstain_below: 0.5", "abstain_bellow: 0.5"), "abstain_bellow", "line", "abstain_below");
    }

    @Test
    void undeterminedWithoutAQuestionIsRefused() {
        refused(with("    question: What will run on this cluster?\n", ""), "question");
    }

    @Test
    void wordWithAStarInsideIsRefused() {
        refused(with("[CronJob,", "[Cron*Job,"), "star");
    }

    @Test
    void aWordThatIsTooLongIsRefused() {
        refused(with("[CronJob,", "[" + "w".repeat(129) + ","), "line", "words[0]", "129 characters", "128");
    }

    @Test
    void moreWordsThanTextsAreHeldAgainstAreRefused() {
        refused(rules(21, "word", 1_000), "line", "words[", "20000");
    }

    @Test
    void wordsThatAreTooLongTogetherAreRefused() {
        refused(rules(21, "w".repeat(120), 120), "line", "words[", "262144 characters");
    }

    /** The first rule's words, which the others repeat by an alias. */
    private static String rules(int count, String word, int words) {
        StringBuilder rules = new StringBuilder("evidence:\n");
        for (int i = 0; i < count; i++) {
            rules.append("  - {id: more-")
                    .append(i)
                    .append(", sign: more, weight: 0.1, in: [image], means: more, words: ");
            rules.append(i == 0 ? "&w [" + (word + ", ").repeat(words) + "]" : "*w")
                    .append("}\n");
        }
        return with("evidence:\n", rules.toString());
    }

    @Test
    void twoRulesWithOneIdAreRefused() {
        refused(with("id: sky-serve", "id: serving-kind"), "serving-kind");
    }
}
