package dev.emplace.cli.command;

import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.api.power.v1.WatchCapacityResponse;
import dev.emplace.cli.CliException;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.SiteName;
import dev.emplace.cli.option.Span;
import dev.emplace.cli.option.Words;
import dev.emplace.cli.output.CapacityChangeView;
import dev.emplace.cli.remote.CapacityFeed;
import dev.emplace.cli.remote.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what changes at our own sites, as it happens. */
@Command(
        name = "watch",
        description = "Tell each change of reservations and topologies at our own sites as it happens.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "SITE",
            converter = SiteName.class,
            description = "only these: emplace sites lists them")
    private List<String> sites = List.of();

    @Option(
            names = "--from",
            paramLabel = "REVISION",
            description = "begin with the change of that revision at each SITE (default: with what comes next)")
    private long from;

    @Option(
            names = "--state",
            converter = Words.ReservationStates.class,
            completionCandidates = Words.ReservationStates.class,
            paramLabel = "WORD",
            description = "only changes of reservations to that state: ${COMPLETION-CANDIDATES}; repeat it")
    private List<ReservationState> states = List.of();

    @Option(names = "--holder", paramLabel = "TEXT", description = "only those that it holds; repeat it")
    private List<String> holders = List.of();

    @Option(names = "--levels", description = "say what the site has left, too")
    private boolean levels;

    @Option(
            names = "--for",
            converter = Span.class,
            paramLabel = "TIME",
            description = "end after that time: 30s, 2h (default: go on until it is interrupted)")
    private @Nullable Duration time;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        if (from != 0 && sites.isEmpty()) {
            throw new CliException("--from is " + from + " of no site; name at least one SITE: each counts its own");
        }
        try (Connection connection = server.connect()) {
            new CapacityFeed(connection.capacityFor(Optional.ofNullable(time))).follow(request(), this::show);
        }
        return ExitCode.DONE.number();
    }

    private WatchCapacityRequest request() {
        return WatchCapacityRequest.newBuilder()
                .addAllSites(sites)
                .addAllStarts(sites.stream()
                        .map(site -> SitePosition.newBuilder()
                                .setSite(site)
                                .setRevision(from)
                                .build())
                        .toList())
                .addAllStates(states)
                .addAllHolders(holders)
                .setIncludeLevels(levels)
                .build();
    }

    private void show(WatchCapacityResponse message) {
        message.getChangesList()
                .forEach(change -> screen.show(change, sheet -> CapacityChangeView.show(change, sheet)));
        if (message.hasLevel()) {
            screen.show(message.getLevel(), sheet -> CapacityChangeView.show(message.getLevel(), sheet));
        }
    }
}
