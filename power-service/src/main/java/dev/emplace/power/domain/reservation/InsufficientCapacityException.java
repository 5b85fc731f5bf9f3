package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import dev.emplace.power.domain.capacity.Binding;
import dev.emplace.power.domain.capacity.LimitKind;
import dev.emplace.power.domain.capacity.Placement.Refused;
import java.util.HashMap;
import java.util.Map;

/** A demand does not fit; what stops it is named, and what would fit. */
public final class InsufficientCapacityException extends PowerFailure {
    static final String FITTING_ACCELERATORS = "fitting_accelerator_count";
    static final String FITTING_RACKS = "fitting_rack_count";

    private final String site;
    private final Refused refused;

    public InsufficientCapacityException(String site, Refused refused) {
        this(site, refused, Map.of());
    }

    private InsufficientCapacityException(String site, Refused refused, Map<String, String> nearest) {
        super(PowerReason.INSUFFICIENT_CAPACITY, describe(site, refused, nearest), metadata(site, refused, nearest));
        this.site = site;
        this.refused = refused;
    }

    public String site() {
        return site;
    }

    /** What kind of limit stands in the way. */
    public LimitKind limit() {
        return refused.binding().kind();
    }

    /** The same with what else would fit. */
    public InsufficientCapacityException with(Map<String, String> nearest) {
        return new InsufficientCapacityException(site, refused, nearest);
    }

    private static String describe(String site, Refused refused, Map<String, String> nearest) {
        Binding binding = refused.binding();
        return "sites/" + site + " is short of " + binding.shortfall() + " W at " + binding.node() + " ("
                + binding.kind() + ", scenario: " + binding.scenario() + ", limit " + binding.limit() + " W, load "
                + binding.load() + " W, wanted " + binding.demand() + " W)"
                + fewer(refused, nearest)
                + (nearest.isEmpty() ? "" : "; would fit: " + nearest);
    }

    private static String fewer(Refused refused, Map<String, String> nearest) {
        if (nearest.containsKey(FITTING_ACCELERATORS) || nearest.containsKey(FITTING_RACKS)) {
            return "";
        }
        return refused.fittingAccelerators() > 0
                ? "; " + refused.fittingAccelerators() + " accelerators would fit"
                : refused.fittingRacks() > 0 ? "; " + refused.fittingRacks() + " racks would fit" : "";
    }

    private static Map<String, String> metadata(String site, Refused refused, Map<String, String> nearest) {
        Binding binding = refused.binding();
        Map<String, String> metadata = new HashMap<>();
        metadata.put("site", "sites/" + site);
        metadata.put("limit_kind", binding.kind().name());
        metadata.put("node", binding.node());
        metadata.put("scenario", binding.scenario());
        metadata.put("limit_watts", Long.toString(binding.limit()));
        metadata.put("load_watts", Long.toString(binding.load()));
        metadata.put("demand_watts", Long.toString(binding.demand()));
        metadata.put("shortfall_watts", Long.toString(binding.shortfall()));
        metadata.put(FITTING_ACCELERATORS, Integer.toString(refused.fittingAccelerators()));
        metadata.put(FITTING_RACKS, Integer.toString(refused.fittingRacks()));
        metadata.putAll(nearest);
        return metadata;
    }
}
