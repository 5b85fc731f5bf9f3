package dev.emplace.workload.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.manifest.Node;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.workload.Workload;
import dev.emplace.workload.yaml.YamlManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reader takes values of types that it does not expect. */
class MutatedManifestsTest {
    private static final int MUTATIONS = 60;
    private static final YamlManifests YAML = new YamlManifests(ManifestLimits.DEFAULT);

    /** One node in twelve becomes a value of another type. */
    private static Node mutated(Node node, Random random) {
        if (random.nextInt(12) == 0) {
            return other(random);
        }
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = mapping.entries().stream()
                    .map(entry -> new Node.Entry(entry.key(), entry.line(), mutated(entry.value(), random)))
                    .toList();
            return new Node.Mapping(entries, mapping.line(), mapping.size());
        }
        if (node instanceof Node.Sequence sequence) {
            List<Node> items =
                    sequence.items().stream().map(item -> mutated(item, random)).toList();
            return new Node.Sequence(items, sequence.line(), sequence.size());
        }
        return node;
    }

    private static Node other(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Node.Scalar("", 1, false);
            case 1 -> new Node.Scalar("99999999999999999999", 1, false);
            case 2 -> new Node.Scalar("-0.0000001x", 1, true);
            case 3 -> new Node.Mapping(List.of(), 1, 1);
            case 4 -> new Node.Sequence(List.of(new Node.Scalar("8", 1, false)), 1, 2);
            default ->
                new Node.Mapping(List.of(new Node.Entry("replicas", 1, new Node.Scalar("999999999", 1, false))), 1, 2);
        };
    }

    @Test
    void valuesOfOtherTypesAreReadWithoutAnError() throws IOException {
        int read = 0;
        for (String folder : List.of("kinds", "unseen")) {
            try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    read += mutations(YAML.read(Files.readAllBytes(file)));
                }
            }
        }
        assertThat(read).isGreaterThan(5_000);
    }

    private static int mutations(Manifest manifest) {
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            Manifest changed = new Manifest(manifest.documents().stream()
                    .map(document -> new Manifest.Document(document.index(), mapping(document.root(), random)))
                    .toList());
            WorkloadReader reader = new WorkloadReader(new Classifier(Policies.shipped()), input -> changed);
            assertThat(reader.read(new byte[0], Workload.UNKNOWN).workload()).isNotNull();
        }
        return MUTATIONS;
    }

    private static Node.Mapping mapping(Node.Mapping root, Random random) {
        return mutated(root, random) instanceof Node.Mapping mapping ? mapping : root;
    }
}
