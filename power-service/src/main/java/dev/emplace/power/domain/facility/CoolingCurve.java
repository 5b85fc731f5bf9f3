package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.topology.CoolingKind;

/**
 * The electrical draw of a cooling unit, over its draw on the design day, by heat and outdoor temperature.
 *
 * <p>Fans and pumps follow the cube of flow (affinity laws). A compressor's work follows the heat and the lift from
 * the evaporator to the condenser; below the changeover temperatures a water-side economiser takes over. The method is
 * that of Lei and Masanet, "Statistical analysis for predicting location-specific data center PUE" (Energy, 2020),
 * with fewer components.
 */
final class CoolingCurve {
    /** Fans do not turn slower than this share of full flow. */
    private static final double LEAST_FLOW = 0.4;

    /** Degrees Celsius: full economiser at or below, none at or above. */
    private static final double FULL_ECONOMISER = 8;

    private static final double NO_ECONOMISER = 16;

    /** Condenser above outdoor air, and evaporator, in degrees Celsius. */
    private static final double CONDENSER_APPROACH = 12;

    private static final double EVAPORATOR = 14;
    private static final double LEAST_LIFT = 8;

    /** Pumps and condenser fans of a chiller that economises, over its draw on the design day. */
    private static final double ECONOMISER_DRAW = 0.15;

    private CoolingCurve() {}

    static double share(CoolingKind kind, double heatShare, double celsius, double designCelsius) {
        double load = Math.min(1, heatShare);
        return switch (kind) {
            case CRAH, IN_ROW, REAR_DOOR, CDU, DRY_COOLER, TOWER -> Math.pow(Math.max(LEAST_FLOW, load), 3);
            case CHILLER -> load * chiller(celsius, designCelsius);
            case DX -> load * lift(celsius) / lift(designCelsius);
        };
    }

    private static double chiller(double celsius, double designCelsius) {
        double compressor = lift(celsius) / lift(designCelsius);
        double free = (NO_ECONOMISER - celsius) / (NO_ECONOMISER - FULL_ECONOMISER);
        double economiser = Math.max(0, Math.min(1, free));
        return economiser * ECONOMISER_DRAW + (1 - economiser) * compressor;
    }

    private static double lift(double celsius) {
        return Math.max(LEAST_LIFT, celsius + CONDENSER_APPROACH - EVAPORATOR);
    }
}
