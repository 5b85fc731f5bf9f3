package dev.emplace.workload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emplace.workload.domain.WorkloadReason;
import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.manifest.InvalidManifestException;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Workload;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way to make a manifest cost more than it weighs: each is refused, with its document, line and path, before it has
 * allocated a hundred times the largest manifest. The time-out only ends what would never end.
 */
class HostileManifestsTest {
    private static final WorkloadReader READER =
            new WorkloadReader(new Classifier(Policies.shipped()), new YamlManifests(ManifestLimits.DEFAULT));
    private static final int MIB = 1 << 20;
    private static final long MOST_ALLOCATED = 256L * MIB;

    private static Arguments refused(
            String name, WorkloadReason reason, int document, int line, String path, String text) {
        return Arguments.of(name, reason, document, line, path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String aliases(int levels, String open, String item, String close) {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < levels; i++) {
            String all = (item.formatted(i - 1) + ", ").repeat(9) + item.formatted(i - 1);
            bomb.append("a%d: &a%d %s%s%s\n".formatted(i, i, open, all, close));
        }
        return bomb.toString();
    }

    private static String merges(int levels) {
        StringBuilder bomb = new StringBuilder("a0: &a0 {k: x, l: x, m: x, n: x}\n");
        for (int i = 1; i < levels; i++) {
            bomb.append(
                    "a%d: &a%d {b: *a%d, c: *a%d, d: *a%d, <<: *a%d}\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }
        return bomb.toString();
    }

    private static String longText(String args) {
        return "x: &a \"" + ("x".repeat(99) + " ").repeat(7_000) + "\"\nkind: Pod\nargs: " + args + "\n";
    }

    private static String longLists() {
        return "x: &a [" + ("y".repeat(99) + " ").repeat(5_000) + "]\ny: &b {c: *a}\nkind: Pod\nargs: [*b, *b, *b]\n";
    }

    private static String anchors(int count) {
        StringBuilder text = new StringBuilder("list:\n");
        for (int i = 0; i < count; i++) {
            text.append("- &").append(Integer.toString(i, 36)).append(" x\n");
        }
        return text.toString();
    }

    static Stream<Arguments> hostile() {
        WorkloadReason complex = WorkloadReason.MANIFEST_TOO_COMPLEX;
        WorkloadReason malformed = WorkloadReason.MALFORMED_MANIFEST;
        return Stream.of(
                refused("billion laughs", complex, 1, 5, "a4[7]", aliases(30, "[", "*a%d", "]")),
                refused("merge keys that double", complex, 1, 8, "a7.b", merges(40)),
                refused("anchors without end", complex, 1, 100_001, "list[99999]", anchors(100_001)),
                refused(
                        "a long text that aliases repeat",
                        complex,
                        1,
                        3,
                        "args[1]",
                        longText("[" + "*a, ".repeat(300) + "]")),
                refused("a list of long texts that aliases repeat", complex, 1, 4, "args[2]", longLists()),
                refused("an anchor inside itself", malformed, 1, 2, "b[1]", "kind: Pod\nb: &b [x, *b]\n"),
                refused("an alias of the document before", malformed, 2, 3, "b", "a: &a x\n---\nb: *a\n"),
                refused("sequences that nest", complex, 1, 1, "a" + "[0]".repeat(63), "a: " + "[".repeat(300_000)),
                refused("mappings that nest", complex, 1, 1, "a" + ".a".repeat(63), "{a: ".repeat(200_000)),
                refused("blocks that nest", complex, 1, 65, "a" + ".a".repeat(63), blocks(400)),
                refused("documents without end", complex, 201, 401, "", "---\na: 1\n".repeat(50_000)),
                refused("values without end", complex, 1, 1, "a[99999]", "a: [" + "1,".repeat(400_000) + "1]"),
                refused("ten mebibytes", complex, 1, 1, "", "a".repeat(10 * MIB)),
                refused("one byte too many", complex, 1, 1, "", "#".repeat(MIB + 1)),
                refused("a key that is a mapping", malformed, 1, 1, "spec", "spec: {? {a: b} : c}\n"),
                refused("a list in place of an object", malformed, 1, 1, "", "[1, 2, 3]\n"),
                refused("a number in place of an object", malformed, 1, 1, "", "42\n"),
                refused("a text that never ends", malformed, 1, 4, "spec.a", "kind: Pod\nspec:\n  a: \"b\n"),
                Arguments.of("bytes that are no UTF-8", malformed, 1, 2, "", new byte[] {
                    'a', ':', '\n', (byte) 0xC0, (byte) 0x80
                }),
                Arguments.of("UTF-16", malformed, 1, 1, "", "kind: Pod\n".getBytes(StandardCharsets.UTF_16)),
                Arguments.of("surrogates in UTF-8", malformed, 1, 1, "", new byte[] {
                    'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80
                }),
                Arguments.of("a null", malformed, 1, 2, "", "a: x\nb: \0\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static String blocks(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedWithItsPlaceWithinBounds(
            String name, WorkloadReason reason, int document, int line, String path, byte[] input) {
        long before = allocated();
        InvalidManifestException refusal = refusal(input);
        assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.metadata())
                .containsEntry("document", Integer.toString(document))
                .containsEntry("line", Integer.toString(line))
                .containsEntry("path", path);
    }

    private static InvalidManifestException refusal(byte[] input) {
        return inTime(() -> assertThatExceptionOfType(InvalidManifestException.class)
                .isThrownBy(() -> READER.read(input, Workload.UNKNOWN))
                .actual());
    }

    /** On this thread, whose allocation is counted. */
    private static <T> T inTime(Supplier<T> work) {
        return Assertions.assertTimeout(Duration.ofSeconds(30), work::get);
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getCurrentThreadAllocatedBytes()
                : 0;
    }

    /** Values of types that a field never has are read as unknown, never refused: operators' fields are not ours to judge. */
    @ParameterizedTest
    @MethodSource("oddlyTyped")
    void aWrongTypeIsUnknown(String value) {
        String text = "apiVersion: apps/v1\nkind: Deployment\nmetadata: " + value + "\nspec:\n  replicas: " + value
                + "\n  template:\n    spec:\n      containers:\n      - {image: " + value + ", args: " + value
                + ", resources: {limits: {nvidia.com/gpu: " + value + "}}}\n      - " + value + "\n";
        Workload workload = inTime(() -> READER.read(text.getBytes(StandardCharsets.UTF_8), Workload.UNKNOWN)
                .workload());
        assertThat(workload.model().name()).isEmpty();
    }

    static Stream<String> oddlyTyped() {
        return Stream.of(
                "[]", "{}", "{a: {b: [c]}}", "-1", "1e400", "99999999999999999999", "''", "~", "\"\\0\"", "true");
    }
}
