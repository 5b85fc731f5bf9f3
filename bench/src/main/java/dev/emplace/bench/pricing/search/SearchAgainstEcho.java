package dev.emplace.bench.pricing.search;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.SearchOffersResponse;
import dev.emplace.bench.load.BareServer;
import dev.emplace.bench.load.LoadProcess;
import dev.emplace.bench.pricing.ServedCatalog;
import dev.emplace.bench.pricing.SyntheticCatalog;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.bench.stack.Core;
import dev.emplace.bench.stack.ServerProcess;
import dev.emplace.client.ServiceConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Searches of the service against an echo: the same server with the same guards, in a process with the same options on the
 * same core, whose answer has the size of the mean answer and is there already.
 */
public final class SearchAgainstEcho {

    private static final int QUERIES = 10_000;
    private static final Core SERVER = new Core(0);
    private static final Core CLIENT = new Core(1);
    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC");
    private static final String NAME = "search of 100,000 offers, by call";
    private static final String BASELINE = "echo of an answer of the same size";
    private static final Target SHARE = Target.atLeast(0.85);

    private SearchAgainstEcho() {}

    public static List<Row> rows() {
        if (!Core.canKeepTo(2)) {
            return List.of(new Row.NotRun(
                    NAME, BASELINE, SHARE, "a core each for server and client takes taskset and two cores"));
        }
        SyntheticCatalog catalog = ServedCatalog.synthetic();
        try (CatalogDatabase database = ServedCatalog.publish(catalog.offers(ServedCatalog.OFFERS))) {
            List<SearchOffersRequest> requests = RequirementMessages.pages(catalog.distinctRequirements(QUERIES));
            try (ServerProcess service = database.start(SERVER.prefix(), JVM)) {
                return List.of(against(service, requests));
            }
        }
    }

    private static Row against(ServerProcess service, List<SearchOffersRequest> requests) {
        Path answer = written(meanAnswer(service, requests));
        List<String> options = new ArrayList<>(JVM);
        options.add("-Demplace.echo.answer=" + answer);
        try (ServerProcess echo = ServerProcess.start("bench/echo", SERVER.prefix(), options);
                BareServer bare = BareServer.start(SERVER, JVM, answer);
                LoadProcess client = LoadProcess.start(
                        CLIENT,
                        requests.stream().map(SearchOffersRequest::toByteArray).toList())) {
            Contest contest = new Contest(client, service, echo, bare);
            contest.warmUp();
            contest.run();
            return contest.row(NAME, BASELINE, SHARE);
        } finally {
            remove(answer);
        }
    }

    /** One whose size is nearest to the mean: so both servers send as much. */
    private static SearchOffersResponse meanAnswer(ServerProcess service, List<SearchOffersRequest> requests) {
        try (ServiceConnection connection = ServiceConnection.inTheClear(service.address())) {
            List<SearchOffersResponse> answers = requests.stream()
                    .map(request ->
                            connection.stub(CatalogServiceGrpc::newBlockingStub).searchOffers(request))
                    .toList();
            double mean = answers.stream()
                    .mapToInt(SearchOffersResponse::getSerializedSize)
                    .average()
                    .orElseThrow();
            return answers.stream()
                    .min(Comparator.comparingDouble(answer -> Math.abs(answer.getSerializedSize() - mean)))
                    .orElseThrow();
        }
    }

    private static Path written(SearchOffersResponse answer) {
        try {
            return Files.write(Files.createTempFile("emplace-bench-answer-", ".bin"), answer.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException("the answer could not be written", failed);
        }
    }

    private static void remove(Path answer) {
        try {
            Files.deleteIfExists(answer);
        } catch (IOException kept) {
            throw new UncheckedIOException(answer + " could not be removed", kept);
        }
    }
}
