package dev.emplace.cli;

import dev.emplace.cli.command.ClassifyCommand;
import dev.emplace.cli.command.ExitCodes;
import dev.emplace.cli.command.PlaceCommand;
import dev.emplace.cli.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Emplace: starts the suite on this machine, and asks a running one. */
@Command(
        name = "emplace",
        description =
                "Where an AI workload should run, what it costs there, and whether the site has the power for it.",
        mixinStandardHelpOptions = true,
        version = "emplace 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UpCommand.class, PlaceCommand.class, ClassifyCommand.class, CommandLine.HelpCommand.class})
public final class Emplace {

    private Emplace() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Emplace())
                .setExecutionExceptionHandler(ExitCodes::report)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }
}
