package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.FileHeader;
import dev.emplace.api.pricing.v1.ImportFileRequest;
import dev.emplace.api.pricing.v1.ImportFileResponse;
import dev.emplace.api.pricing.v1.ImportFormat;
import dev.emplace.api.pricing.v1.ImportHeader;
import dev.emplace.api.pricing.v1.ImportServiceGrpc;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.PriceGroup;
import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.api.pricing.v1.ShareBand;
import dev.emplace.api.pricing.v1.StatisticsServiceGrpc;
import dev.emplace.api.pricing.v1.SummarizePricesRequest;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Spot is 60 to 80% off", asked of spot prices by zone that are spread as those of AWS' p5 were in July 2026. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SpotByZoneTest.Alone.class)
class SpotByZoneTest {

    private static final BigDecimal ON_DEMAND = new BigDecimal("55.04");

    /** Made up: 23 zones, the median 71% off, 15 in the band, 4 at the on-demand price. */
    private static final List<String> ZONES = List.of(
            "us-east-2a 0",
            "us-east-2b 0.60",
            "us-east-2c 0.84",
            "us-west-2a 0.62",
            "us-west-2b 0.71",
            "us-west-2c 0",
            "us-west-2d 0.80",
            "eu-north-1a 0.64",
            "eu-north-1b 0.78",
            "eu-north-1c 0.85",
            "ap-northeast-1a 0.66",
            "ap-northeast-1c 0.76",
            "ap-northeast-1d 0",
            "ap-south-1a 0.68",
            "ap-south-1b 0.75",
            "ap-south-1c 0.86",
            "sa-east-1a 0.69",
            "sa-east-1b 0.74",
            "sa-east-1c 0",
            "eu-west-2a 0.70",
            "eu-west-2b 0.73",
            "ap-southeast-2a 0.72",
            "ap-southeast-2b 0.87");

    private final ManagedChannel channel = GrpcCalls.channel();

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void theClaimIsAnsweredZoneByZone() {
        var spot = summary(imported().getRevision());
        assertThat(spot.getDiscounts().getCount()).isEqualTo(23);
        assertThat(new BigDecimal(spot.getDiscounts().getMedian().getValue())).isEqualByComparingTo("0.71");
        assertThat(spot.getDiscountBands().getBelowCount()).isEqualTo(4);
        assertThat(spot.getDiscountBands().getWithinCount()).isEqualTo(15);
        assertThat(spot.getDiscountBands().getAboveCount()).isEqualTo(4);
        assertThat(spot.getUndiscountedCount()).isEqualTo(4);
    }

    private PriceGroup summary(long revision) {
        return StatisticsServiceGrpc.newBlockingStub(channel)
                .summarizePrices(SummarizePricesRequest.newBuilder()
                        .setRequirement(OfferRequirement.newBuilder()
                                .addAccelerators("H100-SXM")
                                .addAllowedProviders("aws")
                                .addAllRegions(ZONES.stream()
                                        .map(SpotByZoneTest::region)
                                        .distinct()
                                        .toList()))
                        .setPublishedDiscount(ShareBand.newBuilder()
                                .setMinimumShare(decimal("0.6"))
                                .setMaximumShare(decimal("0.8")))
                        .setMinRevision(revision)
                        .build())
                .getGroupsList()
                .stream()
                .filter(group -> group.getCommercialModel() == CommercialModel.COMMERCIAL_MODEL_SPOT)
                .findFirst()
                .orElseThrow();
    }

    private static String region(String zone) {
        var name = zone.substring(0, zone.indexOf(' '));
        return name.substring(0, name.length() - 1);
    }

    private static String row(String zone) {
        var parts = zone.split(" ", -1);
        var spot = ON_DEMAND.multiply(BigDecimal.ONE.subtract(new BigDecimal(parts[1])));
        return "p5.48xlarge,192.0,2048.0,H100,8.0,," + region(zone) + "," + parts[0] + "," + ON_DEMAND + ","
                + spot.toPlainString();
    }

    private static Decimal decimal(String value) {
        return Decimal.newBuilder().setValue(value).build();
    }

    private PriceImport imported() {
        var file =
                "InstanceType,vCPUs,MemoryGiB,AcceleratorName,AcceleratorCount,GPUInfo,Region,AvailabilityZone,Price,"
                        + "SpotPrice\n"
                        + String.join(
                                "\n", ZONES.stream().map(SpotByZoneTest::row).toList()) + "\n";
        var last = new CompletableFuture<PriceImport>();
        var in = ImportServiceGrpc.newStub(channel).importFile(new StreamObserver<>() {
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
                last.complete(newest == null ? PriceImport.getDefaultInstance() : newest.getPriceImport());
            }
        });
        in.onNext(ImportFileRequest.newBuilder()
                .setHeader(FileHeader.newBuilder()
                        .setImport(ImportHeader.newBuilder()
                                .setSource("aws-zones")
                                .setDocument("zones.csv")
                                .setRequestId(UUID.randomUUID().toString()))
                        .setFormat(ImportFormat.IMPORT_FORMAT_SKYPILOT)
                        .setProvider("aws"))
                .build());
        in.onNext(ImportFileRequest.newBuilder()
                .setChunk(ByteString.copyFromUtf8(file))
                .build());
        in.onCompleted();
        return last.join();
    }

    /** Its imports are in no catalog that another test asks. */
    public static final class Alone implements QuarkusTestProfile {}
}
