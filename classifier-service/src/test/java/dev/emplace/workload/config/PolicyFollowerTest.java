package dev.emplace.workload.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.plan.Prices;
import dev.emplace.workload.domain.plan.Rulebook;
import dev.emplace.workload.domain.plan.RulesInForce;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.policy.PolicyFiles;
import dev.emplace.workload.yaml.YamlManifests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a file that is written in place, one look at a time. */
class PolicyFollowerTest {
    private static final YamlManifests YAML = new YamlManifests(ManifestLimits.DEFAULT);

    @TempDir
    Path folder = Path.of("");

    private final PolicyFiles files = new PolicyFiles(YAML, bytes(Policies.text()));
    private final RulesInForce rules = new RulesInForce(
            "policy.yaml",
            this::written,
            bytes(Policies.text()),
            Clock.systemUTC().instant());
    private Path file = Path.of("");
    private PolicyFollower follower = follower();
    private boolean broken;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Rulebook written(byte[] text) {
        if (broken) {
            throw new StackOverflowError("of a policy that is nested as deeply as can be");
        }
        return Rulebook.of(files.read(text), YAML, new NoPrices(), (demands, revisions) -> {
            throw new AssertionError("nobody is placed here");
        });
    }

    private PolicyFollower follower() {
        return new PolicyFollower(
                rules, new Config(), new PolicyMeters(rules, new SimpleMeterRegistry()), Clock.systemUTC());
    }

    @BeforeEach
    void place() {
        file = folder.resolve("policy.yaml");
        follower = follower();
    }

    @AfterEach
    void stop() {
        follower.stop();
    }

    private static String versioned(String version) {
        return Policies.text().replaceFirst("version: \"[^\"]*\"", "version: \"" + version + "\"");
    }

    private String version() {
        return rules.rulebook().policy().version();
    }

    @Test
    void aFileThatIsReadHalfIsLeftUntilTwoLooksReadItAlike() throws IOException {
        String text = versioned("next") + "\n# the end\n";
        // Whole as YAML, and yet not all that its author writes.
        Files.writeString(file, versioned("next"));
        follower.look(file);
        assertThat(version()).isEqualTo(Policies.shipped().version());
        Files.writeString(file, text);
        follower.look(file);
        assertThat(version()).isEqualTo(Policies.shipped().version());

        follower.look(file);

        assertThat(version()).isEqualTo("next");
        assertThat(rules.standing().text()).isEqualTo(bytes(text));
    }

    @Test
    void anErrorIsToldAndTheNextLookGoesOn() throws IOException {
        Files.writeString(file, versioned("next"));
        broken = true;
        follower.look(file);
        follower.look(file);
        assertThat(rules.standing().refusal()).contains("a fault of the service");

        broken = false;
        follower.look(file);

        assertThat(version()).isEqualTo("next");
    }

    private static final class Config implements PolicyConfig {
        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public Duration poll() {
            return Duration.ofSeconds(5);
        }
    }

    private static final class NoPrices implements Prices {
        @Override
        public List<AcceleratorFacts> accelerators() {
            return List.of();
        }

        @Override
        public Quotes quote(List<Request> requests, List<SiteConditions> sites, long minRevision) {
            throw new AssertionError("nobody is placed here");
        }
    }
}
