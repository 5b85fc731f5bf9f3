package dev.emplace.pricing.grpc;

import com.google.protobuf.Timestamp;
import dev.emplace.api.pricing.v1.EgressTier;
import dev.emplace.api.pricing.v1.PriceSource;
import dev.emplace.api.pricing.v1.Provider;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.places.EgressTariff;
import dev.emplace.pricing.domain.providers.Deployment;
import dev.emplace.pricing.domain.providers.ListedProvider;
import dev.emplace.pricing.domain.providers.MarketShare;
import dev.emplace.pricing.domain.providers.ProviderFact;
import dev.emplace.pricing.domain.providers.ProviderProfile;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;

/** Providers as the contract shows them. */
final class ProviderMessages {

    static final String COLLECTION = "providers/";

    private static final BigDecimal BYTES_PER_GIGABYTE = BigDecimal.valueOf(1L << 30);

    private ProviderMessages() {}

    static Provider message(ListedProvider listed) {
        var message = Provider.newBuilder()
                .setName(COLLECTION + listed.id())
                .setDisplayName(listed.provider().displayName())
                .setKind(Choices.message(listed.provider().kind()))
                .setProfile(message(listed.profile()));
        listed.regions().forEach(region -> message.addRegions(OfferMessages.place(region, "")));
        listed.provider().egress().map(ProviderMessages::message).ifPresent(message::setEgressTariff);
        return message.build();
    }

    static PriceSource message(Source source) {
        return PriceSource.newBuilder()
                .setDocument(source.document())
                .setObservedTime(Timestamp.newBuilder()
                        .setSeconds(
                                source.observed().atStartOfDay(ZoneOffset.UTC).toEpochSecond()))
                .build();
    }

    private static dev.emplace.api.pricing.v1.EgressTariff message(EgressTariff tariff) {
        var message = dev.emplace.api.pricing.v1.EgressTariff.newBuilder().setDocument(tariff.source());
        for (var tier : tariff.tiers()) {
            message.addTiers(EgressTier.newBuilder()
                    .setEndBytes(tier.upToGigabytes()
                            .map(end -> end.multiply(BYTES_PER_GIGABYTE).longValueExact())
                            .orElse(0L))
                    .setGibibytePrice(Amounts.message(new Money(tariff.currency(), tier.perGigabyte()))));
        }
        return message.build();
    }

    private static dev.emplace.api.pricing.v1.ProviderProfile message(ProviderProfile profile) {
        var message = dev.emplace.api.pricing.v1.ProviderProfile.newBuilder()
                .addAllStrengths(messages(profile.strengths()))
                .addAllFabrics(messages(profile.fabrics()))
                .addAllManagedModels(messages(profile.managedModels()))
                .addAllPowerSources(messages(profile.powerSources()));
        profile.marketShare().map(ProviderMessages::message).ifPresent(message::setMarketShare);
        profile.largestDeployment().map(ProviderMessages::message).ifPresent(message::setLargestDeployment);
        return message.build();
    }

    private static List<dev.emplace.api.pricing.v1.ProviderFact> messages(List<ProviderFact> facts) {
        return facts.stream()
                .map(fact -> dev.emplace.api.pricing.v1.ProviderFact.newBuilder()
                        .setStatement(fact.statement())
                        .setSource(message(fact.source()))
                        .build())
                .toList();
    }

    private static dev.emplace.api.pricing.v1.MarketShare message(MarketShare share) {
        return dev.emplace.api.pricing.v1.MarketShare.newBuilder()
                .setShare(Amounts.message(share.share()))
                .setMarket(share.market())
                .setSource(message(share.source()))
                .build();
    }

    private static dev.emplace.api.pricing.v1.Deployment message(Deployment deployment) {
        return dev.emplace.api.pricing.v1.Deployment.newBuilder()
                .setStatement(deployment.statement())
                .setPowerWatts(deployment.powerWatts().orElse(0))
                .setAcceleratorCount(deployment.accelerators().orElse(0))
                .setSource(message(deployment.source()))
                .build();
    }
}
