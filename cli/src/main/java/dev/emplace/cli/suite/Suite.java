package dev.emplace.cli.suite;

import dev.emplace.cli.CliException;
import dev.emplace.cli.suite.ServiceProcess.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The three services and their PostgreSQL, running on this machine. Closing it stops them all. */
public final class Suite implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(150);

    private final Home home;
    private final Database database;
    private volatile boolean closing;
    private final Map<Service, Supplier<ServiceProcess>> starts = new EnumMap<>(Service.class);
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);

    private Suite(Home home, Database database) {
        this.home = home;
        this.database = database;
    }

    /** Starts everything; {@code progress} is told what happens. {@code checkout} is where the build lies. */
    public static Suite start(Path checkout, Home home, Ports ports, Consumer<String> progress) {
        return start(checkout, home, ports, Map.of(), progress);
    }

    /** The same with settings that every service gets in its environment. */
    static Suite start(Path checkout, Home home, Ports ports, Map<String, String> settings, Consumer<String> progress) {
        progress.accept("PostgreSQL");
        Suite suite = new Suite(home, Database.start(home));
        try {
            suite.startServices(checkout, ports, settings);
            suite.awaitReady(progress);
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    private void startServices(Path checkout, Ports ports, Map<String, String> common) {
        for (Service service : Service.values()) {
            service.database().ifPresent(database::ensure);
            Map<String, String> environment = new HashMap<>(common);
            service.database().map(database::environment).ifPresent(environment::putAll);
            Path jar = jar(checkout, service);
            starts.put(
                    service,
                    () -> ServiceProcess.start(
                            service, ports.of(service), jar, settings(service, ports), environment, home.log(service)));
            start(service);
        }
    }

    /** Starts a service, anew where it has ended: on the same ports, with the same settings. */
    void start(Service service) {
        processes.put(
                service,
                Objects.requireNonNull(starts.get(service), service.artifact()).get());
    }

    private static Path jar(Path checkout, Service service) {
        Path jar = checkout.resolve(service.artifact()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CliException(jar + " is missing; build it with mvn -Dquick -DskipTests package");
        }
        return jar;
    }

    private static List<String> settings(Service service, Ports ports) {
        return switch (service) {
            case PRICING, POWER -> List.of();
            case CLASSIFIER ->
                List.of(
                        "-Demplace.pricing.address=" + ports.of(Service.PRICING).grpcAddress(),
                        "-Demplace.power.address=" + ports.of(Service.POWER).grpcAddress());
        };
    }

    private void awaitReady(Consumer<String> progress) {
        long limit = System.nanoTime() + READY_LIMIT.toNanos();
        List<ServiceProcess> waiting = new ArrayList<>(processes.values());
        while (!waiting.isEmpty()) {
            waiting.removeIf(process -> {
                boolean ready = process.ready();
                if (ready) {
                    progress.accept(process.service().artifact());
                }
                return ready;
            });
            if (System.nanoTime() > limit) {
                ServiceProcess late = waiting.get(0);
                throw new CliException(late.service().artifact() + " is not ready after " + READY_LIMIT.toSeconds()
                        + " s; see " + home.log(late.service()));
            }
            pause();
        }
    }

    public Endpoint endpoint(Service service) {
        return process(service).endpoint();
    }

    public ServiceProcess process(Service service) {
        return Objects.requireNonNull(processes.get(service), service.artifact());
    }

    public Database database() {
        return database;
    }

    /** Waits until a service ends, which none does by itself, and answers which; empty once this suite is closing. */
    public Optional<Service> awaitFailure() {
        while (!closing && !Thread.currentThread().isInterrupted()) {
            for (ServiceProcess process : processes.values()) {
                if (!process.alive() && !closing) {
                    return Optional.of(process.service());
                }
            }
            pause();
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Services first, the classifier before those that it asks; the database last. */
    @Override
    public void close() {
        closing = true;
        for (Service service : List.of(Service.CLASSIFIER, Service.PRICING, Service.POWER)) {
            Optional.ofNullable(processes.get(service)).ifPresent(ServiceProcess::close);
        }
        database.close();
        home.close();
    }
}
