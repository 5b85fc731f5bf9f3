package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.FileHeader;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.ImportFileRequest;
import dev.emplace.api.pricing.v1.ImportFileResponse;
import dev.emplace.api.pricing.v1.ImportFormat;
import dev.emplace.api.pricing.v1.ImportHeader;
import dev.emplace.api.pricing.v1.ImportOffersRequest;
import dev.emplace.api.pricing.v1.ImportOffersResponse;
import dev.emplace.api.pricing.v1.ImportServiceGrpc;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListPriceHistoryRequest;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.api.pricing.v1.PushedPrice;
import dev.emplace.api.pricing.v1.PushedPrices;
import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sold for dates, or paid in advance, from its file to its quote. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(CapacityBlocksTest.Alone.class)
class CapacityBlocksTest {

    private static final String HEADER = "provider,region,instance_type,purchase,usd_per_hour,end_time,upfront_usd,"
            + "minimum_instances,block_start_time,block_end_time\n";

    /** In a month, so that the test means the same in any year. */
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);

    private final ManagedChannel channel = GrpcCalls.channel();
    private final CatalogServiceGrpc.CatalogServiceBlockingStub catalog = CatalogServiceGrpc.newBlockingStub(channel);

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void aBlockAnswersARequirementWhoseDatesItCovers() {
        var sold = start.minus(2, ChronoUnit.DAYS);
        var revision = send(
                        "blocks",
                        "aws,us-east-1,p5.48xlarge,capacity_block,27.5," + sold + ",,2," + start + "," + day(14))
                .getRevision();
        assertThat(found(needed(1, 13), revision)).containsExactly(block("14d", "blocks"));
        assertThat(found(needed(0, 14), revision)).containsExactly(block("14d", "blocks"));
        assertThat(found(needed(-1, 5), revision)).isEmpty();
        assertThat(found(needed(5, 15), revision)).isEmpty();
        assertThat(found(OfferRequirement.newBuilder(), revision)).isEmpty();

        var offer = offer(block("14d", "blocks"), revision);
        assertThat(offer.getBlockStartTime()).isEqualTo(time(start));
        assertThat(offer.getBlockEndTime()).isEqualTo(time(day(14)));
        assertThat(offer.getMinimumMachineCount()).isEqualTo(2);
        assertThat(offer.getCommitmentDuration().getSeconds()).isEqualTo(14 * 86_400);
        assertThat(listed(revision)).contains(block("14d", "blocks"));
        assertThat(catalog.listPriceHistory(ListPriceHistoryRequest.newBuilder()
                                .setName(block("14d", "blocks"))
                                .build())
                        .getPointsList())
                .singleElement()
                .satisfies(point -> assertThat(point.getEndTime()).isEqualTo(time(sold)));
        GrpcError.from(() -> catalog.getOffer(GetOfferRequest.newBuilder()
                        .setName(block("14d", "blocks"))
                        .setEffectiveTime(time(sold))
                        .build()))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_OFFER");
    }

    @Test
    void aBlockIsQuotedForItsWholeTerm() {
        var revision = send("quoted", "aws,us-east-1,p5.48xlarge,capacity_block,27.5,,,," + start + "," + day(7))
                .getRevision();
        var quote = QuoteServiceGrpc.newBlockingStub(channel)
                .quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder()
                                .setRequirement(needed(1, 2)
                                        .addCommercialModels(CommercialModel.COMMERCIAL_MODEL_CAPACITY_BLOCK))
                                .setUsage(Usage.newBuilder()
                                        .setAcceleratorCount(8)
                                        .setDuration(Duration.newBuilder().setSeconds(86_400))))
                        .setMinRevision(revision)
                        .build())
                .getResults(0)
                .getQuotesList()
                .stream()
                .filter(each -> each.getOffer().getName().equals(block("7d", "quoted")))
                .findFirst()
                .orElseThrow();
        // 27.50 USD x 7 days x 24 h
        assertThat(quote.getCommittedPrice().getUnits()).isEqualTo(4_620);
    }

    @Test
    void whatIsPaidUpfrontIsASecondWayToBuyTheSame() {
        var revision = send(
                        "upfront",
                        "aws,us-east-1,p5.48xlarge,reserved_1y,18,,150000,,,",
                        "aws,us-east-1,p5.48xlarge,reserved_1y,35,,,,,",
                        "aws,us-east-1,p5.48xlarge,savings_plan_3y,24,,,,,")
                .getRevision();
        var paid = offer("offers/aws.us-east-1.p5-48xlarge.reserved-12m-upfront--upfront", revision);
        assertThat(paid.getUpfrontPrice().getUnits()).isEqualTo(150_000);
        assertThat(offer("offers/aws.us-east-1.p5-48xlarge.reserved-12m--upfront", revision)
                        .getListUnitPrice()
                        .getUnits())
                .isEqualTo(35);
        assertThat(offer("offers/aws.us-east-1.p5-48xlarge.savings-plan-36m--upfront", revision)
                        .getCommitmentDuration()
                        .getSeconds())
                .isEqualTo(3 * 365 * 86_400L);
    }

    @Test
    void whatHasEndedIsLeftOut() {
        var ended = send(
                "ended",
                "aws,us-east-1,m7i.large,on_demand,0.1008,2026-01-01T00:00:00Z,,,,",
                "aws,us-west-2,m7i.large,on_demand,0.1008,,,,,");
        assertThat(ended.getPublishedRowCount()).isEqualTo(1);
        assertThat(ended.getLeftOutList()).singleElement().satisfies(left -> {
            assertThat(left.getCause()).isEqualTo("ended by then");
            assertThat(left.getEntryCount()).isEqualTo(1);
        });
    }

    @Test
    void aProviderPushesBlocksWithTheirDates() {
        var price = PushedPrice.newBuilder()
                .setProvider("aws")
                .setRegion("us-east-1")
                .setInstanceType("p5.48xlarge")
                .setCommercialModel(CommercialModel.COMMERCIAL_MODEL_CAPACITY_BLOCK)
                .setPrice(Decimal.newBuilder().setValue("28"))
                .setCurrencyCode("USD")
                .setMinimumMachineCount(4)
                .setBlockStartTime(time(start))
                .setBlockEndTime(time(day(3)));
        var revision = push(price).getRevision();
        var offer = offer(block("3d", "pushed"), revision);
        assertThat(offer.getBlockEndTime()).isEqualTo(time(day(3)));
        assertThat(offer.getMinimumMachineCount()).isEqualTo(4);
        GrpcError.from(() -> push(price.clone().clearBlockEndTime())).is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        GrpcError.from(() -> push(price.clone().setBlockEndTime(time(day(3).plusSeconds(60)))))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
    }

    @Test
    void datesThatAreNoneAreRefused() {
        GrpcError.from(() -> found(needed(1, 2).clearNeededEndTime(), 0))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("requirement.needed_end_time");
        GrpcError.from(() -> found(needed(2, 1), 0))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("requirement.needed_end_time");
    }

    private List<String> found(OfferRequirement.Builder requirement, long revision) {
        return catalog
                .searchOffers(SearchOffersRequest.newBuilder()
                        .setRequirement(requirement
                                .addAccelerators("H100-SXM")
                                .addAllowedProviders("aws")
                                .addCommercialModels(CommercialModel.COMMERCIAL_MODEL_CAPACITY_BLOCK))
                        .setPageSize(100)
                        .setMinRevision(revision)
                        .build())
                .getOffersList()
                .stream()
                .map(Offer::getName)
                .filter(name -> name.endsWith("--blocks"))
                .toList();
    }

    private List<String> listed(long revision) {
        return catalog
                .listOffers(ListOffersRequest.newBuilder()
                        .setRequirement(OfferRequirement.newBuilder()
                                .addCommercialModels(CommercialModel.COMMERCIAL_MODEL_CAPACITY_BLOCK))
                        .setPageSize(1000)
                        .setMinRevision(revision)
                        .build())
                .getOffersList()
                .stream()
                .map(Offer::getName)
                .toList();
    }

    private Offer offer(String name, long revision) {
        return catalog.getOffer(GetOfferRequest.newBuilder()
                        .setName(name)
                        .setMinRevision(revision)
                        .build())
                .getOffer();
    }

    private String block(String term, String source) {
        var code = start.toString().replaceAll("[-:TZ]", "").substring(0, 12);
        return "offers/aws.us-east-1.p5-48xlarge.capacity-block-" + term + "-" + code + "--" + source;
    }

    private OfferRequirement.Builder needed(int from, int until) {
        return OfferRequirement.newBuilder().setNeededStartTime(time(day(from))).setNeededEndTime(time(day(until)));
    }

    private Instant day(int day) {
        return start.plus(day, ChronoUnit.DAYS);
    }

    private static Timestamp time(Instant time) {
        return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
    }

    private PriceImport send(String source, String... lines) {
        var file = HEADER + String.join("\n", lines) + "\n";
        return this.<ImportFileRequest, ImportFileResponse>call(
                        out -> ImportServiceGrpc.newStub(channel).importFile(out),
                        List.of(
                                ImportFileRequest.newBuilder()
                                        .setHeader(FileHeader.newBuilder()
                                                .setImport(header(source))
                                                .setFormat(ImportFormat.IMPORT_FORMAT_CSV))
                                        .build(),
                                ImportFileRequest.newBuilder()
                                        .setChunk(ByteString.copyFromUtf8(file))
                                        .build()))
                .getPriceImport();
    }

    private PriceImport push(PushedPrice.Builder price) {
        return this.<ImportOffersRequest, ImportOffersResponse>call(
                        out -> ImportServiceGrpc.newStub(channel).importOffers(out),
                        List.of(
                                ImportOffersRequest.newBuilder()
                                        .setHeader(header("pushed"))
                                        .build(),
                                ImportOffersRequest.newBuilder()
                                        .setPrices(PushedPrices.newBuilder().addPrices(price))
                                        .build()))
                .getPriceImport();
    }

    private static ImportHeader.Builder header(String source) {
        return ImportHeader.newBuilder()
                .setSource(source)
                .setDocument("blocks.csv")
                .setRequestId(UUID.randomUUID().toString());
    }

    /** The last answer. */
    private <Q, R> R call(Function<StreamObserver<R>, StreamObserver<Q>> method, List<Q> messages) {
        var last = new CompletableFuture<R>();
        var in = method.apply(new StreamObserver<>() {
            private @Nullable R newest;

            @Override
            public void onNext(R answer) {
                newest = answer;
            }

            @Override
            public void onError(Throwable failed) {
                last.completeExceptionally(failed);
            }

            @Override
            public void onCompleted() {
                last.complete(newest);
            }
        });
        messages.forEach(in::onNext);
        in.onCompleted();
        try {
            return last.join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

    /** Its imports are in no catalog that another test asks. */
    public static final class Alone implements QuarkusTestProfile {}
}
