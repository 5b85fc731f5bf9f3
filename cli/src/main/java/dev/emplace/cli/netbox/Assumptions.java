package dev.emplace.cli.netbox;

import com.google.type.LatLng;
import com.google.type.Money;
import dev.emplace.api.power.v1.SiteKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What NetBox does not know of a site, as whoever imports it says.
 *
 * @param site slug or name in NetBox; empty where it has only one
 * @param location where NetBox has none
 * @param powerFactor real watts over volt-amperes
 * @param rackAirWatts heat that air takes from one rack
 * @param coolingShare electrical draw of the cooling over its heat
 * @param separateUtilities whether each panel has a utility feed of its own, which none of the others shares
 * @param machines accelerators by the model of a device type
 */
public record Assumptions(
        String site,
        SiteKind kind,
        String country,
        Optional<LatLng> location,
        Money energyPrice,
        BigDecimal powerFactor,
        long rackAirWatts,
        BigDecimal coolingShare,
        boolean separateUtilities,
        Map<String, Accelerators> machines) {

    public Assumptions {
        machines = Map.copyOf(machines);
    }

    /** What one machine has. */
    public record Accelerators(String accelerator, int count) {}
}
