package dev.emplace.pricing.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.pricing.v1.GetProviderRequest;
import dev.emplace.api.pricing.v1.ListProvidersRequest;
import dev.emplace.api.pricing.v1.Provider;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.api.pricing.v1.ProviderServiceGrpc;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.postgres.PostgresResource;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProviderServiceTest {

    private static ManagedChannel channel = GrpcCalls.channel(1);
    private static ProviderServiceGrpc.ProviderServiceBlockingStub providers =
            ProviderServiceGrpc.newBlockingStub(channel);

    @BeforeAll
    static void connect() {
        channel.shutdownNow();
        channel = GrpcCalls.channel();
        providers = ProviderServiceGrpc.newBlockingStub(channel);
    }

    @AfterAll
    static void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void aProviderSaysWhereItIsAndWhatLeavingDataCosts() {
        var answer = providers.getProvider(named("providers/aws"));
        var aws = answer.getProvider();
        assertThat(answer.getRevision()).isPositive();
        assertThat(aws.getDisplayName()).isEqualTo("Amazon Web Services");
        assertThat(aws.getKind()).isEqualTo(ProviderKind.PROVIDER_KIND_HYPERSCALER);
        assertThat(aws.getRegionsList()).anyMatch(place -> place.getRegion().equals("us-east-1"));
        var tiers = aws.getEgressTariff().getTiersList();
        assertThat(tiers.get(0).getEndBytes()).isEqualTo(10_240L << 30);
        assertThat(tiers.get(0).getGibibytePrice().getNanos()).isEqualTo(90_000_000);
        assertThat(tiers.get(tiers.size() - 1).getEndBytes()).isZero();
    }

    @Test
    void aProfileSaysWhatDocumentsSayAndLeavesTheRestOut() {
        var aws = providers.getProvider(named("providers/aws")).getProvider().getProfile();
        assertThat(aws.getMarketShare().getShare().getValue()).isEqualTo("0.32");
        assertThat(aws.getMarketShare().getSource().getDocument()).contains("Synergy");
        assertThat(aws.getManagedModelsList())
                .anyMatch(fact -> fact.getStatement().contains("Bedrock"));
        assertThat(aws.hasLargestDeployment()).isFalse();
        var crusoe =
                providers.getProvider(named("providers/crusoe")).getProvider().getProfile();
        assertThat(crusoe.hasMarketShare()).isFalse();
        assertThat(crusoe.getLargestDeployment().getPowerWatts()).isEqualTo(1_200_000_000L);
        assertThat(crusoe.getLargestDeployment().getAcceleratorCount()).isZero();
    }

    @Test
    void anUnknownProviderIsAnsweredWithThoseThereAre() {
        var error = GrpcError.from(() -> providers.getProvider(named("providers/nowhere")));
        error.is(Status.Code.NOT_FOUND, "UNKNOWN_PROVIDER").violates("name");
        assertThat(error.metadata()).containsEntry("provider", "nowhere");
        assertThat(error.metadata().get("known")).contains("aws, azure, coreweave");
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        for (var name : List.of("", "aws", "providers/", "providers/AWS", "providers/a/b")) {
            GrpcError.from(() -> providers.getProvider(named(name)))
                    .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                    .violates("name");
        }
    }

    @Test
    void providersAreListedPageByPage() {
        var seen = new ArrayList<String>();
        var request = ListProvidersRequest.newBuilder().setPageSize(5).build();
        while (true) {
            var page = providers.listProviders(request);
            assertThat(page.getProvidersCount()).isBetween(1, 5);
            page.getProvidersList().forEach(provider -> seen.add(provider.getName()));
            if (page.getNextPageToken().isEmpty()) {
                break;
            }
            request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(16);
    }

    @Test
    void providersOfOneKindAreListed() {
        var answer = providers.listProviders(ListProvidersRequest.newBuilder()
                .addKinds(ProviderKind.PROVIDER_KIND_COLOCATION)
                .build());
        assertThat(answer.getProvidersList())
                .extracting(Provider::getName)
                .containsExactly("providers/digital-realty", "providers/equinix");
    }

    @Test
    void aTokenOfAnotherFilterIsRefused() {
        var token = providers
                .listProviders(ListProvidersRequest.newBuilder().setPageSize(1).build())
                .getNextPageToken();
        GrpcError.from(() -> providers.listProviders(ListProvidersRequest.newBuilder()
                        .setPageToken(token)
                        .addKinds(ProviderKind.PROVIDER_KIND_GPU_CLOUD)
                        .build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_PAGE_TOKEN")
                .violates("page_token");
    }

    @Test
    void aKindThatIsNoneIsRefused() {
        GrpcError.from(() -> providers.listProviders(
                        ListProvidersRequest.newBuilder().addKindsValue(99).build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("kinds[0]");
    }

    @Test
    void aRevisionThatWasReadCanBeAskedForAgain() {
        var revision = providers.getProvider(named("providers/gcp")).getRevision();
        var again = providers.getProvider(
                named("providers/gcp").toBuilder().setMinRevision(revision).build());
        assertThat(again.getRevision()).isGreaterThanOrEqualTo(revision);
        GrpcError.from(() -> providers.getProvider(
                        named("providers/gcp").toBuilder().setMinRevision(-1).build()))
                .is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .violates("min_revision");
    }

    @Test
    void everyFactHasItsSource() {
        var all = providers
                .listProviders(ListProvidersRequest.getDefaultInstance())
                .getProvidersList();
        var sources = all.stream()
                .map(Provider::getProfile)
                .flatMap(profile -> ProfileSources.of(profile).stream())
                .toList();
        assertThat(sources).hasSizeGreaterThan(15).allSatisfy(source -> {
            assertThat(source.getDocument()).isNotBlank();
            assertThat(source.getObservedTime().getSeconds()).isPositive();
        });
    }

    private static GetProviderRequest named(String name) {
        return GetProviderRequest.newBuilder().setName(name).build();
    }
}
