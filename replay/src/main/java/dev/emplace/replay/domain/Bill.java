package dev.emplace.replay.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run costs in USD, by where the money goes. */
public record Bill(Map<Part, BigDecimal> parts) {

    private static final BigDecimal HOUR_NANOS = BigDecimal.valueOf(3600).scaleByPowerOfTen(9);
    private static final long MONTH_SECONDS = 730L * 3600;

    /** Where money goes. */
    public enum Part {
        HYPERSCALER_ON_DEMAND,
        SPOT,
        COMMITTED,
        GPU_CLOUD,
        OWNED,
        EGRESS
    }

    /** Adds a run up: each machine's seconds at its hourly price, and each provider's egress month by month. */
    public static Bill of(Run run, Map<String, Workload> workloads, Market market) {
        Map<Part, BigDecimal> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, BigDecimal.ZERO);
        }
        run.rentals().forEach(rental -> parts.merge(part(rental.listing()), price(rental), BigDecimal::add));
        parts.put(Part.EGRESS, egress(run, workloads, market));
        return new Bill(Map.copyOf(parts));
    }

    public BigDecimal total() {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static Part part(Listing listing) {
        return switch (listing.sale()) {
            case SPOT -> Part.SPOT;
            case COMMITTED -> Part.COMMITTED;
            case OWNED -> Part.OWNED;
            case ON_DEMAND -> listing.kind() == Listing.Kind.HYPERSCALER ? Part.HYPERSCALER_ON_DEMAND : Part.GPU_CLOUD;
        };
    }

    private static BigDecimal price(Rental rental) {
        return BigDecimal.valueOf(rental.listing().hourlyNanos())
                .multiply(BigDecimal.valueOf(rental.paid().seconds()))
                .divide(HOUR_NANOS, MathContext.DECIMAL128);
    }

    private static BigDecimal egress(Run run, Map<String, Workload> workloads, Market market) {
        Map<String, String> providers = run.rentals().stream()
                .collect(Collectors.toMap(
                        Rental::machine, rental -> rental.listing().provider()));
        Map<List<Object>, Long> volumes = new HashMap<>();
        for (Stay stay : run.stays()) {
            Workload workload = workloads.get(stay.workload());
            String provider = providers.get(stay.machine());
            if (workload != null && provider != null) {
                volumes.merge(
                        List.of(provider, stay.span().from() / MONTH_SECONDS),
                        workload.demand().egressBytes(),
                        Long::sum);
            }
        }
        return volumes.entrySet().stream()
                .map(entry -> market.egress((String) entry.getKey().get(0)).price(entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
