package dev.emplace.pricing.grpc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.CompareDeploymentsRequest;
import dev.emplace.api.pricing.v1.FileHeader;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.ImportFileRequest;
import dev.emplace.api.pricing.v1.ImportFileResponse;
import dev.emplace.api.pricing.v1.ImportFormat;
import dev.emplace.api.pricing.v1.ImportHeader;
import dev.emplace.api.pricing.v1.ImportOutcome;
import dev.emplace.api.pricing.v1.ImportServiceGrpc;
import dev.emplace.api.pricing.v1.ListImportsRequest;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListPriceHistoryRequest;
import dev.emplace.api.pricing.v1.ListProvidersRequest;
import dev.emplace.api.pricing.v1.ListQuarantinedRowsRequest;
import dev.emplace.api.pricing.v1.ListSourcesRequest;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.PriceBasis;
import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.api.pricing.v1.ProviderServiceGrpc;
import dev.emplace.api.pricing.v1.QuarantineServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.RejectQuarantinedRowRequest;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.SourceServiceGrpc;
import dev.emplace.api.pricing.v1.StatisticsServiceGrpc;
import dev.emplace.api.pricing.v1.SummarizePricesRequest;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.api.pricing.v1.WatchOffersRequest;
import dev.emplace.api.pricing.v1.WatchOffersResponse;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import dev.emplace.testkit.security.Secured;
import dev.emplace.testkit.security.SecuredCalls;
import dev.emplace.testkit.security.TestIssuer;
import io.grpc.CallCredentials;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A contracted sheet is there for its readers, and for nobody else in any answer. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(ContractedSheetsTest.Shared.class)
class ContractedSheetsTest {

    private static final String HEADER = "provider,region,instance_type,purchase,usd_per_hour\n";

    /** Far cheaper than any list, one in quarantine, and one thing that nobody else sells there. */
    private static final String SHEET = HEADER
            + "aws,us-east-1,p5.48xlarge,on_demand,17.5\n"
            + "aws,us-west-2,p5.48xlarge,on_demand,18.25\n"
            + "lambda,us-south-1,gpu_1x_gh200,on_demand,1.07\n"
            + "aws,us-east-1,m7i.large,on_demand,0\n";

    private static final String AWS = "offers/aws.us-east-1.p5-48xlarge.on-demand";
    private static final Set<String> OF_THE_MOMENT =
            Set.of("revision", "next_revision", "price_age", "age", "attempt_time");

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    private final TestIssuer issuer = TestIssuer.in(Secured.folder());
    private final ManagedChannel channel = SecuredCalls.channel(Secured.folder());
    private final CallCredentials owner = caller("publisher");
    private final CallCredentials admin = caller("admin");
    private final CallCredentials reader = caller("acme");
    private final CallCredentials outsider = caller("stranger");

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void anOutsidersAnswersAreThoseOfACatalogWithoutTheSheet() {
        var before = answers(outsider, "bytes");
        var sheet = send(owner, "bytes", SHEET, "test:sub:acme");
        assertThat(sheet.getPublishedRowCount()).isEqualTo(3);
        await(sheet.getRevision());

        assertThat(answers(outsider, "bytes")).isEqualTo(before);
        assertThat(answers(reader, "bytes"))
                .as("the same questions do show the sheet to its reader")
                .isNotEqualTo(before)
                .allSatisfy((question, answer) -> {
                    if (!Set.of("providers", "page").contains(question)) {
                        assertThat(answer).as(question).isNotEqualTo(before.get(question));
                    }
                });
    }

    @Test
    void aReaderIsAnsweredWithTheContractedPriceBeforeTheList() {
        var revision = send(owner, "first", SHEET, "test:group:buyers").getRevision();
        var buyer = bearer("somebody", "viewers", "buyers");
        var found = search(buyer, revision).get(0);
        assertThat(found.getName()).isEqualTo(AWS + "--first");
        assertThat(found.getPriceBasis()).isEqualTo(PriceBasis.PRICE_BASIS_CONTRACTED);
        assertThat(found.getContractedUnitPrice()).isEqualTo(found.getListUnitPrice());
        assertThat(found.getContractedUnitPrice().getNanos()).isEqualTo(500_000_000);
        assertThat(search(outsider, revision).get(0).getPriceBasis()).isEqualTo(PriceBasis.PRICE_BASIS_LIST);
        assertThat(search(outsider, revision).get(0).hasContractedUnitPrice()).isFalse();
    }

    @Test
    void ownersAndAdminsManageASheetAndSeeNoPriceOfIt() {
        var revision = send(owner, "managed", SHEET, "test:sub:acme").getRevision();
        for (var manager : List.of(owner, admin)) {
            assertThat(sources(manager)).contains("sources/managed");
            assertThat(search(manager, revision)).noneMatch(Offer::hasContractedUnitPrice);
            GrpcError.from(() -> offer(manager, AWS + "--managed", revision))
                    .is(Status.Code.NOT_FOUND, "UNKNOWN_OFFER");
        }
        assertThat(sources(reader)).contains("sources/managed");
        assertThat(sources(outsider)).doesNotContain("sources/managed");
        assertThat(readers(owner, "managed")).containsExactly("test:sub:acme");
        assertThat(readers(reader, "managed")).isEmpty();
    }

    @Test
    void onlyWhoOwnsASheetDecidesAboutItsRows() {
        send(owner, "decided", SHEET, "test:sub:acme");
        var row = rows(owner, "decided").get(0);
        assertThat(rows(bearer("rival", "viewers", "publishers"), "decided")).isEmpty();
        var rival = bearer("rival", "viewers", "publishers");
        GrpcError.from(() -> reject(rival, row)).is(Status.Code.NOT_FOUND, "UNKNOWN_QUARANTINED_ROW");
        GrpcError.from(() -> reject(rival, "quarantined-rows/" + "0".repeat(32)))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_QUARANTINED_ROW");
        reject(owner, row);
    }

    @Test
    void aRivalCannotImportOverASheetNorMakeAPublicSourceOne() {
        send(owner, "taken", SHEET, "test:sub:acme");
        var rival = bearer("rival", "viewers", "publishers");
        GrpcError.from(() -> send(rival, "taken", SHEET)).is(Status.Code.PERMISSION_DENIED, "SHEET_OF_ANOTHER");
        GrpcError.from(() -> send(rival, "taken", SHEET, "test:sub:rival"))
                .is(Status.Code.PERMISSION_DENIED, "SHEET_OF_ANOTHER");
        send(owner, "open", HEADER + "aws,us-east-1,m7i.large,on_demand,0.1008\n");
        GrpcError.from(() -> send(owner, "open", SHEET, "test:sub:acme"))
                .is(Status.Code.FAILED_PRECONDITION, "SOURCE_IS_PUBLIC");
        GrpcError.from(() -> send(owner, "misnamed", SHEET, "acme")).is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
    }

    @Test
    void theSamePricesWithOtherReadersChangeOnlyWhoSeesThem() {
        var first = send(owner, "moved", SHEET, "test:sub:acme");
        await(first.getRevision());
        assertThat(isFound(reader, AWS + "--moved")).isTrue();
        var second = send(owner, "moved", SHEET, "test:sub:other");
        assertThat(second.getOutcome()).isEqualTo(ImportOutcome.IMPORT_OUTCOME_UNCHANGED);
        Awaitility.await().until(() -> !isFound(reader, AWS + "--moved"));
        assertThat(isFound(caller("other"), AWS + "--moved")).isTrue();
        assertThat(history(reader, AWS + "--moved")).isEqualTo("UNKNOWN_OFFER");
        var third = send(owner, "moved", SHEET.replace("17.5", "17.6"));
        await(third.getRevision());
        assertThat(isFound(caller("other"), AWS + "--moved"))
                .as("readers that are not named stay")
                .isTrue();
        assertThat(isFound(reader, AWS + "--moved")).isFalse();
    }

    @Test
    void aWatchTellsItsReadersOfASheetAndOthersOfThePublicChangeBehindIt() {
        var sheet = send(owner, "watched", SHEET, "test:sub:acme");
        var open = send(owner, "watched-list", HEADER + "aws,us-east-1,m7i.large,on_demand,0.1009\n");
        assertThat(told(reader, sheet.getRevision(), open.getRevision()))
                .hasSize(4)
                .contains(AWS + "--watched");
        assertThat(told(outsider, sheet.getRevision(), open.getRevision()))
                .containsExactly("offers/aws.us-east-1.m7i-large.on-demand--watched-list");
    }

    @Test
    void aServiceThatCallsOnBehalfOfSomebodySeesWhatThatOneMaySee() {
        var revision = send(owner, "behalf", SHEET, "test:sub:acme").getRevision();
        await(revision);
        assertThat(isFound(onBehalf("test-service", "Bearer " + token("acme")), AWS + "--behalf"))
                .isTrue();
        assertThat(isFound(onBehalf("acme", "nobody"), AWS + "--behalf")).isFalse();
        assertThat(isFound(onBehalf("acme", "Bearer " + token("stranger")), AWS + "--behalf"))
                .isFalse();
        assertThat(isFound(onBehalf("acme", "Bearer no.such.token"), AWS + "--behalf"))
                .isFalse();
    }

    @Test
    void metricsNameNoSheet() {
        send(owner, "unmeasured", SHEET, "test:sub:acme");
        send(owner, "measured", HEADER + "aws,us-east-1,m7i.large,on_demand,0.1008\n");
        Awaitility.await().until(() -> scraped().contains("measured"));
        assertThat(scraped()).doesNotContain("unmeasured");
    }

    /** One answer of each method that reads, by what was asked. */
    private Map<String, String> answers(CallCredentials caller, String source) {
        var catalog = as(caller, CatalogServiceGrpc.newBlockingStub(channel));
        var quotes = as(caller, QuoteServiceGrpc.newBlockingStub(channel));
        var h100 = OfferRequirement.newBuilder().addAccelerators("H100-SXM");
        var now = Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() + 1);
        var usage = Usage.newBuilder()
                .setAcceleratorCount(8)
                .setDuration(Duration.newBuilder().setSeconds(730 * 3600));
        var answers = new LinkedHashMap<String, String>();
        answers.put("offer", said(() -> catalog.getOffer(name(AWS + "--" + source))));
        answers.put(
                "offer of a time",
                said(() -> catalog.getOffer(name(AWS + "--" + source).toBuilder()
                        .setEffectiveTime(now)
                        .build())));
        answers.put(
                "history",
                said(() -> catalog.listPriceHistory(ListPriceHistoryRequest.newBuilder()
                        .setName(AWS + "--" + source)
                        .build())));
        answers.put(
                "list",
                said(() -> catalog.listOffers(ListOffersRequest.newBuilder()
                        .setPageSize(1000)
                        .setRequirement(h100)
                        .build())));
        answers.put(
                "page",
                said(() -> catalog.searchOffers(SearchOffersRequest.newBuilder()
                        .setPageSize(2)
                        .setRequirement(h100)
                        .build())));
        answers.put(
                "search",
                said(() -> catalog.searchOffers(SearchOffersRequest.newBuilder()
                        .setPageSize(1000)
                        .setRequirement(h100)
                        .build())));
        answers.put(
                "search of a time",
                said(() -> catalog.searchOffers(SearchOffersRequest.newBuilder()
                        .setPageSize(1000)
                        .setRequirement(h100)
                        .setEffectiveTime(now)
                        .build())));
        answers.put(
                "quote",
                said(() -> quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder().setRequirement(h100).setUsage(usage))
                        .build())));
        answers.put(
                "quote by name",
                said(() -> quotes.quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder()
                                .setOffer(AWS + "--" + source)
                                .setUsage(usage))
                        .build())));
        answers.put(
                "compare",
                said(() -> quotes.compareDeployments(CompareDeploymentsRequest.newBuilder()
                        .setRequirement(h100)
                        .setUsage(usage)
                        .build())));
        answers.put(
                "summary",
                said(() -> as(caller, StatisticsServiceGrpc.newBlockingStub(channel))
                        .summarizePrices(SummarizePricesRequest.newBuilder()
                                .setRequirement(h100)
                                .build())));
        answers.put(
                "sources",
                said(() -> as(caller, SourceServiceGrpc.newBlockingStub(channel))
                        .listSources(ListSourcesRequest.getDefaultInstance())));
        answers.put(
                "imports",
                said(() -> as(caller, ImportServiceGrpc.newBlockingStub(channel))
                        .listImports(ListImportsRequest.getDefaultInstance())));
        answers.put(
                "rows",
                said(() -> as(caller, QuarantineServiceGrpc.newBlockingStub(channel))
                        .listQuarantinedRows(ListQuarantinedRowsRequest.getDefaultInstance())));
        answers.put(
                "providers",
                said(() -> as(caller, ProviderServiceGrpc.newBlockingStub(channel))
                        .listProviders(ListProvidersRequest.getDefaultInstance())));
        return answers;
    }

    private String scraped() {
        return given().when().get(metrics).then().extract().asString();
    }

    private static GetOfferRequest name(String name) {
        return GetOfferRequest.newBuilder().setName(name).build();
    }

    /** All of an answer but what is of the moment, or all of a refusal. */
    private static String said(Supplier<Message> call) {
        try {
            return lasting(call.get()).toString();
        } catch (StatusRuntimeException refused) {
            var details = StatusProto.fromThrowable(refused);
            return String.valueOf(details);
        }
    }

    private static Message lasting(Message message) {
        var lasting = message.toBuilder();
        message.getAllFields().forEach((field, value) -> {
            if (OF_THE_MOMENT.contains(field.getName())) {
                lasting.clearField(field);
            } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField()) {
                lasting.setField(field, lasting(field, value));
            }
        });
        return lasting.build();
    }

    private static Object lasting(FieldDescriptor field, Object value) {
        return field.isRepeated()
                ? ((List<?>) value)
                        .stream().map(each -> lasting((Message) each)).toList()
                : lasting((Message) value);
    }

    private List<Offer> search(CallCredentials caller, long revision) {
        return as(caller, CatalogServiceGrpc.newBlockingStub(channel))
                .searchOffers(SearchOffersRequest.newBuilder()
                        .setRequirement(OfferRequirement.newBuilder()
                                .addAccelerators("H100-SXM")
                                .addAllowedProviders("aws")
                                .addCommercialModels(CommercialModel.COMMERCIAL_MODEL_ON_DEMAND))
                        .setMinRevision(revision)
                        .build())
                .getOffersList();
    }

    private Offer offer(CallCredentials caller, String name, long revision) {
        return as(caller, CatalogServiceGrpc.newBlockingStub(channel))
                .getOffer(GetOfferRequest.newBuilder()
                        .setName(name)
                        .setMinRevision(revision)
                        .build())
                .getOffer();
    }

    private boolean isFound(CallCredentials caller, String name) {
        try {
            return !offer(caller, name, 0).getName().isEmpty();
        } catch (StatusRuntimeException unknown) {
            return false;
        }
    }

    private String history(CallCredentials caller, String name) {
        return GrpcError.from(() -> as(caller, CatalogServiceGrpc.newBlockingStub(channel))
                        .listPriceHistory(ListPriceHistoryRequest.newBuilder()
                                .setName(name)
                                .build()))
                .reason();
    }

    private void await(long revision) {
        assertThat(search(outsider, revision)).isNotEmpty();
    }

    private List<String> sources(CallCredentials caller) {
        return as(caller, SourceServiceGrpc.newBlockingStub(channel))
                .listSources(ListSourcesRequest.getDefaultInstance())
                .getSourcesList()
                .stream()
                .map(source -> source.getName())
                .toList();
    }

    private List<String> readers(CallCredentials caller, String source) {
        return as(caller, SourceServiceGrpc.newBlockingStub(channel))
                .listSources(ListSourcesRequest.getDefaultInstance())
                .getSourcesList()
                .stream()
                .filter(each -> each.getName().equals("sources/" + source))
                .findFirst()
                .orElseThrow()
                .getReadersList();
    }

    private List<String> rows(CallCredentials caller, String source) {
        return as(caller, QuarantineServiceGrpc.newBlockingStub(channel))
                .listQuarantinedRows(ListQuarantinedRowsRequest.newBuilder()
                        .setSource(source)
                        .build())
                .getQuarantinedRowsList()
                .stream()
                .map(row -> row.getName())
                .toList();
    }

    private void reject(CallCredentials caller, String row) {
        as(caller, QuarantineServiceGrpc.newBlockingStub(channel))
                .rejectQuarantinedRow(
                        RejectQuarantinedRowRequest.newBuilder().setName(row).build());
    }

    /** Names of the offers whose changes are told from a revision to another. */
    private List<String> told(CallCredentials caller, long from, long to) {
        var call = Context.current().withCancellation();
        try {
            return call.wrap(() -> {
                        var stream = as(caller, CatalogServiceGrpc.newBlockingStub(channel))
                                .withDeadlineAfter(20, TimeUnit.SECONDS)
                                .watchOffers(WatchOffersRequest.newBuilder()
                                        .setStartRevision(from)
                                        .build());
                        return names(stream, to);
                    })
                    .call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            call.cancel(null);
        }
    }

    private static List<String> names(Iterator<WatchOffersResponse> stream, long to) {
        var names = new ArrayList<String>();
        for (long next = 0; next <= to; ) {
            var message = stream.next();
            message.getChangesList()
                    .forEach(change -> names.add(change.getOffer().getName()));
            next = message.getNextRevision();
        }
        return names;
    }

    private PriceImport send(CallCredentials caller, String source, String file, String... readers) {
        var header = FileHeader.newBuilder()
                .setImport(ImportHeader.newBuilder()
                        .setSource(source)
                        .setDocument("sheet.csv")
                        .setAcceptLoss(true)
                        .addAllReaders(List.of(readers))
                        .setRequestId(UUID.randomUUID().toString()))
                .setFormat(ImportFormat.IMPORT_FORMAT_CSV)
                .build();
        var last = new CompletableFuture<PriceImport>();
        var in = as(caller, ImportServiceGrpc.newStub(channel)).importFile(new StreamObserver<>() {
            private @Nullable ImportFileResponse newest;

            @Override
            public void onNext(ImportFileResponse answer) {
                newest = answer;
            }

            @Override
            public void onError(Throwable failed) {
                last.completeExceptionally(failed);
            }

            @Override
            public void onCompleted() {
                last.complete(Objects.requireNonNull(newest).getPriceImport());
            }
        });
        in.onNext(ImportFileRequest.newBuilder().setHeader(header).build());
        in.onNext(ImportFileRequest.newBuilder()
                .setChunk(ByteString.copyFromUtf8(file))
                .build());
        in.onCompleted();
        try {
            return last.join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

    private static <S extends AbstractStub<S>> S as(CallCredentials caller, S stub) {
        return stub.withCallCredentials(caller);
    }

    private CallCredentials caller(String subject) {
        return bearer(subject, "viewers");
    }

    private CallCredentials bearer(String subject, String... groups) {
        return SecuredCalls.bearer(issuer.token(subject).groups(groups).signed());
    }

    private String token(String subject) {
        return issuer.token(subject).signed();
    }

    private CallCredentials onBehalf(String subject, String behalf) {
        return SecuredCalls.onBehalf(
                "Bearer " + issuer.token(subject).groups("viewers").signed(), behalf);
    }

    /** Its imports are in no catalog that another test asks. */
    public static final class Shared extends Secured {
        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("emplace.pricing.imports.look-interval", "200ms");
            return overrides;
        }
    }
}
