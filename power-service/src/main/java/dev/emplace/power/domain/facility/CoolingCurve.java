package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.topology.CoolingKind;
import dev.emplace.power.domain.topology.CoolingUnit;

/**
 * The electrical draw of a cooling unit by heat and outdoor temperature.
 *
 * <p>Fans and pumps that are regulated follow the cube of flow (affinity laws). A compressor's work follows the heat
 * and the lift from the evaporator to the condenser; below the changeover temperatures a water-side economiser takes
 * over, where there is one. A chiller's work falls with its part load less than in proportion, and a unit that does not run
 * draws nothing. The method is that of Lei and Masanet, "Statistical analysis for predicting
 * location-specific data center PUE" (Energy, 2020), with fewer components.
 */
final class CoolingCurve {
    /** Fans do not turn slower than this share of full flow. */
    private static final double LEAST_FLOW = 0.4;

    /** Degrees Celsius: full economiser at or below, none at or above. */
    private static final double FULL_ECONOMISER = 8;

    private static final double NO_ECONOMISER = 16;

    /** Condenser above outdoor air, in degrees Celsius. */
    private static final double CONDENSER_APPROACH = 12;

    /** The condenser is held no colder than this in winter, lest the valve before the evaporator starve. */
    private static final double LEAST_CONDENSER = 30;

    /** Evaporators in degrees Celsius: water of 18 to 20, and air of 18 to 20 straight from the coil. */
    private static final double CHILLER_EVAPORATOR = 14;

    private static final double DX_EVAPORATOR = 10;

    /** Pumps and condenser fans of a chiller that economises, over its draw on the design day. */
    private static final double ECONOMISER_DRAW = 0.15;

    /** Share of full power by part load, 1, x and x squared: DOE-2's centrifugal chiller (EIR-FPLR). */
    private static final double UNLOADED = 0.222903;

    private static final double LINEAR = 0.313387;
    private static final double SQUARE = 0.463710;

    private CoolingCurve() {}

    /** Watts at a share of the unit's heat, beside what it takes at any heat. */
    static double watts(
            CoolingKind kind, CoolingUnit.Draw draw, double heatShare, double celsius, double designCelsius) {
        double regulated = (double) draw.watts() - draw.constantWatts();
        return draw.constantWatts() + regulated * share(kind, draw, Math.min(1, heatShare), celsius, designCelsius);
    }

    private static double share(
            CoolingKind kind, CoolingUnit.Draw draw, double load, double celsius, double designCelsius) {
        return switch (kind) {
            case CRAH, IN_ROW, REAR_DOOR, CDU, DRY_COOLER, TOWER -> Math.pow(Math.max(LEAST_FLOW, load), 3);
            case CHILLER ->
                draw.economiser()
                        ? economised(load, celsius, designCelsius)
                        : partLoad(load) * compressor(kind, celsius, designCelsius);
            case DX -> load * compressor(kind, celsius, designCelsius);
        };
    }

    private static double partLoad(double load) {
        return UNLOADED + load * (LINEAR + load * SQUARE);
    }

    private static double economised(double load, double celsius, double designCelsius) {
        double free = (NO_ECONOMISER - celsius) / (NO_ECONOMISER - FULL_ECONOMISER);
        double economiser = Math.max(0, Math.min(1, free));
        return economiser * ECONOMISER_DRAW * load
                + (1 - economiser) * partLoad(load) * compressor(CoolingKind.CHILLER, celsius, designCelsius);
    }

    /** Work for the same heat, over that on the design day. */
    private static double compressor(CoolingKind kind, double celsius, double designCelsius) {
        double evaporator = kind == CoolingKind.DX ? DX_EVAPORATOR : CHILLER_EVAPORATOR;
        return (condenser(celsius) - evaporator) / (condenser(designCelsius) - evaporator);
    }

    private static double condenser(double celsius) {
        return Math.max(LEAST_CONDENSER, celsius + CONDENSER_APPROACH);
    }
}
