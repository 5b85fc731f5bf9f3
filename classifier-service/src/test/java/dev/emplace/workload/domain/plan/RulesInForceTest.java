package dev.emplace.workload.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.InvalidPolicyException;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.policy.PolicyFiles;
import dev.emplace.workload.yaml.YamlManifests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RulesInForceTest {
    private static final Instant START = Instant.parse("2026-11-30T00:00:00Z");
    private static final Instant LATER = START.plusSeconds(60);
    private static final YamlManifests YAML = new YamlManifests(ManifestLimits.DEFAULT);
    private static final World WORLD = new World();

    private final PolicyFiles files = new PolicyFiles(YAML, bytes(Policies.text()));
    private final RulesInForce rules = new RulesInForce(
            "policy.yaml", text -> Rulebook.of(files.read(text), YAML, WORLD, WORLD), bytes(Policies.text()), START);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String versioned(String version) {
        return Policies.text().replaceFirst("version: \"[^\"]*\"", "version: \"" + version + "\"");
    }

    @Test
    void aNewPolicyReplacesEverythingThatJudgesAtOnce() {
        Rulebook taken = rules.rulebook();

        assertThat(rules.replace(bytes(versioned("next")), LATER)).isTrue();

        assertThat(rules.rulebook().policy().version()).isEqualTo("next");
        assertThat(rules.rulebook().reader().policy().version()).isEqualTo("next");
        assertThat(rules.standing().since()).isEqualTo(LATER);
        // Who took the rules before keeps judging by them.
        assertThat(taken.reader().policy().version()).isEqualTo(taken.policy().version());
    }

    @Test
    void theSameTextChangesNothing() {
        assertThat(rules.replace(bytes(Policies.text()), LATER)).isFalse();
        assertThat(rules.standing().since()).isEqualTo(START);
    }

    @Test
    void aBadPolicyKeepsTheOldOneAndIsNotedUntilItIsMended() {
        String before = rules.rulebook().policy().version();
        byte[] broken = bytes(versioned("next").replace("abstain_below: 0.5", "abstain_below: 1.5"));

        assertThatThrownBy(() -> rules.replace(broken, LATER)).isInstanceOf(InvalidPolicyException.class);

        assertThat(rules.rulebook().policy().version()).isEqualTo(before);
        assertThat(rules.standing().refusal()).contains("abstain_below", "1.5");
        rules.replace(bytes(Policies.text()), LATER);
        assertThat(rules.standing().refusal()).isEmpty();
    }

    @Test
    void aVersionStandsForOneText() {
        byte[] sameVersion = bytes(Policies.text().replace("abstain_below: 0.5", "abstain_below: 0.4"));

        assertThatThrownBy(() -> rules.trial(sameVersion))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContainingAll("version", "which is in force", "line 10");
    }

    @Test
    void tryingAPolicyPutsNothingInForce() {
        String before = rules.rulebook().policy().version();
        assertThat(rules.trial(bytes(versioned("next"))).policy().version()).isEqualTo("next");
        assertThat(rules.rulebook().policy().version()).isEqualTo(before);
    }
}
