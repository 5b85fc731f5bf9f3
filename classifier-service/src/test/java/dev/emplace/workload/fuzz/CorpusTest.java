package dev.emplace.workload.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer kept, because it reached code that nothing before it did, is read again. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void somethingIsKept() throws IOException {
        assertThat(kept()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void isReadOrRefusedWithItsPlace(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        assertThatCode(() -> ManifestFuzzTarget.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
    }
}
