package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.PriceSource;
import dev.emplace.api.pricing.v1.ProviderFact;
import dev.emplace.api.pricing.v1.ProviderProfile;
import java.util.List;
import java.util.stream.Stream;

/** The source of each thing that a profile says. */
final class ProfileSources {

    private ProfileSources() {}

    static List<PriceSource> of(ProviderProfile profile) {
        var facts = Stream.of(
                        profile.getStrengthsList(),
                        profile.getFabricsList(),
                        profile.getManagedModelsList(),
                        profile.getPowerSourcesList())
                .flatMap(List::stream)
                .map(ProviderFact::getSource);
        var share = Stream.of(profile)
                .filter(ProviderProfile::hasMarketShare)
                .map(each -> each.getMarketShare().getSource());
        var deployment = Stream.of(profile)
                .filter(ProviderProfile::hasLargestDeployment)
                .map(each -> each.getLargestDeployment().getSource());
        return Stream.of(facts, share, deployment).flatMap(each -> each).toList();
    }
}
