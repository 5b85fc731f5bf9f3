package dev.emplace.cli;

import dev.emplace.cli.command.ApplyCommand;
import dev.emplace.cli.command.BenchCommand;
import dev.emplace.cli.command.ClassifyCommand;
import dev.emplace.cli.command.ColorChoice;
import dev.emplace.cli.command.CompareCommand;
import dev.emplace.cli.command.CompletionCommand;
import dev.emplace.cli.command.ConfirmCommand;
import dev.emplace.cli.command.ExamplesCommand;
import dev.emplace.cli.command.ExitCode;
import dev.emplace.cli.command.FacilityCommand;
import dev.emplace.cli.command.Failures;
import dev.emplace.cli.command.ImportCommand;
import dev.emplace.cli.command.MarketCommand;
import dev.emplace.cli.command.MeterCommand;
import dev.emplace.cli.command.NetBoxCommand;
import dev.emplace.cli.command.OwnCommand;
import dev.emplace.cli.command.PlaceCommand;
import dev.emplace.cli.command.PolicyCommand;
import dev.emplace.cli.command.PricesCommand;
import dev.emplace.cli.command.QuarantineCommand;
import dev.emplace.cli.command.QuotasCommand;
import dev.emplace.cli.command.ReleaseCommand;
import dev.emplace.cli.command.RenewCommand;
import dev.emplace.cli.command.ReplayCommand;
import dev.emplace.cli.command.ReservationsCommand;
import dev.emplace.cli.command.ReserveCommand;
import dev.emplace.cli.command.ResizeCommand;
import dev.emplace.cli.command.SitesCommand;
import dev.emplace.cli.command.SourcesCommand;
import dev.emplace.cli.command.UpCommand;
import dev.emplace.cli.command.WatchCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of Emplace: starts the suite on this machine, and asks a running one. */
@Command(
        name = "emplace",
        description =
                "Where an AI workload should run, what it costs there, and whether the site has the power for it.",
        mixinStandardHelpOptions = true,
        version = "emplace 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            PlaceCommand.class,
            ClassifyCommand.class,
            PolicyCommand.class,
            PricesCommand.class,
            CompareCommand.class,
            OwnCommand.class,
            MarketCommand.class,
            ImportCommand.class,
            QuarantineCommand.class,
            SourcesCommand.class,
            SitesCommand.class,
            ApplyCommand.class,
            NetBoxCommand.class,
            FacilityCommand.class,
            ReserveCommand.class,
            ConfirmCommand.class,
            RenewCommand.class,
            ResizeCommand.class,
            ReleaseCommand.class,
            ReservationsCommand.class,
            WatchCommand.class,
            MeterCommand.class,
            QuotasCommand.class,
            ExamplesCommand.class,
            ReplayCommand.class,
            BenchCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Emplace {

    /** What gRPC has to say of its transports is nothing for a terminal. Held, since loggers that nobody holds forget. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "colours: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}: on a terminal without NO_COLOR)")
    @SuppressWarnings("UnusedVariable") // read through picocli: every command inherits it
    private ColorChoice color = ColorChoice.AUTO;

    private Emplace() {}

    public static void main(String[] args) {
        GRPC.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Emplace())
                .setExecutionExceptionHandler(Failures::report)
                .setParameterExceptionHandler(Failures::reportUsage)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        ExitCode.describeIn(commandLine);
        return commandLine;
    }
}
