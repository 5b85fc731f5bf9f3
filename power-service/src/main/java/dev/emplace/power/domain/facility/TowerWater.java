package dev.emplace.power.domain.facility;

/**
 * The water that a cooling tower takes for the heat that goes through it.
 *
 * <p>All heat is taken to leave as vapour. In cold air part of it leaves as warm air, so this is a ceiling in winter; drift,
 * some 0.005% of the flow with today's eliminators, is left out.
 */
final class TowerWater {
    /** Heat of evaporation at 30 degrees Celsius, about which tower water is, in kJ a kg (IAPWS-IF97). */
    private static final double EVAPORATION_KILOJOULES = 2_430;

    /**
     * Minerals in the tower's water over those in the water that it is given: the upper end of the two to four that the US
     * Federal Energy Management Program finds usual (Best Management Practice 10, cooling tower management).
     */
    private static final double CYCLES_OF_CONCENTRATION = 4;

    private static final double KILOJOULES_PER_WATT_HOUR = 3.6;

    private TowerWater() {}

    /** Evaporation and blow-down, which is evaporation / (cycles - 1); a kilogram of water is a litre. */
    static double litresPerHour(double heatWatts) {
        double evaporated = heatWatts * KILOJOULES_PER_WATT_HOUR / EVAPORATION_KILOJOULES;
        return evaporated * CYCLES_OF_CONCENTRATION / (CYCLES_OF_CONCENTRATION - 1);
    }
}
