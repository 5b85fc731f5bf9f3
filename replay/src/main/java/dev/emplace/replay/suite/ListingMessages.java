package dev.emplace.replay.suite;

import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import java.math.BigDecimal;
import java.util.Optional;

/** Offers of the catalog as listings. */
final class ListingMessages {

    private static final long NANOS = 1_000_000_000L;

    private ListingMessages() {}

    /** Empty for what a replay cannot buy: dated blocks of capacity, devices. */
    static Optional<Listing> listing(Offer offer, boolean inEu, long acceleratorMemoryBytes) {
        Optional<Sale> sale = sale(offer.getCommercialModel());
        Optional<Kind> kind = kind(offer.getPlace().getProviderKind());
        int gpuMilli = milli(offer);
        if (sale.isEmpty() || kind.isEmpty() || gpuMilli == 0 || offer.getMinimumMachineCount() > 1) {
            return Optional.empty();
        }
        return Optional.of(new Listing(
                offer.getName(),
                offer.getPlace().getProvider(),
                kind.get(),
                inEu,
                offer.getMachine().getAccelerator(),
                acceleratorMemoryBytes,
                gpuMilli,
                offer.getMachine().getVcpuCount(),
                offer.getMachine().getMemoryBytes(),
                sale.get(),
                offer.getListUnitPrice().getUnits() * NANOS
                        + offer.getListUnitPrice().getNanos(),
                sale.get() == Sale.COMMITTED ? offer.getCommitmentDuration().getSeconds() : 0));
    }

    private static int milli(Offer offer) {
        String count = offer.getMachine().getAcceleratorCount().getValue();
        return count.isEmpty() ? 0 : new BigDecimal(count).movePointRight(3).intValue();
    }

    private static Optional<Sale> sale(CommercialModel model) {
        return switch (model) {
            case COMMERCIAL_MODEL_ON_DEMAND -> Optional.of(Sale.ON_DEMAND);
            case COMMERCIAL_MODEL_SPOT -> Optional.of(Sale.SPOT);
            case COMMERCIAL_MODEL_RESERVED, COMMERCIAL_MODEL_SAVINGS_PLAN -> Optional.of(Sale.COMMITTED);
            case COMMERCIAL_MODEL_OWNED -> Optional.of(Sale.OWNED);
            case COMMERCIAL_MODEL_CAPACITY_BLOCK, COMMERCIAL_MODEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static Optional<Kind> kind(ProviderKind kind) {
        return switch (kind) {
            case PROVIDER_KIND_HYPERSCALER -> Optional.of(Kind.HYPERSCALER);
            case PROVIDER_KIND_GPU_CLOUD -> Optional.of(Kind.GPU_CLOUD);
            case PROVIDER_KIND_COLOCATION, PROVIDER_KIND_ON_PREMISES, PROVIDER_KIND_REGIONAL_EDGE ->
                Optional.of(Kind.OWN_SITE);
            case PROVIDER_KIND_DEVICE, PROVIDER_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
