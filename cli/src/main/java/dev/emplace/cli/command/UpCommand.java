package dev.emplace.cli.command;

import com.google.protobuf.ByteString;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.cli.CliException;
import dev.emplace.cli.output.PlanView;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.seed.Bundled;
import dev.emplace.cli.seed.SiteFiles;
import dev.emplace.cli.suite.Home;
import dev.emplace.cli.suite.Ports;
import dev.emplace.cli.suite.Service;
import dev.emplace.cli.suite.Suite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole suite on this machine, on loopback only, and plans an example. */
@Command(
        name = "up",
        description = "Start PostgreSQL and the three services on this machine, and plan an example.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    private static final String EXAMPLE = "examples/llama-70b-serving.yaml";

    private static final int EXAMPLE_PLACES = 5;

    @Option(names = "--once", description = "stop after the example")
    private boolean once;

    @Option(names = "--ephemeral", description = "keep nothing: a database that is gone afterwards")
    private boolean ephemeral;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "move all ports by N, 0 to 50000 (default: ${DEFAULT-VALUE})")
    private int portOffset;

    @Mixin
    private CheckoutOption checkout = new CheckoutOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireOffset();
        Ports ports = Ports.usual(portOffset);
        Home home = ephemeral ? Home.ephemeral() : Home.lasting(checkout.home());
        Suite suite = start(home, ports);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite), "stop"));
        planExample(suite);
        return once ? 0 : stayUp(suite);
    }

    private void requireOffset() {
        if (portOffset < 0 || portOffset > 50_000) {
            throw new CliException("--port-offset is " + portOffset + "; give a number from 0 to 50000");
        }
    }

    private Suite start(Home home, Ports ports) {
        Path build = checkout.folder();
        say("Starting in " + home.folder());
        try {
            Suite suite = Suite.start(build, home, ports, part -> say("  ready: " + part));
            try (Connection power = Connection.to(suite.endpoint(Service.POWER).grpcAddress())) {
                SiteFiles.apply(power.channel());
                say("  ready: sites " + String.join(", ", SiteFiles.SITES));
            } catch (RuntimeException e) {
                suite.close();
                throw e;
            }
            return suite;
        } catch (CliException e) {
            home.close();
            throw e;
        }
    }

    private void stop(Suite suite) {
        say("Stopping ...");
        suite.close();
    }

    private void planExample(Suite suite) {
        say("\nExample: " + EXAMPLE + "\n");
        try (Connection classifier =
                Connection.to(suite.endpoint(Service.CLASSIFIER).grpcAddress())) {
            Plan plan = classifier
                    .placement()
                    .planPlacement(PlanPlacementRequest.newBuilder()
                            .setManifest(ByteString.copyFromUtf8(Bundled.text(EXAMPLE)))
                            .setMaximumPlacements(EXAMPLE_PLACES)
                            .build())
                    .getPlan();
            PlanView.show(plan, Screen.sheet(spec));
            out().flush();
        }
    }

    private int stayUp(Suite suite) {
        say("");
        for (Service service : Service.values()) {
            say(String.format(
                    "  %-18s gRPC localhost:%d   health and metrics http://localhost:%d/q",
                    service.artifact(),
                    suite.endpoint(service).grpcPort(),
                    suite.endpoint(service).managementPort()));
        }
        say(Bundled.text("try-next.txt")
                .replace("${classifier}", suite.endpoint(Service.CLASSIFIER).grpcAddress())
                .replace("${pricing}", suite.endpoint(Service.PRICING).grpcAddress())
                .replace("${power}", suite.endpoint(Service.POWER).grpcAddress()));
        Optional<Service> failed = suite.awaitFailure();
        failed.ifPresent(service -> {
            throw new CliException(service.artifact() + " has ended; the others are stopped too");
        });
        return 0;
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
