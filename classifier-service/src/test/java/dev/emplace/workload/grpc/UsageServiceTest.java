package dev.emplace.workload.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.workload.v1.ClassifyUsageRequest;
import dev.emplace.api.workload.v1.ClassifyUsageResponse;
import dev.emplace.api.workload.v1.UsageClass;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
class UsageServiceTest extends ServiceCalls {
    /** A week by the hour: 20 at night, 100 by day. */
    private static ClassifyUsageRequest.Builder week() {
        ClassifyUsageRequest.Builder request = ClassifyUsageRequest.newBuilder();
        for (int hour = 0; hour < 168; hour++) {
            request.addTimes(hour * 3_600L).addLoads(hour % 24 < 8 ? 20 : 100);
        }
        return request;
    }

    @Test
    void aDayAndNightLoadIsDiurnalAndItsNightIsCommitted() {
        ClassifyUsageResponse response = classifier()
                .classifyUsage(
                        week().setCommitmentPriceRatio(0.7).setUnitLoad(10).build());
        assertThat(response.getUsageClass()).isEqualTo(UsageClass.USAGE_CLASS_DIURNAL);
        // Not 1: of the first and the last half day only a part of the day around them is known.
        assertThat(response.getMeasures().getDailyCorrelation()).isGreaterThan(0.95);
        // By day, two thirds of the time, more is needed: less than the 70% that a committed unit costs.
        assertThat(response.getCommitment().getBaseUnits()).isEqualTo(2);
        assertThat(response.getImplication()).contains("commit the base");
        assertThat(response.getPolicyVersion()).isNotBlank();
    }

    @Test
    void aSeriesThatIsNoneIsNamed() {
        GrpcError.from(() -> classifier().classifyUsage(ClassifyUsageRequest.getDefaultInstance()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("times", "loads");
        GrpcError.from(() -> classifier()
                        .classifyUsage(week().setLoads(3, Double.NaN).build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("loads[3]");
    }
}
