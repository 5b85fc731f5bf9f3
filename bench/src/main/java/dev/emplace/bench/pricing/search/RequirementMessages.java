package dev.emplace.bench.pricing.search;

import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.pricing.domain.places.Jurisdiction;
import dev.emplace.pricing.domain.search.Requirement;
import java.math.BigDecimal;
import java.util.List;

/** Requirements of the synthetic catalog as a client would send them. */
public final class RequirementMessages {

    private static final int PAGE = 10;

    private RequirementMessages() {}

    /** Searches for the first page of ten of each. */
    public static List<SearchOffersRequest> pages(List<Requirement> requirements) {
        return requirements.stream().map(RequirementMessages::page).toList();
    }

    private static SearchOffersRequest page(Requirement requirement) {
        return SearchOffersRequest.newBuilder()
                .setRequirement(message(requirement))
                .setPageSize(PAGE)
                .build();
    }

    private static OfferRequirement message(Requirement requirement) {
        var machine = requirement.machine();
        var place = requirement.place();
        var message = OfferRequirement.newBuilder()
                .addAllAccelerators(machine.acceleratorIds())
                .setMinimumAcceleratorMemoryBytes(machine.minimumMemoryBytes())
                .setMinimumAcceleratorsPerMachine(machine.minimumPerMachine())
                .setFabricRequired(machine.fabricRequired())
                .addAllAllowedProviders(place.allowedProviders())
                .addAllRegions(place.regionCodes())
                .setAcceleratorCount(requirement.acceleratorCount());
        place.kinds().forEach(kind -> message.addProviderKinds(ProviderKind.valueOf("PROVIDER_KIND_" + kind.name())));
        place.jurisdictions().stream().map(Jurisdiction::code).forEach(message::addJurisdictions);
        requirement
                .models()
                .forEach(model ->
                        message.addCommercialModels(CommercialModel.valueOf("COMMERCIAL_MODEL_" + model.name())));
        requirement
                .maximumUnitPrice()
                .ifPresent(price -> message.setMaximumAcceleratorUnitPrice(money(price.currency(), price.amount())));
        return message.build();
    }

    private static com.google.type.Money money(String currency, BigDecimal amount) {
        return com.google.type.Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(amount.longValue())
                .setNanos(amount.remainder(BigDecimal.ONE).movePointRight(9).intValue())
                .build();
    }
}
