package dev.emplace.workload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emplace.workload.domain.WorkloadReason;
import dev.emplace.workload.domain.manifest.InvalidManifestException;
import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class YamlManifestsTest {
    private final YamlManifests reader = new YamlManifests(ManifestLimits.DEFAULT);

    private InvalidManifestException refusal(byte[] input) {
        return Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThatExceptionOfType(InvalidManifestException.class)
                        .isThrownBy(() -> reader.read(input))
                        .actual());
    }

    private InvalidManifestException refusal(String input) {
        return refusal(input.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void documentsKeepTheirLinesAndPositions() {
        Manifest manifest = reader.read("---\n---\nkind: Pod\n---\n{\"kind\": \"Job\",\n \"n\": [1, 2]}\n");
        assertThat(manifest.documents()).hasSize(2);
        assertThat(manifest.documents().get(1).root().text("kind")).isEqualTo("Job");
        assertThat(manifest.documents().get(1).root().get("n"))
                .isInstanceOfSatisfying(
                        Node.Sequence.class, items -> assertThat(items.line()).isEqualTo(6));
    }

    @Test
    void jsonIndentedByTabsIsRead() {
        assertThat(reader.read("{\n\t\"kind\":\t\"Pod\"\n}").documents()).hasSize(1);
    }

    @Test
    void aliasesAndMergeKeysAreFollowed() {
        Manifest manifest = reader.read("base: &b {image: x}\nuse: {<<: *b, name: n}\n");
        Node.Mapping use = manifest.documents().get(0).root().mapping("use");
        assertThat(use).isNotNull();
        assertThat(use.text("image")).isEqualTo("x");
    }

    @Test
    void billionLaughsAreRefusedAtTheAliasThatGoesTooFar() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9) + "*a" + (i - 1)));
        }
        InvalidManifestException refusal = refusal(bomb.toString());
        assertThat(refusal.reason()).isEqualTo(WorkloadReason.MANIFEST_TOO_COMPLEX);
        assertThat(refusal.explanation()).contains("document 1", "line 5", "aliases", "100000");
    }

    @Test
    void nodeThatContainsItselfIsRefused() {
        assertThat(refusal("a: &a [*a]\n").explanation()).contains("*a", "contain itself", "a[0]");
    }

    @Test
    void deepNestingIsRefused() {
        InvalidManifestException refusal = refusal("a: " + "[".repeat(100_000));
        assertThat(refusal.reason()).isEqualTo(WorkloadReason.MANIFEST_TOO_COMPLEX);
        assertThat(refusal.explanation()).contains("deeper than 64");
    }

    @Test
    void tenMebibytesAreRefusedUnread() {
        InvalidManifestException refusal = refusal(new byte[10 * 1024 * 1024]);
        assertThat(refusal.explanation()).contains("10485760", "1048576");
    }

    @Test
    void tooManyDocumentsAreRefused() {
        assertThat(refusal("---\na: 1\n".repeat(201)).explanation()).contains("more than 200 documents");
    }

    @Test
    void otherEncodingIsRefusedWithItsLine() {
        InvalidManifestException refusal =
                refusal("kind: Pod\nname: M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal.explanation()).contains("not UTF-8", "line 2", "byte 17");
    }

    @Test
    void syntaxErrorNamesDocumentLineAndPath() {
        InvalidManifestException refusal = refusal("a: 1\n---\nspec:\n  b: [1, 2\n  c: }\n");
        assertThat(refusal.reason()).isEqualTo(WorkloadReason.MALFORMED_MANIFEST);
        assertThat(refusal.metadata()).containsEntry("document", "2").containsEntry("line", "5");
        assertThat(refusal.metadata().get("path")).startsWith("spec.b");
    }

    @Test
    void unrenderedTemplateIsRefusedWithAHint() {
        assertThat(refusal("replicas: {{ .Values.replicas }}\nkind: x\n").explanation())
                .contains("render");
    }

    @Test
    void listAtTheRootIsRefused() {
        assertThat(refusal("- a\n- b\n").explanation()).contains("must be a mapping");
    }

    @Test
    void keyThatIsNoTextIsRefused() {
        assertThat(refusal("? [a, b]\n: c\n").explanation()).contains("key that is not text");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(refusal("a: \u0001\n").reason()).isEqualTo(WorkloadReason.MALFORMED_MANIFEST);
    }

    @Test
    void emptyInputIsRefusedAsEmpty() {
        assertThat(refusal("# nothing\n---\n").reason()).isEqualTo(WorkloadReason.EMPTY_MANIFEST);
    }

    @Test
    void tagsCreateNoObjects() {
        Manifest manifest = reader.read("a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x/\"]]\n");
        assertThat(manifest.documents().get(0).root().get("a")).isInstanceOf(Node.Sequence.class);
    }
}
