package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.emplace.api.power.v1.AcceleratorCount;
import dev.emplace.api.power.v1.GetQuotasRequest;
import dev.emplace.api.power.v1.GetQuotasResponse;
import dev.emplace.api.power.v1.Quota;
import dev.emplace.api.power.v1.QuotaUsage;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.SetQuotasRequest;
import dev.emplace.api.power.v1.SetQuotasResponse;
import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.api.power.v1.WatchCapacityRequest;
import dev.emplace.power.domain.reservation.Journal;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class QuotasTest {
    private final PowerClient client = new PowerClient();
    private final String site = client.newSite(TestSites.twoPaths(100_000));
    private final Journal journal;

    @Inject
    QuotasTest(Journal journal) {
        this.journal = journal;
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void whatExceedsAQuotaIsRefusedWithWhatIsHeldAndWasAsked() {
        set(accelerators("vision", 8));
        Reservation held = hold("vision/one", 8);
        GrpcError refused = GrpcError.from(() -> hold("vision/two", 1));
        refused.is(Status.Code.RESOURCE_EXHAUSTED, "QUOTA_EXCEEDED");
        assertThat(refused.metadata())
                .contains(
                        entry("tenant", "vision"),
                        entry("quota", "accelerators/" + TestSites.H100),
                        entry("limit", "8"),
                        entry("used", "8"),
                        entry("asked", "1"));
        hold("speech", 8);

        QuotaUsage usage = get().getUsages(0);
        assertThat(usage.getUsedWatts()).isEqualTo(held.getHeldWatts());
        assertThat(usage.getUsedAccelerators(0).getCount()).isEqualTo(8);
    }

    @Test
    void theyAreKeptAsWhatTheyAreAndAChangeOfThemIsToldAndReplayed() {
        Quota quota = accelerators("vision", 8).toBuilder()
                .setWatts(0)
                .addCallers("oidc:sub:alice")
                .build();
        SetQuotasRequest request = setting(quota).build();
        SetQuotasResponse first = client.quotas.setQuotas(request);

        assertThat(client.quotas.setQuotas(request)).isEqualTo(first);
        assertThat(get().getUsagesList()).extracting(QuotaUsage::getQuota).containsExactly(quota);
        assertThat(get().getEtag()).isEqualTo(first.getEtag());
        try (Journal.Session session = journal.lock(Names.siteId(site, "site"))) {
            assertThat(session.standing().orElseThrow().quotas().all()).hasSize(1);
        }
        CapacityWatcher watcher = new CapacityWatcher();
        watcher.positions.put(
                site, SitePosition.newBuilder().setSite(site).setRevision(2).build());
        watcher.watch(
                client.channel,
                WatchCapacityRequest.newBuilder().addSites(site).build(),
                () -> watcher.isBehind(site, 2));
        assertThat(watcher.told.get(0).getQuotas().getEtag()).isEqualTo(first.getEtag());
    }

    @Test
    void anEtagThatIsOldIsAborted() {
        assertThat(get().getEtag()).isEqualTo("0-0");
        set(accelerators("vision", 8));
        GrpcError.from(() -> client.quotas.setQuotas(
                        setting(accelerators("vision", 9)).setEtag("0-0").build()))
                .is(Status.Code.ABORTED, "ETAG_MISMATCH");
    }

    @Test
    void whatCannotBeAQuotaIsRefusedWithItsField() {
        violates("quotas[0].tenant", accelerators("a/b", 1));
        violates("quotas[0].tenant", accelerators("", 1));
        violates("quotas[1].tenant", accelerators("a", 1), accelerators("a", 2));
        violates(
                "quotas[0].watts",
                Quota.newBuilder().setTenant("a").setWatts(-1).build());
        violates(
                "quotas[0].accelerators[1].accelerator",
                accelerators("a", 1).toBuilder()
                        .addAccelerators(AcceleratorCount.newBuilder().setAccelerator(TestSites.H100))
                        .build());
    }

    private void violates(String field, Quota... quotas) {
        GrpcError refused = GrpcError.from(() -> set(quotas));
        assertThat(refused.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        refused.violates(field);
    }

    private static Quota accelerators(String tenant, int count) {
        return Quota.newBuilder()
                .setTenant(tenant)
                .addAccelerators(AcceleratorCount.newBuilder()
                        .setAccelerator(TestSites.H100)
                        .setCount(count))
                .build();
    }

    private SetQuotasResponse set(Quota... quotas) {
        return client.quotas.setQuotas(setting(quotas).build());
    }

    private SetQuotasRequest.Builder setting(Quota... quotas) {
        return SetQuotasRequest.newBuilder()
                .setSite(site)
                .addAllQuotas(List.of(quotas))
                .setRequestId(PowerClient.newId());
    }

    private GetQuotasResponse get() {
        return client.quotas.getQuotas(
                GetQuotasRequest.newBuilder().setSite(site).build());
    }

    private Reservation hold(String holder, int accelerators) {
        return client.reservations
                .createReservation(PowerClient.creating(site, PowerClient.training(accelerators))
                        .setHolder(holder)
                        .build())
                .getReservation();
    }
}
