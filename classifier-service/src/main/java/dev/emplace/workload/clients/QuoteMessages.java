package dev.emplace.workload.clients;

import com.google.protobuf.Duration;
import dev.emplace.api.pricing.v1.Accelerator;
import dev.emplace.api.pricing.v1.AcceleratorKind;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.FormFactor;
import dev.emplace.api.pricing.v1.Interruptions;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.Place;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.QuoteUsageResponse;
import dev.emplace.api.pricing.v1.SiteConditions;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.plan.Prices;
import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Translates between the pricing contract and the planner's port. */
final class QuoteMessages {
    private static final int MOST_QUOTES = 100;

    private QuoteMessages() {}

    /** A kind that this version does not know may run them, as all did once. */
    static boolean runsModels(Accelerator accelerator) {
        return accelerator.getKind() != AcceleratorKind.ACCELERATOR_KIND_FPGA
                && accelerator.getKind() != AcceleratorKind.ACCELERATOR_KIND_VIDEO;
    }

    static AcceleratorFacts facts(Accelerator accelerator) {
        return new AcceleratorFacts(
                accelerator.getName(),
                accelerator.getDisplayName(),
                accelerator.getFormFactor() == FormFactor.FORM_FACTOR_SOC,
                accelerator.getMemoryBytes(),
                accelerator.getMemoryBandwidthBytesPerSecond(),
                accelerator.getBf16Flops(),
                accelerator.getTdpWatts(),
                accelerator.getAliasesList());
    }

    static QuoteUsageRequest request(
            List<Prices.Request> requests, List<Prices.SiteConditions> sites, long minRevision) {
        QuoteUsageRequest.Builder message = QuoteUsageRequest.newBuilder().setMinRevision(minRevision);
        for (int i = 0; i < requests.size(); i++) {
            message.addItems(item(Integer.toString(i), requests.get(i)));
        }
        sites.forEach(site -> message.addSiteConditions(conditions(site)));
        return message.build();
    }

    private static QuoteItem item(String id, Prices.Request request) {
        return QuoteItem.newBuilder()
                .setItemId(id)
                .setRequirement(requirement(request))
                .setUsage(usage(request))
                .setMaximumQuotes(MOST_QUOTES)
                .build();
    }

    private static OfferRequirement requirement(Prices.Request request) {
        Prices.Limits limits = request.limits();
        OfferRequirement.Builder message = OfferRequirement.newBuilder()
                .addAccelerators(request.accelerator().name())
                .setAcceleratorCount(request.count())
                .addAllAllowedProviders(limits.allowedProviders())
                .addAllDeniedProviders(limits.deniedProviders())
                .addAllJurisdictions(limits.jurisdictions())
                .addAllCommercialModels(models(request.purchases()));
        request.needed()
                .ifPresent(window -> message.setNeededStartTime(Times.message(window.start()))
                        .setNeededEndTime(Times.message(window.end())));
        return message.build();
    }

    private static Usage usage(Prices.Request request) {
        Usage.Builder message = Usage.newBuilder()
                .setAcceleratorCount(request.count())
                .setDuration(Duration.newBuilder()
                        .setSeconds(Math.max(1, request.duration().toSeconds())))
                .setUtilization(Decimals.of(request.utilization()))
                .setMonthlyEgressBytes(request.monthlyEgressBytes());
        request.interruptions().ifPresent(known -> message.setInterruptions(interruptions(known)));
        return message.build();
    }

    private static Interruptions interruptions(dev.emplace.workload.domain.plan.Interruptions known) {
        Interruptions.Builder message = Interruptions.newBuilder()
                .setMachineRatePerHour(Decimals.of(known.machineRatePerHour()))
                .setWithoutCheckpoints(known.checkpoints().isEmpty())
                .setRestartDuration(Times.message(known.restart()))
                .setWaitDuration(Times.message(known.waiting()));
        known.checkpoints().ifPresent(checkpoints -> {
            message.setCheckpointDuration(Times.message(checkpoints.duration()));
            checkpoints.interval().ifPresent(interval -> message.setCheckpointInterval(Times.message(interval)));
        });
        return message.build();
    }

    private static List<CommercialModel> models(Set<Purchase> purchases) {
        return purchases.isEmpty()
                ? List.of()
                : Arrays.stream(CommercialModel.values())
                        .filter(model -> model != CommercialModel.UNRECOGNIZED
                                && model != CommercialModel.COMMERCIAL_MODEL_UNSPECIFIED)
                        .filter(model -> purchases.contains(purchase(model)))
                        .toList();
    }

    private static SiteConditions conditions(Prices.SiteConditions site) {
        return SiteConditions.newBuilder()
                .setSite(site.site())
                .setAccelerator(site.accelerator())
                .setDrawWattsPerAccelerator(site.drawWattsPerAccelerator())
                .setPue(Decimals.of(site.pue()))
                .setEnergyUnitPrice(Decimals.usd(site.usdPerKwh()))
                .build();
    }

    static Prices.Quotes quotes(List<Prices.Request> requests, QuoteUsageResponse response) {
        List<Prices.Quote> quotes = new ArrayList<>();
        for (int i = 0; i < Math.min(requests.size(), response.getResultsCount()); i++) {
            AcceleratorFacts accelerator = requests.get(i).accelerator();
            response.getResults(i).getQuotesList().forEach(quote -> quotes.add(quote(accelerator, quote)));
        }
        return new Prices.Quotes(quotes, response.getRevision());
    }

    private static Prices.Quote quote(AcceleratorFacts accelerator, Quote quote) {
        Offer offer = quote.getOffer();
        Place place = offer.getPlace();
        return new Prices.Quote(
                accelerator,
                offer.getName(),
                place.getProvider(),
                new Habitat(family(place.getProviderKind()), purchase(offer.getCommercialModel())),
                place.getRegion(),
                place.getCountry(),
                Decimals.of(place.hasLocation(), place.getLocation()),
                place.getGridGco2EPerKwh(),
                place.getSite(),
                Decimals.of(offer.getMachine().getAcceleratorCount(), BigDecimal.ONE),
                offer.getMachine().getFabric(),
                quote.getMachineCount(),
                java.time.Duration.ofSeconds(offer.getCommitmentDuration().getSeconds()),
                offer.hasBlockStartTime() ? Optional.of(Times.read(offer.getBlockStartTime())) : Optional.empty(),
                quote.hasRework()
                        ? Optional.of(Decimals.of(quote.getRework().getElapsedShare(), BigDecimal.ZERO))
                        : Optional.empty(),
                Decimals.of(quote.getHourlyPrice()),
                Decimals.of(quote.getTotalPrice()),
                offer.getConfidence(),
                new ProtoOriginal(quote));
    }

    private static Family family(ProviderKind kind) {
        return switch (kind) {
            case PROVIDER_KIND_GPU_CLOUD -> Family.GPU_CLOUD;
            case PROVIDER_KIND_COLOCATION -> Family.COLOCATION;
            case PROVIDER_KIND_ON_PREMISES -> Family.ON_PREMISES;
            case PROVIDER_KIND_REGIONAL_EDGE -> Family.EDGE;
            case PROVIDER_KIND_DEVICE -> Family.DEVICE;
            case PROVIDER_KIND_HYPERSCALER, PROVIDER_KIND_UNSPECIFIED, UNRECOGNIZED -> Family.HYPERSCALER;
        };
    }

    private static Purchase purchase(CommercialModel model) {
        return switch (model) {
            case COMMERCIAL_MODEL_SPOT -> Purchase.SPOT;
            case COMMERCIAL_MODEL_RESERVED, COMMERCIAL_MODEL_SAVINGS_PLAN -> Purchase.RESERVED;
            case COMMERCIAL_MODEL_CAPACITY_BLOCK -> Purchase.BLOCK;
            case COMMERCIAL_MODEL_OWNED -> Purchase.OWNED;
            case COMMERCIAL_MODEL_ON_DEMAND, COMMERCIAL_MODEL_UNSPECIFIED, UNRECOGNIZED -> Purchase.ON_DEMAND;
        };
    }
}
