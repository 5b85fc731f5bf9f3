package dev.emplace.cli.command;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What the exit code of a command says, the mildest first: of several files, the worst one decides. */
public enum ExitCode {
    DONE(0, "done; a plan has at least one place"),
    OUT_OF_SCOPE(4, "the workload computes no AI, so there is nothing to place", "place"),
    NEEDS_FACT(5, "a fact is missing, which the answer names", "place"),
    INFEASIBLE(6, "no place passes; the answer says what each lacks", "place"),
    HELD(8, "the import was held: it would have withdrawn over 20% of the source's offers", "import"),
    NO_CAPACITY(7, "the site lacks the power or the cooling; nothing is changed", "reserve", "resize"),
    FAILED(1, "a file could not be read, or the suite refused; the message says what to do"),
    UNREACHABLE(3, "the suite could not be reached: is it running?"),
    USAGE(2, "the command line itself is wrong");

    private final int number;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of, which is
    private final List<String> commands;

    /** @param commands those that alone end with it; none for all */
    ExitCode(int number, String meaning, String... commands) {
        this.number = number;
        this.meaning = meaning;
        this.commands = List.of(commands);
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }

    /** The codes that a command can end with, by number. */
    static List<ExitCode> of(String command) {
        return Stream.of(values())
                .filter(code -> code.commands.isEmpty() || code.commands.contains(command))
                .sorted(Comparator.comparingInt(ExitCode::number))
                .toList();
    }

    /** Puts the codes that each command can end with below its help. */
    public static void describeIn(CommandLine root) {
        describe(root, "");
        root.getSubcommands().forEach((name, command) -> describe(command, name));
    }

    private static void describe(CommandLine command, String name) {
        Map<String, String> lines = new LinkedHashMap<>();
        // Picocli takes each line for a format.
        (name.isEmpty() ? List.of(values()) : of(name))
                .forEach(code -> lines.put(" " + code.number, code.meaning.replace("%", "%%")));
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("Exit codes:%n")
                .exitCodeList(lines);
    }

    ExitCode orWorse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
