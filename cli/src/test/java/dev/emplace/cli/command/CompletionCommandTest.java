package dev.emplace.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.cli.EmplaceRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    @Test
    void commandsComplete() throws Exception {
        assertThat(completions("emplace pl")).contains("place");
        assertThat(completions("emplace ")).contains("up", "classify", "prices", "completion");
    }

    @Test
    void optionsAndTheirWordsComplete() throws Exception {
        assertThat(completions("emplace place --expl")).contains("--explain");
        assertThat(completions("emplace place --activity ser")).contains("serving");
        assertThat(completions("emplace place --example llama")).contains("llama-70b-serving");
        assertThat(completions("emplace place -o ")).contains("table", "json", "yaml");
    }

    /** What bash offers for the last word of a line, after sourcing what the command prints. */
    private String[] completions(String line) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("completion.bash"),
                EmplaceRun.of("completion", "bash").run().out());
        String words = String.join(
                " ",
                Stream.of(line.split(" ", -1)).map(word -> "'" + word + "'").toList());
        String ask = """
                bash -n %1$s && source %1$s || exit 1
                COMP_WORDS=(%2$s)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMP_LINE='%3$s'
                COMP_POINT=${#COMP_LINE}
                $(complete -p emplace | sed 's/.*-F \\([^ ]*\\).*/\\1/') emplace "${COMP_WORDS[COMP_CWORD]}"
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, words, line);
        Process bash =
                new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output.split("\\s+");
    }
}
