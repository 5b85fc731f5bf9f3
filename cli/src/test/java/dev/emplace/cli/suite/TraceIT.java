package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.seed.Bundled;
import dev.emplace.cli.seed.SiteFiles;
import dev.emplace.cli.suite.TraceReceiver.ReceivedSpan;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The three services as processes, which send their traces to a receiver in this test and log in JSON. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class TraceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER_TRACE = "4bf92f3577b34da6a3ce929d0e0e4737";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String PLAN = "emplace.workload.v1.PlacementService/PlanPlacement";
    private static final String QUOTES = "emplace.pricing.v1.QuoteService/QuoteUsage";
    private static final String ASSESSMENT = "emplace.power.v1.CapacityService/AssessCapacity";
    private static final String RESERVATION = "emplace.power.v1.ReservationService/CreateReservation";

    private static Home home;
    private static TraceReceiver receiver;
    private static Suite suite;

    @BeforeAll
    static void start() throws IOException {
        home = Home.ephemeral();
        receiver = new TraceReceiver();
        Map<String, String> settings = Map.of(
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(),
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms",
                "QUARKUS_LOG_CATEGORY__DEV_EMPLACE__LEVEL", "DEBUG",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        suite = Suite.start(Path.of(".."), home, FreePorts.any(), settings, part -> {});
        try (Connection power = Connection.to(suite.endpoint(Service.POWER).grpcAddress())) {
            SiteFiles.apply(power.channel());
        }
    }

    @AfterAll
    static void stop() {
        suite.close();
        receiver.close();
    }

    @Test
    void aPlanAndAReservationAreOneTraceThroughAllServicesAndTheDatabase() throws IOException {
        plan();
        reserve(TRACE);

        ReceivedSpan plan = span(TRACE, "classifier-service", SpanKind.SPAN_KIND_SERVER, PLAN);
        assertThat(plan.parent()).isEqualTo(CALLER);
        assertCalledFrom(plan, "pricing-service", QUOTES);
        assertCalledFrom(plan, "power-service", ASSESSMENT);
        ReceivedSpan reservation = span(TRACE, "power-service", SpanKind.SPAN_KIND_SERVER, RESERVATION);
        assertThat(reservation.parent()).isEqualTo(CALLER);
        assertThat(statements(reservation)).isNotEmpty();
        assertThat(receiver.of(TRACE))
                .filteredOn(span -> span.kind() == SpanKind.SPAN_KIND_SERVER)
                .as("a call has one span, not one for each instrumentation")
                .extracting(ReceivedSpan::name)
                .doesNotHaveDuplicates();
        String tree = new TraceTree(receiver.of(TRACE)).toString();
        Files.writeString(Path.of("target", "trace.txt"), tree);
        assertThat(tree).contains(PLAN, QUOTES, ASSESSMENT, RESERVATION, "SELECT");
    }

    /** The services look at their databases all the time. */
    @Test
    void whatNoCallAskedForIsInNoTrace() {
        reserve(OTHER_TRACE);
        span(OTHER_TRACE, "power-service", SpanKind.SPAN_KIND_SERVER, RESERVATION);

        assertThat(receiver.all())
                .filteredOn(span -> span.parent().isEmpty())
                .allSatisfy(root -> assertThat(root.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER));
    }

    @Test
    void logsAreJsonWithoutSecretsEvenAtDebug() throws IOException {
        String password =
                Files.readString(home.folder().resolve("postgres-password")).strip();

        SecretCalls.make(suite);

        for (Service service : Service.values()) {
            assertThat(linesOf(home.log(service))).isNotEmpty().allSatisfy(line -> {
                assertThat(JsonParser.parseString(line).isJsonObject()).isTrue();
                assertThat(line).doesNotContain(password).doesNotContain(SecretCalls.SECRET);
            });
        }
        assertThat(receiver.all()).extracting(ReceivedSpan::name).noneMatch(name -> name.contains(SecretCalls.SECRET));
    }

    @Test
    void aPasswordThatTheDatabaseRefusesIsInNoLog() throws IOException {
        Map<String, String> environment = new HashMap<>(
                suite.database().environment(Service.POWER.database().orElseThrow()));
        environment.put("QUARKUS_DATASOURCE_PASSWORD", SecretCalls.SECRET);
        Path log = home.folder().resolve("refused.log");

        try (ServiceProcess refused = ServiceProcess.start(
                Service.POWER,
                FreePorts.any().of(Service.POWER),
                Path.of("..", "power-service", "target", "quarkus-app", "quarkus-run.jar"),
                List.of(),
                environment,
                log)) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !refused.alive());
        }

        assertThat(linesOf(log))
                .anyMatch(line -> line.contains("password authentication failed"))
                .noneMatch(line -> line.contains(SecretCalls.SECRET));
    }

    private static List<String> linesOf(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> !line.startsWith("WARNING: ")) // from a JDK of 24 or newer, about Netty
                .toList();
    }

    private static void plan() throws IOException {
        try (Connection classifier =
                Connection.to(suite.endpoint(Service.CLASSIFIER).grpcAddress())) {
            classifier
                    .placement()
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(traced(TRACE)))
                    .planPlacement(PlanPlacementRequest.newBuilder()
                            .setManifest(ByteString.copyFromUtf8(Bundled.text("examples/llama-70b-serving.yaml")))
                            .build());
        }
    }

    private static void reserve(String trace) {
        try (Connection power = Connection.to(suite.endpoint(Service.POWER).grpcAddress())) {
            ReservationServiceGrpc.newBlockingStub(power.channel())
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(traced(trace)))
                    .createReservation(CreateReservationRequest.newBuilder()
                            .setParent("sites/ashburn-colo")
                            .setDemand(Demand.newBuilder()
                                    .setWorkload(PowerWorkload.newBuilder()
                                            .setAccelerator("nvidia-h100-sxm-80gb")
                                            .setAcceleratorCount(8)
                                            .setLoad(LoadClass.LOAD_CLASS_TRAINING)))
                            .setValidateOnly(true)
                            .setRequestId(UUID.randomUUID().toString())
                            .build());
        }
    }

    private static Metadata traced(String trace) {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER), "00-" + trace + "-" + CALLER + "-01");
        return headers;
    }

    /** The called service's span hangs on a span of the calling service, and that one on the plan's. */
    private static void assertCalledFrom(ReceivedSpan plan, String service, String method) {
        ReceivedSpan client = span(TRACE, plan.service(), SpanKind.SPAN_KIND_CLIENT, method);
        assertThat(span(TRACE, service, SpanKind.SPAN_KIND_SERVER, method).parent())
                .isEqualTo(client.id());
        assertThat(client.parent()).isEqualTo(plan.id());
    }

    private static List<ReceivedSpan> statements(ReceivedSpan parent) {
        return receiver.of(TRACE).stream()
                .filter(span -> span.service().equals(parent.service())
                        && span.kind() == SpanKind.SPAN_KIND_CLIENT
                        && span.parent().equals(parent.id()))
                .toList();
    }

    private static ReceivedSpan span(String trace, String service, SpanKind kind, String name) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> receiver.of(trace).stream()
                                .filter(span -> span.is(service, kind, name))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
