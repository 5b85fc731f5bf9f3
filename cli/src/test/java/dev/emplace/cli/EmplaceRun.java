package dev.emplace.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** One run of the command line within the test's own process: its exit code and what it printed. */
public record EmplaceRun(int code, String out, String err) {

    /** A command line that is not run yet. */
    public record Arguments(List<String> words) {

        public Arguments with(String... more) {
            return new Arguments(Stream.concat(words.stream(), Stream.of(more)).toList());
        }

        public EmplaceRun run() {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int code = Emplace.commandLine()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(words.toArray(String[]::new));
            return new EmplaceRun(code, out.toString(), err.toString());
        }
    }

    public static Arguments of(String command, String... options) {
        return new Arguments(List.of(command)).with(options);
    }
}
