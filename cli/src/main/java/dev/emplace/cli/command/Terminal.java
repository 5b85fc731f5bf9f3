package dev.emplace.cli.command;

import dev.emplace.cli.output.Palette;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What is known of the terminal. Java cannot ask which of its streams lead to one, nor how wide it is: the launcher
 * can, and tells.
 *
 * @param environment the environment's variables
 * @param streams the streams that lead to a terminal, such as {@code out,err}; empty where nobody told
 * @param columns its width in characters as the launcher measured it; empty where nobody told
 */
record Terminal(Map<String, String> environment, String streams, String columns) {

    private static final int USUAL_WIDTH = 120;
    private static final int LEAST_WIDTH = 60;

    /** A stream that a command prints to. */
    enum Stream {
        OUT("out"),
        ERR("err");

        private final String name;

        Stream(String name) {
            this.name = name;
        }
    }

    static Terminal current() {
        return new Terminal(
                System.getenv(),
                System.getProperty("emplace.terminal.streams", ""),
                System.getProperty("emplace.terminal.columns", ""));
    }

    /** The width in characters: COLUMNS if that is set, else the terminal's; 120 where the output is no terminal. */
    int width() {
        String stated = environment.getOrDefault("COLUMNS", "");
        String text = stated.matches("\\d{1,4}") ? stated : columns;
        return text.matches("\\d{1,4}") ? Math.max(LEAST_WIDTH, Integer.parseInt(text)) : USUAL_WIDTH;
    }

    /** Whether somebody watches a stream, as the launcher says. */
    boolean isTerminal(Stream stream) {
        return streams.contains(stream.name);
    }

    Palette palette(Stream stream, ColorChoice choice) {
        boolean colours = switch (choice) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> showsColours(stream);
        };
        return colours ? Palette.ANSI : Palette.PLAIN;
    }

    private boolean showsColours(Stream stream) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        if (unwanted) {
            return false;
        }
        return streams.isEmpty() ? Ansi.AUTO.enabled() : streams.contains(stream.name);
    }

    /** What {@code --color} says, which every command inherits. */
    static ColorChoice choice(CommandSpec command) {
        OptionSpec option = Objects.requireNonNull(command.root().findOption("--color"), "--color");
        ColorChoice choice = option.getValue();
        return choice == null ? ColorChoice.AUTO : choice;
    }
}
