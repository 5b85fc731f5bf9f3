package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
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
import dev.emplace.api.pricing.v1.ImportOutcome;
import dev.emplace.api.pricing.v1.ImportServiceGrpc;
import dev.emplace.api.pricing.v1.ListImportsRequest;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListQuarantinedRowsRequest;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.PriceFlag;
import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.api.pricing.v1.PushedPrice;
import dev.emplace.api.pricing.v1.PushedPrices;
import dev.emplace.api.pricing.v1.QuarantineReason;
import dev.emplace.api.pricing.v1.QuarantineServiceGrpc;
import dev.emplace.api.pricing.v1.QuarantineState;
import dev.emplace.api.pricing.v1.QuarantinedRow;
import dev.emplace.api.pricing.v1.RejectQuarantinedRowRequest;
import dev.emplace.api.pricing.v1.ReleaseQuarantinedRowRequest;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(ImportServiceTest.Alone.class)
class ImportServiceTest {

    private static final String HEADER = "provider,region,instance_type,purchase,usd_per_hour\n";
    private static final String TWO =
            HEADER + "aws,us-east-1,p5.48xlarge,on_demand,55.04\n" + "aws,us-east-1,m7i.large,on_demand,0.1008\n";

    private static ManagedChannel channel = GrpcCalls.channel(1);

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
    void aFileIsPublishedUnderTheNameOfItsSourceAndTheSameAgainChangesNothing() {
        var first = send("feed-one", TWO);
        assertThat(first.getOutcome()).isEqualTo(ImportOutcome.IMPORT_OUTCOME_PUBLISHED);
        assertThat(first.getAddedOfferCount()).isEqualTo(2);
        assertThat(first.getName()).startsWith("imports/");
        var offer = offer("aws.us-east-1.p5-48xlarge.on-demand--feed-one", first.getRevision());
        assertThat(offer.getListUnitPrice().getUnits()).isEqualTo(55);
        assertThat(offer.getMachine().getAccelerator()).isEqualTo("accelerators/nvidia-h100-sxm-80gb");
        var second = send("feed-one", TWO);
        assertThat(second.getOutcome()).isEqualTo(ImportOutcome.IMPORT_OUTCOME_UNCHANGED);
        assertThat(second.getRevision()).isEqualTo(first.getRevision());
    }

    @Test
    void aSearchShowsOneOfferForOneThingAndAListShowsAll() {
        var file = HEADER + "lambda,us-south-1,gpu_1x_gh200,on_demand,2.28\n";
        var revision = send("feed-lambda", file).getRevision();
        var catalog = CatalogServiceGrpc.newBlockingStub(channel);
        var gh200 = OfferRequirement.newBuilder()
                .addAccelerators("nvidia-gh200-96gb")
                .build();
        assertThat(catalog.searchOffers(SearchOffersRequest.newBuilder()
                                .setRequirement(gh200)
                                .setPageSize(100)
                                .setMinRevision(revision)
                                .build())
                        .getOffersList())
                .extracting(Offer::getName)
                .contains("offers/lambda.us-south-1.gpu-1x-gh200.on-demand--feed-lambda")
                .doesNotContain("offers/lambda.us-south-1.gpu-1x-gh200.on-demand");
        assertThat(catalog.listOffers(ListOffersRequest.newBuilder()
                                .setRequirement(gh200)
                                .setMinRevision(revision)
                                .build())
                        .getOffersList())
                .extracting(Offer::getName)
                .contains(
                        "offers/lambda.us-south-1.gpu-1x-gh200.on-demand--feed-lambda",
                        "offers/lambda.us-south-1.gpu-1x-gh200.on-demand");
    }

    @Test
    void aFileThatIsCutOffOrChangedChangesNothing() {
        var before = send("feed-broken", TWO);
        assertThat(failure("feed-broken", TWO.substring(0, TWO.length() - 12)))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "BROKEN_FILE"));
        assertThat(failure("feed-broken", TWO.replace("usd_per_hour", "price")))
                .satisfies(error -> assertThat(error.metadata().get("problem")).contains("usd_per_hour"));
        assertThat(failure("feed-broken", HEADER))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "BROKEN_FILE"));
        assertThat(send("feed-broken", TWO).getRevision()).isEqualTo(before.getRevision());
    }

    @Test
    void aFileShorterThanItsHeaderSaysIsRefused() {
        var header =
                header("feed-short", UUID.randomUUID().toString()).toBuilder().setSizeBytes(TWO.length() + 1);
        assertThat(error(() -> exchange(header.build(), TWO)))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "BROKEN_FILE"));
    }

    @Test
    void whatIsImplausibleWaitsAndWhatStoodBeforeStands() {
        send("feed-jump", TWO);
        var jumped = send("feed-jump", TWO.replace("55.04", "550.4"));
        assertThat(jumped.getQuarantinedList())
                .singleElement()
                .satisfies(count -> assertThat(count.getReason()).isEqualTo(QuarantineReason.QUARANTINE_REASON_JUMP));
        var held = offer("aws.us-east-1.p5-48xlarge.on-demand--feed-jump", jumped.getRevision());
        assertThat(held.getListUnitPrice().getUnits()).isEqualTo(55);
        assertThat(held.getPriceFlagsList()).containsExactly(PriceFlag.PRICE_FLAG_HELD);

        var row = rows("feed-jump").get(0);
        assertThat(row.getStatedPrice()).isEqualTo("550.4");
        assertThat(row.getStandingOffer()).endsWith("on-demand--feed-jump");
        var released = QuarantineServiceGrpc.newBlockingStub(channel)
                .releaseQuarantinedRow(ReleaseQuarantinedRowRequest.newBuilder()
                        .setName(row.getName())
                        .setComment("checked")
                        .build())
                .getQuarantinedRow();
        assertThat(released.getState()).isEqualTo(QuarantineState.QUARANTINE_STATE_RELEASED);
        var again = send("feed-jump", TWO.replace("55.04", "550.4"));
        var offer = offer("aws.us-east-1.p5-48xlarge.on-demand--feed-jump", again.getRevision());
        assertThat(offer.getListUnitPrice().getUnits()).isEqualTo(550);
        assertThat(offer.getPriceFlagsList()).contains(PriceFlag.PRICE_FLAG_RELEASED);
    }

    @Test
    void aRejectedRowStaysOutAndAZeroCannotBeReleased() {
        send("feed-zero", TWO.replace("0.1008", "0.0"));
        var row = rows("feed-zero").get(0);
        assertThat(row.getReason()).isEqualTo(QuarantineReason.QUARANTINE_REASON_ZERO_PRICE);
        var quarantine = QuarantineServiceGrpc.newBlockingStub(channel);
        GrpcError.from(() -> quarantine.releaseQuarantinedRow(ReleaseQuarantinedRowRequest.newBuilder()
                        .setName(row.getName())
                        .build()))
                .is(Status.Code.FAILED_PRECONDITION, "ROW_NOT_PUBLISHABLE");
        quarantine.rejectQuarantinedRow(
                RejectQuarantinedRowRequest.newBuilder().setName(row.getName()).build());
        var again = send("feed-zero", TWO.replace("0.1008", "0.0"));
        assertThat(again.getRejectedRowCount()).isEqualTo(1);
        assertThat(again.getQuarantinedList()).isEmpty();
    }

    @Test
    void anUnknownRowIsNotFound() {
        GrpcError.from(() -> QuarantineServiceGrpc.newBlockingStub(channel)
                        .rejectQuarantinedRow(RejectQuarantinedRowRequest.newBuilder()
                                .setName("quarantined-rows/" + "0".repeat(32))
                                .build()))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_QUARANTINED_ROW");
    }

    @Test
    void anImportThatLosesMoreThanAFifthIsHeld() {
        var five = new StringBuilder(HEADER);
        for (int i = 0; i < 5; i++) {
            five.append("aws,us-east-1,m")
                    .append(i)
                    .append("i.large,on_demand,0.1")
                    .append('\n');
        }
        send("feed-loss", five.toString());
        assertThat(send("feed-loss", without(five, "m4i")).getOutcome())
                .as("exactly a fifth")
                .isEqualTo(ImportOutcome.IMPORT_OUTCOME_PUBLISHED);
        var held = send("feed-loss", without(five, "m4i", "m3i"));
        assertThat(held.getOutcome()).isEqualTo(ImportOutcome.IMPORT_OUTCOME_HELD);
        assertThat(held.getLostOfferCount()).isEqualTo(1);
        var header = header("feed-loss", UUID.randomUUID().toString()).toBuilder();
        header.getImportBuilder().setAcceptLoss(true);
        assertThat(exchange(header.build(), without(five, "m4i", "m3i")).getWithdrawnOfferCount())
                .isEqualTo(1);
    }

    @Test
    void aFileOfNothingWithdrawsAllOnlyWhereThatIsSaid() {
        send("feed-nothing", TWO);
        assertThat(error(() -> send("feed-nothing", HEADER)))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "BROKEN_FILE"))
                .satisfies(error -> assertThat(error.metadata().get("problem")).contains("accept_loss"));
        var header = header("feed-nothing", UUID.randomUUID().toString()).toBuilder();
        header.getImportBuilder().setAcceptLoss(true);
        assertThat(exchange(header.build(), HEADER).getWithdrawnOfferCount()).isEqualTo(2);
    }

    @Test
    void theSameRequestAgainAnswersTheFirstOutcomeAndAnotherBodyIsRefused() {
        var id = UUID.randomUUID().toString();
        var first = exchange(header("feed-twice", id), TWO);
        assertThat(exchange(header("feed-twice", id), TWO)).isEqualTo(first);
        assertThat(error(() -> exchange(header("feed-twice", id), TWO.replace("55.04", "55.05"))))
                .satisfies(error -> error.is(Status.Code.ALREADY_EXISTS, "REQUEST_ID_REUSED"));
    }

    @Test
    void aDryRunChangesNothing() {
        var header = header("feed-dry", UUID.randomUUID().toString()).toBuilder();
        header.getImportBuilder().setValidateOnly(true);
        var judged = exchange(header.build(), TWO);
        assertThat(judged.getOutcome()).isEqualTo(ImportOutcome.IMPORT_OUTCOME_VALIDATED);
        assertThat(judged.getPublishedRowCount()).isEqualTo(2);
        assertThat(ImportServiceGrpc.newBlockingStub(channel)
                        .listImports(ListImportsRequest.newBuilder()
                                .setSource("feed-dry")
                                .build())
                        .getPriceImportsList())
                .isEmpty();
    }

    @Test
    void importsAreListedTheNewestFirstPageByPage() {
        var one = send("feed-list", TWO);
        var two = send("feed-list", TWO.replace("55.04", "56"));
        var imports = ImportServiceGrpc.newBlockingStub(channel);
        var first = imports.listImports(ListImportsRequest.newBuilder()
                .setSource("feed-list")
                .setPageSize(1)
                .build());
        assertThat(first.getPriceImportsList()).containsExactly(two);
        var second = imports.listImports(ListImportsRequest.newBuilder()
                .setSource("feed-list")
                .setPageSize(1)
                .setPageToken(first.getNextPageToken())
                .build());
        assertThat(second.getPriceImportsList()).containsExactly(one);
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void aChunkBeforeTheHeaderIsRefused() {
        assertThat(error(() -> files(List.of(ImportFileRequest.newBuilder()
                        .setChunk(ByteString.copyFromUtf8("x"))
                        .build()))))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD"));
    }

    @Test
    void aHeaderWithoutASourceIsRefused() {
        var nameless = header("", UUID.randomUUID().toString());
        assertThat(error(() -> exchange(nameless, TWO)))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD"));
    }

    @Test
    void aProviderPushesItsPricesItself() {
        var ended = push("crusoe-own", pushed("31.2").build());
        assertThat(ended.getPublishedRowCount()).isEqualTo(1);
        var offer = offer("crusoe.us-east1-a.b999-8x.on-demand--crusoe-own", ended.getRevision());
        assertThat(offer.getSource().getAuthority().name()).isEqualTo("SOURCE_AUTHORITY_PROVIDER");
        assertThat(offer.getAcceleratorUnitPrice().getNanos()).isEqualTo(900_000_000);
    }

    @Test
    void aPriceThatIsAnnouncedHidesNoneOfToday() {
        var later = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        var ended = push(
                "crusoe-announced",
                pushed("31.2").build(),
                pushed("24")
                        .setStartTime(Timestamp.newBuilder().setSeconds(later.getEpochSecond()))
                        .build());
        assertThat(ended.getPublishedRowCount()).isEqualTo(2);
        var offer = offer("crusoe.us-east1-a.b999-8x.on-demand--crusoe-announced", ended.getRevision());
        assertThat(offer.getListUnitPrice().getUnits()).isEqualTo(31);
    }

    @Test
    void aPushedPriceThatCanBeNoneIsRefusedWithItsNumber() {
        assertThat(error(() -> push(
                        "crusoe-term",
                        pushed("31.2").build(),
                        pushed("30").setTermMonths(12).build())))
                .satisfies(error -> {
                    error.is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
                    assertThat(error.message()).contains("number 2");
                });
        assertThat(error(() -> push(
                        "crusoe-count",
                        pushed("31.2")
                                .setAcceleratorCount(Decimal.newBuilder().setValue("10001"))
                                .build())))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD"));
    }

    @Test
    void aZeroByteIsRefusedBeforeAnythingIsPublished() {
        assertThat(error(() -> push(
                        "crusoe-zero", pushed("31.2").setInstanceType("a\0b").build())))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD"));
        var header = header("feed-nul", UUID.randomUUID().toString()).toBuilder();
        header.getImportBuilder().setDocument("a\0b");
        assertThat(error(() -> exchange(header.build(), TWO)))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD"));
        assertThat(failure("feed-nul", TWO.replace("m7i.large", "m7i\0large")))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "BROKEN_FILE"));
        assertThat(error(() -> ImportServiceGrpc.newBlockingStub(channel)
                        .listImports(
                                ListImportsRequest.newBuilder().setSource("\0").build())))
                .satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD"));
    }

    @Test
    void whatShipsWithTheServiceIsNoSource() {
        assertThat(failure("bundled", TWO)).satisfies(error -> error.is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD"));
    }

    @Test
    void callersWhoStopSendingAreGivenUpAndOnlySoManyImportAtOnce() {
        var silent = List.of(ImportFileRequest.newBuilder()
                .setHeader(header("feed-silent", UUID.randomUUID().toString()))
                .build());
        // An import that another test has cut off may keep its place for a moment.
        await().untilAsserted(() -> assertThat(
                        Stream.generate(() -> open(silent)).limit(3).toList())
                .map(ImportServiceTest::reason)
                .containsExactlyInAnyOrder("IDLE_STREAM", "IDLE_STREAM", "TOO_MANY_IMPORTS"));
        assertThat(send("feed-silent", TWO).getPublishedRowCount())
                .as("their places are free again")
                .isEqualTo(2);
    }

    /** A call that sends so much, and goes on for ever. */
    private static CompletableFuture<Throwable> open(List<ImportFileRequest> messages) {
        var failed = new CompletableFuture<Throwable>();
        var in = ImportServiceGrpc.newStub(channel).importFile(new StreamObserver<>() {
            @Override
            public void onNext(ImportFileResponse answer) {
                // Progress.
            }

            @Override
            public void onError(Throwable error) {
                failed.complete(error);
            }

            @Override
            public void onCompleted() {
                failed.complete(new AssertionError("ended well"));
            }
        });
        messages.forEach(in::onNext);
        return failed;
    }

    private static String reason(CompletableFuture<Throwable> failed) {
        var error = failed.join();
        return error(() -> {
                    throw (RuntimeException) error;
                })
                .reason();
    }

    private static PushedPrice.Builder pushed(String price) {
        return PushedPrice.newBuilder()
                .setProvider("crusoe")
                .setRegion("us-east1-a")
                .setInstanceType("b999.8x")
                .setCommercialModel(CommercialModel.COMMERCIAL_MODEL_ON_DEMAND)
                .setPrice(Decimal.newBuilder().setValue(price))
                .setCurrencyCode("USD")
                .setAccelerator("H100-SXM")
                .setAcceleratorCount(Decimal.newBuilder().setValue("8"));
    }

    private static PriceImport push(String source, PushedPrice... prices) {
        return push(List.of(
                ImportOffersRequest.newBuilder()
                        .setHeader(header(source, UUID.randomUUID().toString()).getImport())
                        .build(),
                ImportOffersRequest.newBuilder()
                        .setPrices(PushedPrices.newBuilder().addAllPrices(List.of(prices)))
                        .build()));
    }

    private static String without(CharSequence file, String... machines) {
        return file.toString()
                .lines()
                .filter(line -> List.of(machines).stream().noneMatch(line::contains))
                .reduce("", (one, two) -> one + two + "\n");
    }

    private static PriceImport send(String source, String file) {
        return exchange(header(source, UUID.randomUUID().toString()), file);
    }

    private static GrpcError failure(String source, String file) {
        return error(() -> send(source, file));
    }

    private static GrpcError error(Runnable call) {
        return GrpcError.from(call);
    }

    private static FileHeader header(String source, String request) {
        return FileHeader.newBuilder()
                .setImport(ImportHeader.newBuilder()
                        .setSource(source)
                        .setDocument("prices.csv")
                        .setRequestId(request))
                .setFormat(ImportFormat.IMPORT_FORMAT_CSV)
                .build();
    }

    private static PriceImport exchange(FileHeader header, String file) {
        return files(List.of(
                ImportFileRequest.newBuilder().setHeader(header).build(),
                ImportFileRequest.newBuilder()
                        .setChunk(ByteString.copyFromUtf8(file))
                        .build()));
    }

    private static PriceImport files(List<ImportFileRequest> messages) {
        return ImportServiceTest.<ImportFileRequest, ImportFileResponse>call(
                        out -> ImportServiceGrpc.newStub(channel).importFile(out), messages)
                .getPriceImport();
    }

    private static PriceImport push(List<ImportOffersRequest> messages) {
        return ImportServiceTest.<ImportOffersRequest, ImportOffersResponse>call(
                        out -> ImportServiceGrpc.newStub(channel).importOffers(out), messages)
                .getPriceImport();
    }

    /** The last answer. */
    private static <Q, R> R call(Function<StreamObserver<R>, StreamObserver<Q>> method, List<Q> messages) {
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

    private static List<QuarantinedRow> rows(String source) {
        return QuarantineServiceGrpc.newBlockingStub(channel)
                .listQuarantinedRows(ListQuarantinedRowsRequest.newBuilder()
                        .setSource(source)
                        .setState(QuarantineState.QUARANTINE_STATE_PENDING)
                        .build())
                .getQuarantinedRowsList();
    }

    private static Offer offer(String id, long revision) {
        return CatalogServiceGrpc.newBlockingStub(channel)
                .getOffer(GetOfferRequest.newBuilder()
                        .setName("offers/" + id)
                        .setMinRevision(revision)
                        .build())
                .getOffer();
    }

    /** Its imports are in no catalog that another test asks. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("emplace.pricing.imports.at-once", "2", "emplace.pricing.imports.silence", "1s");
        }
    }
}
