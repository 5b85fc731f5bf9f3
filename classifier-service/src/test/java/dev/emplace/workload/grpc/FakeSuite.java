package dev.emplace.workload.grpc;

import com.google.protobuf.Timestamp;
import com.google.type.Decimal;
import com.google.type.LatLng;
import com.google.type.Money;
import dev.emplace.api.power.v1.AssessCapacityRequest;
import dev.emplace.api.power.v1.AssessCapacityResponse;
import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.CapacityServiceGrpc;
import dev.emplace.api.power.v1.DrawEstimate;
import dev.emplace.api.power.v1.SiteSummary;
import dev.emplace.api.pricing.v1.Accelerator;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.FormFactor;
import dev.emplace.api.pricing.v1.Interruptions;
import dev.emplace.api.pricing.v1.ListAcceleratorsRequest;
import dev.emplace.api.pricing.v1.ListAcceleratorsResponse;
import dev.emplace.api.pricing.v1.Machine;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Place;
import dev.emplace.api.pricing.v1.PriceSource;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.pricing.v1.QuoteResult;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.QuoteUsageResponse;
import dev.emplace.api.pricing.v1.Rework;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** pricing-service and power-service as the classifier meets them, in this process; each can be told to be away. */
public final class FakeSuite implements QuarkusTestResourceLifecycleManager {
    static final String H100 = "accelerators/nvidia-h100-sxm-80gb";

    /** Whether a service answers, refuses, or never answers. */
    enum Mood {
        WELL,
        AWAY,
        SILENT
    }

    // The test runs in another class loader than this resource.
    private static final String PRICING = "emplace.test.pricing";
    private static final String POWER = "emplace.test.power";
    private static final String REACHED = ".reached";

    private List<Server> servers = List.of();

    static void pricingIs(Mood mood) {
        System.setProperty(PRICING, mood.name());
    }

    static void powerIs(Mood mood) {
        System.setProperty(POWER, mood.name());
    }

    @Override
    public Map<String, String> start() {
        Server pricing =
                serving(ServerBuilder.forPort(0).addService(new Catalog()).addService(new Quotes()));
        Server power = serving(ServerBuilder.forPort(0).addService(new Power()).addService(new FakeReservations()));
        servers = List.of(pricing, power);
        return Map.of(
                "emplace.pricing.address",
                "127.0.0.1:" + pricing.getPort(),
                "emplace.power.address",
                "127.0.0.1:" + power.getPort(),
                "emplace.power.timeout",
                "500ms",
                "emplace.pricing.timeout",
                "1s");
    }

    private static Server serving(ServerBuilder<?> server) {
        try {
            return server.build().start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @Override
    public void stop() {
        servers.forEach(Server::shutdownNow);
    }

    /** Calls that have reached power-service; attempts of a retry count each. */
    static int powerReached() {
        return Integer.getInteger(POWER + REACHED, 0);
    }

    private static synchronized void count(String service) {
        System.setProperty(service + REACHED, Integer.toString(Integer.getInteger(service + REACHED, 0) + 1));
    }

    private static <R> void answer(String service, StreamObserver<R> out, R response) {
        count(service);
        switch (Mood.valueOf(System.getProperty(service, Mood.WELL.name()))) {
            case WELL -> {
                out.onNext(response);
                out.onCompleted();
            }
            case AWAY -> out.onError(Status.UNAVAILABLE.asRuntimeException());
            case SILENT -> {}
        }
    }

    private static final class Catalog extends CatalogServiceGrpc.CatalogServiceImplBase {
        @Override
        public void listAccelerators(ListAcceleratorsRequest request, StreamObserver<ListAcceleratorsResponse> out) {
            Accelerator h100 = Accelerator.newBuilder()
                    .setName(H100)
                    .setDisplayName("NVIDIA H100 SXM 80 GB")
                    .setFormFactor(FormFactor.FORM_FACTOR_SXM)
                    .setMemoryBytes(80L << 30)
                    .setMemoryBandwidthBytesPerSecond(3_350_000_000_000L)
                    .setBf16Flops(989_000_000_000_000L)
                    .setTdpWatts(700)
                    .addAliases("H100")
                    .build();
            answer(
                    PRICING,
                    out,
                    ListAcceleratorsResponse.newBuilder()
                            .addAccelerators(h100)
                            .setRevision(5)
                            .build());
        }
    }

    private static final class Quotes extends QuoteServiceGrpc.QuoteServiceImplBase {
        @Override
        public void quoteUsage(QuoteUsageRequest request, StreamObserver<QuoteUsageResponse> out) {
            QuoteUsageResponse.Builder response =
                    QuoteUsageResponse.newBuilder().setRevision(5);
            request.getItemsList().forEach(item -> {
                QuoteResult.Builder result = response.addResultsBuilder()
                        .setItemId(item.getItemId())
                        .addQuotes(quote("gpu-cloud", ProviderKind.PROVIDER_KIND_GPU_CLOUD, "", 25))
                        .addQuotes(quote("hall", ProviderKind.PROVIDER_KIND_COLOCATION, "sites/hall", 22));
                if (item.getUsage().hasInterruptions()) {
                    result.addQuotes(interrupted(item.getUsage().getInterruptions()));
                }
                if (item.getRequirement().hasNeededStartTime()) {
                    result.addQuotes(block(item.getRequirement().getNeededStartTime()));
                }
            });
            answer(PRICING, out, response.build());
        }

        /** Spot, whose work takes as much longer as its machines are taken back in an hour. */
        private static Quote interrupted(Interruptions interruptions) {
            Quote.Builder spot = quote("spot-cloud", ProviderKind.PROVIDER_KIND_GPU_CLOUD, "", 10).toBuilder()
                    .setRework(Rework.newBuilder().setElapsedShare(interruptions.getMachineRatePerHour()));
            spot.getOfferBuilder().setCommercialModel(CommercialModel.COMMERCIAL_MODEL_SPOT);
            return spot.build();
        }

        /** A block whose machines are there from the needed time on. */
        private static Quote block(Timestamp from) {
            Quote.Builder block =
                    quote("block-" + from.getSeconds(), ProviderKind.PROVIDER_KIND_GPU_CLOUD, "", 20).toBuilder();
            block.getOfferBuilder()
                    .setCommercialModel(CommercialModel.COMMERCIAL_MODEL_CAPACITY_BLOCK)
                    .setBlockStartTime(from);
            return block.build();
        }

        private static Quote quote(String provider, ProviderKind kind, String site, long usd) {
            boolean owned = !site.isEmpty();
            Money price =
                    Money.newBuilder().setCurrencyCode("USD").setUnits(usd).build();
            return Quote.newBuilder()
                    .setOffer(Offer.newBuilder()
                            .setName("offers/" + provider)
                            .setPlace(Place.newBuilder()
                                    .setProvider(provider)
                                    .setProviderKind(kind)
                                    .setRegion("eu-1")
                                    .setCountry("DE")
                                    .setLocation(LatLng.newBuilder()
                                            .setLatitude(50.1)
                                            .setLongitude(8.7))
                                    .setSite(site))
                            .setMachine(Machine.newBuilder()
                                    .setAccelerator(H100)
                                    .setAcceleratorCount(Decimal.newBuilder().setValue("8"))
                                    .setFabric("InfiniBand"))
                            .setCommercialModel(
                                    owned
                                            ? CommercialModel.COMMERCIAL_MODEL_OWNED
                                            : CommercialModel.COMMERCIAL_MODEL_ON_DEMAND)
                            .setConfidence(0.9)
                            .setSource(PriceSource.newBuilder()
                                    .setDocument("list")
                                    .setObservedTime(Timestamp.newBuilder().setSeconds(1_785_700_000))))
                    .setMachineCount(1)
                    .setHourlyPrice(price)
                    .setTotalPrice(price.toBuilder().setUnits(usd * 730))
                    .build();
        }
    }

    private static final class Power extends CapacityServiceGrpc.CapacityServiceImplBase {
        @Override
        public void assessCapacity(AssessCapacityRequest request, StreamObserver<AssessCapacityResponse> out) {
            AssessCapacityResponse.Builder response = AssessCapacityResponse.newBuilder()
                    .addSites(SiteSummary.newBuilder()
                            .setSite("sites/hall")
                            .setCountry("DE")
                            .setEnergyUnitPrice(
                                    Money.newBuilder().setCurrencyCode("USD").setNanos(120_000_000))
                            .setRevision(9));
            request.getItemsList()
                    .forEach(item -> response.addAssessments(Assessment.newBuilder()
                            .setItemId(item.getItemId())
                            .setSite("sites/hall")
                            .setFits(true)
                            .setHeadroomWatts(40_000)
                            .setPue(Decimal.newBuilder().setValue("1.3"))
                            .setDraw(DrawEstimate.newBuilder().setP50Watts(7_000))));
            answer(POWER, out, response.build());
        }
    }
}
