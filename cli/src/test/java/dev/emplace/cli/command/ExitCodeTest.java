package dev.emplace.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void theDocumentListsEveryCodeFromMildToWorst() throws IOException {
        List<String> rows = Stream.of(ExitCode.values())
                .map(code -> "| " + code.number() + " | " + code.meaning() + " |")
                .toList();

        assertThat(Files.readString(Path.of("../docs/errors.md"))).contains(String.join("\n", rows));
    }

    @Test
    void theWorstDecides() {
        assertThat(ExitCode.DONE.orWorse(ExitCode.NEEDS_FACT)).isEqualTo(ExitCode.NEEDS_FACT);
        assertThat(ExitCode.INFEASIBLE.orWorse(ExitCode.NEEDS_FACT)).isEqualTo(ExitCode.INFEASIBLE);
        assertThat(ExitCode.INFEASIBLE.orWorse(ExitCode.FAILED)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void numbersTellCodesApart() {
        assertThat(Stream.of(ExitCode.values()).map(ExitCode::number)).doesNotHaveDuplicates();
    }

    @Test
    void aCommandListsOnlyWhatItCanEndWith() {
        assertThat(ExitCode.of("place")).contains(ExitCode.INFEASIBLE).doesNotContain(ExitCode.NO_CAPACITY);
        assertThat(ExitCode.of("resize")).contains(ExitCode.NO_CAPACITY);
        assertThat(ExitCode.of("reserve")).contains(ExitCode.NO_CAPACITY).doesNotContain(ExitCode.INFEASIBLE);
    }
}
