package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.ImportServiceGrpc;
import dev.emplace.api.pricing.v1.ListImportsRequest;
import dev.emplace.api.pricing.v1.ListSourcesRequest;
import dev.emplace.api.pricing.v1.SourceServiceGrpc;
import dev.emplace.api.pricing.v1.SourceStatus;
import dev.emplace.pricing.domain.imports.SourceBook;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(OnASchedule.class)
class SourceServiceTest {

    private static ManagedChannel channel = GrpcCalls.channel(1);

    @Inject
    SourceBook sources;

    @BeforeAll
    static void connect() {
        channel.shutdownNow();
        channel = GrpcCalls.channel();
    }

    @AfterAll
    static void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void aSourceIsReadOnItsScheduleAndShowsHowFreshItIs() {
        var read = await().atMost(Duration.ofSeconds(60)).until(() -> source("on-time"), SourceStatus::hasLastImport);

        assertThat(read.getLastImport().getPublishedRowCount()).isEqualTo(1);
        assertThat(read.hasObservedTime()).isTrue();
        assertThat(read.getStale()).isFalse();
        assertThat(read.getStaleAfter().getSeconds()).isEqualTo(3600);
        assertThat(read.getSchedule().getInterval().getSeconds()).isEqualTo(21_600);
        assertThat(read.getSchedule().getProblem()).isEmpty();
        assertThat(CatalogServiceGrpc.newBlockingStub(channel)
                        .getOffer(GetOfferRequest.newBuilder()
                                .setName("offers/aws.us-east-1.m7i-large.on-demand--on-time")
                                .setMinRevision(read.getLastImport().getRevision())
                                .build())
                        .hasOffer())
                .isTrue();
    }

    @Test
    void aKeyInAnAddressIsShownToNobody() {
        var read = await().atMost(Duration.ofSeconds(60)).until(() -> source("on-time"), SourceStatus::hasLastImport);

        var imports = ImportServiceGrpc.newBlockingStub(channel).listImports(ListImportsRequest.getDefaultInstance());
        assertThat(read.getSchedule().getUrl()).startsWith("http://localhost");
        assertThat(read.toString() + imports).doesNotContain("secret");
    }

    @Test
    void aSourceThatFailsSaysWhyAndHoldsUpNoOther() {
        var failed = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> source("broken"),
                        source -> !source.getSchedule().getProblem().isEmpty());

        assertThat(failed.getSchedule().getProblem()).contains("404");
        assertThat(failed.hasObservedTime()).isFalse();
        await().atMost(Duration.ofSeconds(60)).until(() -> source("on-time"), SourceStatus::hasLastImport);
    }

    @Test
    void whatShipsWithTheServiceIsASourceToo() {
        assertThat(source("bundled").hasObservedTime()).isFalse();
    }

    @Test
    void sourcesAreListedByNamePageByPage() {
        var all = SourceServiceGrpc.newBlockingStub(channel).listSources(ListSourcesRequest.getDefaultInstance());
        var names = all.getSourcesList().stream().map(SourceStatus::getName).toList();
        assertThat(names).isSorted().contains("sources/broken", "sources/bundled", "sources/on-time");

        var first = page("");
        assertThat(first.getSourcesList()).extracting(SourceStatus::getName).containsExactly(names.get(0));
        assertThat(page(first.getNextPageToken()).getSourcesList())
                .extracting(SourceStatus::getName)
                .containsExactly(names.get(1));
    }

    @Test
    void ofSeveralReplicasOneIsToReadASourceInAnInterval() {
        assertThat(sources.claim("claimed", Duration.ofHours(1))).isTrue();
        assertThat(sources.claim("claimed", Duration.ofHours(1))).isFalse();
        assertThat(sources.claim("claimed", Duration.ZERO)).isTrue();
    }

    private static dev.emplace.api.pricing.v1.ListSourcesResponse page(String token) {
        return SourceServiceGrpc.newBlockingStub(channel)
                .listSources(ListSourcesRequest.newBuilder()
                        .setPageSize(1)
                        .setPageToken(token)
                        .build());
    }

    private static SourceStatus source(String name) {
        return SourceServiceGrpc.newBlockingStub(channel)
                .listSources(ListSourcesRequest.getDefaultInstance())
                .getSourcesList()
                .stream()
                .filter(source -> source.getName().equals("sources/" + name))
                .findFirst()
                .orElseThrow();
    }
}
