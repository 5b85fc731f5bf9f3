package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.GetAcceleratorRequest;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.ListAcceleratorsRequest;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.PriceAbsence;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CatalogServiceTest {

    private static ManagedChannel channel = GrpcCalls.channel(1);
    private static CatalogServiceGrpc.CatalogServiceBlockingStub catalog = CatalogServiceGrpc.newBlockingStub(channel);

    @BeforeAll
    static void connect() {
        channel.shutdownNow();
        channel = GrpcCalls.channel();
        catalog = CatalogServiceGrpc.newBlockingStub(channel);
    }

    @AfterAll
    static void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void anAcceleratorIsFoundByNameIdAndNodeLabel() {
        for (var name : List.of(
                "accelerators/nvidia-h100-sxm-80gb",
                "nvidia-h100-sxm-80gb",
                "NVIDIA-H100-80GB-HBM3",
                "nvidia.com/gpu.product=NVIDIA-H100-80GB-HBM3",
                "p5.48xlarge")) {
            var answer = catalog.getAccelerator(
                    GetAcceleratorRequest.newBuilder().setName(name).build());
            assertThat(answer.getAccelerator().getName()).as(name).isEqualTo("accelerators/nvidia-h100-sxm-80gb");
            assertThat(answer.getAccelerator().getMemoryBytes()).isEqualTo(85_899_345_920L);
            assertThat(answer.getAccelerator().getTdpWatts()).isEqualTo(700);
            assertThat(answer.getRevision()).isPositive();
        }
    }

    @Test
    void anAmbiguousAcceleratorIsAnsweredWithTheChoices() {
        var error = GrpcError.from(() -> catalog.getAccelerator(
                GetAcceleratorRequest.newBuilder().setName("H100").build()));
        error.is(Status.Code.FAILED_PRECONDITION, "AMBIGUOUS_ACCELERATOR").violates("name");
        assertThat(error.metadata().get("choices"))
                .isEqualTo("nvidia-h100-nvl-94gb, nvidia-h100-pcie-80gb, nvidia-h100-sxm-80gb");
    }

    @Test
    void anUnknownAcceleratorIsAnsweredWithTheNearestNames() {
        var error = GrpcError.from(() -> catalog.getAccelerator(GetAcceleratorRequest.newBuilder()
                .setName("nvidia-h100-sxm-80bg")
                .build()));
        error.is(Status.Code.NOT_FOUND, "UNKNOWN_ACCELERATOR").violates("name");
        assertThat(error.metadata().get("suggestions")).contains("nvidia-h100-sxm-80gb");
    }

    @Test
    void anEmptyNameIsRefused() {
        GrpcError.from(() -> catalog.getAccelerator(GetAcceleratorRequest.getDefaultInstance()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("name");
    }

    @Test
    void acceleratorsAreListedPageByPage() {
        var seen = new ArrayList<String>();
        var request = ListAcceleratorsRequest.newBuilder().setPageSize(5).build();
        while (true) {
            var page = catalog.listAccelerators(request);
            assertThat(page.getAcceleratorsCount()).isBetween(1, 5);
            page.getAcceleratorsList().forEach(accelerator -> seen.add(accelerator.getName()));
            if (page.getNextPageToken().isEmpty()) {
                break;
            }
            request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(12);
    }

    @Test
    void acceleratorsOfOneMakerAreListed() {
        var answer = catalog.listAccelerators(
                ListAcceleratorsRequest.newBuilder().setVendor("amd").build());
        assertThat(answer.getAcceleratorsList())
                .isNotEmpty()
                .allMatch(accelerator -> accelerator.getVendor().equals("amd"));
    }

    @Test
    void anUnknownMakerIsRefused() {
        GrpcError.from(() -> catalog.listAccelerators(
                        ListAcceleratorsRequest.newBuilder().setVendor("nvidea").build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("vendor");
    }

    @Test
    void anOfferSaysWhatItCostsAndWhoSaysSo() {
        var offer = offer("offers/aws.us-east-1.p5-48xlarge.on-demand");
        assertThat(offer.getListUnitPrice())
                .isEqualTo(Money.newBuilder()
                        .setCurrencyCode("USD")
                        .setUnits(55)
                        .setNanos(40_000_000)
                        .build());
        assertThat(offer.getAcceleratorUnitPrice())
                .isEqualTo(Money.newBuilder()
                        .setCurrencyCode("USD")
                        .setUnits(6)
                        .setNanos(880_000_000)
                        .build());
        assertThat(offer.getMachine().getVcpuCount()).isEqualTo(192);
        assertThat(offer.getMachine().getFabric()).isEqualTo("EFA 3200 Gbit/s");
        assertThat(offer.getSource().getDocument()).contains("AWS list price");
        assertThat(offer.getPriceAge().getSeconds()).isPositive();
        assertThat(offer.getConfidence()).isBetween(0.5, 0.95);
    }

    @Test
    void anOfferWithoutAPriceSaysWhy() {
        var offer = offer("offers/aws.us-east-1.p5e-48xlarge.on-demand");
        assertThat(offer.hasListUnitPrice()).isFalse();
        assertThat(offer.getPriceAbsence()).isEqualTo(PriceAbsence.PRICE_ABSENCE_CAPACITY_BLOCK_ONLY);
    }

    @Test
    void anOwnedOfferNamesItsSite() {
        var offer = offer("offers/digital-realty.ashburn-colo.hgx-h100.owned");
        assertThat(offer.getPlace().getSite()).isEqualTo("sites/ashburn-colo");
        assertThat(offer.getPlace().getProviderKind()).isEqualTo(ProviderKind.PROVIDER_KIND_COLOCATION);
    }

    @Test
    void anUnknownOfferIsNotFound() {
        GrpcError.from(() -> offer("offers/nowhere"))
                .is(Status.Code.NOT_FOUND, "UNKNOWN_OFFER")
                .violates("name");
    }

    @Test
    void aMalformedOfferNameIsRefused() {
        GrpcError.from(() -> offer("nowhere"))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("name");
    }

    @Test
    void offersAreListedPageByPageWithAndWithoutPrice() {
        var seen = new ArrayList<Offer>();
        var request = ListOffersRequest.newBuilder().setPageSize(20).build();
        while (true) {
            var page = catalog.listOffers(request);
            seen.addAll(page.getOffersList());
            if (page.getNextPageToken().isEmpty()) {
                break;
            }
            request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
        }
        assertThat(seen)
                .extracting(Offer::getName)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(45);
        assertThat(seen).anyMatch(offer -> !offer.hasListUnitPrice());
        assertThat(seen).allMatch(offer -> offer.getSource().hasObservedTime());
    }

    @Test
    void aSearchRanksTheCheapestFirst() {
        var offers = search(OfferRequirement.newBuilder()
                .addAccelerators("H100-SXM")
                .addCommercialModels(CommercialModel.COMMERCIAL_MODEL_ON_DEMAND)
                .build());
        assertThat(offers).hasSize(10);
        assertThat(offers.get(0).getPlace().getProvider()).isEqualTo("verda");
        assertThat(offers).extracting(CatalogServiceTest::acceleratorNanos).isSorted();
        assertThat(offers)
                .allMatch(offer -> offer.getMachine().getAccelerator().equals("accelerators/nvidia-h100-sxm-80gb"));
    }

    @Test
    void aSearchForSoManyAcceleratorsRanksWhatTheyCostInWholeMachines() {
        var offers = search(OfferRequirement.newBuilder()
                .addAccelerators("H100-SXM")
                .setAcceleratorCount(1)
                .addAllowedProviders("lambda")
                .build());
        assertThat(offers.get(0).getName()).isEqualTo("offers/lambda.europe-central-1.gpu-1x-h100-sxm5.on-demand");
    }

    @Test
    void aSearchKeepsToTheJurisdiction() {
        var offers = search(OfferRequirement.newBuilder()
                .addJurisdictions("EU")
                .addDeniedProviders("verda")
                .setMinimumAcceleratorMemoryBytes(80L << 30)
                .build());
        assertThat(offers)
                .isNotEmpty()
                .noneMatch(offer -> offer.getPlace().getProvider().equals("verda"));
        assertThat(offers)
                .allMatch(offer -> offer.getPlace().getProviderKind() == ProviderKind.PROVIDER_KIND_DEVICE
                        || List.of("BE", "DE", "FI", "FR", "NL", "SE")
                                .contains(offer.getPlace().getCountry()));
    }

    @Test
    void aSearchKeepsToTheMostThatAnAcceleratorHourMayCost() {
        var offers = search(OfferRequirement.newBuilder()
                .addAccelerators("H100-SXM")
                .setMaximumAcceleratorUnitPrice(
                        Money.newBuilder().setCurrencyCode("USD").setUnits(2))
                .build());
        assertThat(offers).isNotEmpty().allMatch(offer -> acceleratorNanos(offer) <= 2_000_000_000L);
    }

    @Test
    void searchPagesJoinWithoutLossOrRepetition() {
        var all = search(OfferRequirement.getDefaultInstance(), 1000);
        var seen = new ArrayList<Offer>();
        var request = SearchOffersRequest.newBuilder().setPageSize(7).build();
        while (true) {
            var page = catalog.searchOffers(request);
            seen.addAll(page.getOffersList());
            if (page.getNextPageToken().isEmpty()) {
                break;
            }
            request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
        }
        assertThat(seen)
                .extracting(Offer::getName)
                .containsExactlyElementsOf(all.stream().map(Offer::getName).toList());
        assertThat(new HashSet<>(seen)).hasSize(seen.size());
    }

    @Test
    void aTokenOfAnotherFilterIsRefused() {
        var token = catalog.searchOffers(
                        SearchOffersRequest.newBuilder().setPageSize(2).build())
                .getNextPageToken();
        GrpcError.from(() -> catalog.searchOffers(SearchOffersRequest.newBuilder()
                        .setPageToken(token)
                        .setRequirement(OfferRequirement.newBuilder().addAccelerators("L4"))
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_PAGE_TOKEN")
                .violates("page_token");
    }

    @Test
    void aTokenThatWasNeverIssuedIsRefused() {
        GrpcError.from(() -> catalog.listOffers(
                        ListOffersRequest.newBuilder().setPageToken("nonsense").build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_PAGE_TOKEN")
                .violates("page_token");
    }

    @Test
    void everyFieldOutOfItsRangeIsNamedAtOnce() {
        GrpcError.from(() -> catalog.searchOffers(SearchOffersRequest.newBuilder()
                        .setPageSize(-1)
                        .setRequirement(OfferRequirement.newBuilder()
                                .setAcceleratorCount(-8)
                                .setMinimumAcceleratorMemoryBytes(-1))
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("page_size", "requirement.accelerator_count", "requirement.minimum_accelerator_memory_bytes");
    }

    @Test
    void anAmbiguousAcceleratorInARequirementIsNamedByItsPath() {
        GrpcError.from(() -> search(OfferRequirement.newBuilder()
                        .addAccelerators("L4")
                        .addAccelerators("A100")
                        .build()))
                .is(Status.Code.FAILED_PRECONDITION, "AMBIGUOUS_ACCELERATOR")
                .violates("requirement.accelerators[1]");
    }

    @Test
    void aJurisdictionThatIsNoneIsRefused() {
        GrpcError.from(() -> search(
                        OfferRequirement.newBuilder().addJurisdictions("USA").build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("requirement.jurisdictions[0]");
    }

    @Test
    void aBoundInAnotherCurrencyIsRefused() {
        GrpcError.from(() -> search(OfferRequirement.newBuilder()
                        .setMaximumAcceleratorUnitPrice(Money.newBuilder().setCurrencyCode("EUR"))
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("requirement.maximum_accelerator_unit_price.currency_code");
    }

    @Test
    void aRevisionThatDoesNotComeIsReportedBeforeTheDeadline() {
        var error = GrpcError.from(() -> catalog.withDeadlineAfter(10, TimeUnit.SECONDS)
                .getOffer(GetOfferRequest.newBuilder()
                        .setName("offers/aws.us-east-1.p5-48xlarge.on-demand")
                        .setMinRevision(Long.MAX_VALUE)
                        .build()));
        error.is(Status.Code.UNAVAILABLE, "REVISION_NOT_REACHED");
        assertThat(error.retry()).isPresent();
    }

    private static Offer offer(String name) {
        return catalog.getOffer(GetOfferRequest.newBuilder().setName(name).build())
                .getOffer();
    }

    private static List<Offer> search(OfferRequirement requirement) {
        return search(requirement, 0);
    }

    private static List<Offer> search(OfferRequirement requirement, int pageSize) {
        return catalog.searchOffers(SearchOffersRequest.newBuilder()
                        .setRequirement(requirement)
                        .setPageSize(pageSize)
                        .build())
                .getOffersList();
    }

    private static long acceleratorNanos(Offer offer) {
        var price = offer.getAcceleratorUnitPrice();
        return price.getUnits() * 1_000_000_000L + price.getNanos();
    }
}
