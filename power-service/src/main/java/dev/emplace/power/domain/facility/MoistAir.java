package dev.emplace.power.domain.facility;

/**
 * Psychrometrics of moist air: ASHRAE Handbook, Fundamentals (2017), chapter 1, "Psychrometrics", SI.
 *
 * <p>Temperatures in degrees Celsius from -60 to 60, pressures in pascals, humidity ratios in kilograms of water per kilogram
 * of dry air, relative humidities from 0 to 1.
 */
public final class MoistAir {
    /** Standard atmosphere at sea level. Air is thinner higher up, where the same humidity has a lower wet bulb. */
    public static final double SEA_LEVEL_PASCALS = 101_325;

    private static final double KELVIN = 273.15;

    /** Mass of a mole of water over that of one of dry air. */
    private static final double MOLAR_MASS_RATIO = 0.621945;

    private static final int HALVINGS = 50;

    /** The wet bulb lies above the dry bulb less this. */
    private static final double DEEPEST_DEPRESSION = 60;

    private MoistAir() {}

    /** Saturation pressure over ice below 0 degrees (equation 5), over water from there on (equation 6). */
    static double saturationPascals(double celsius) {
        double t = celsius + KELVIN;
        double log = celsius < 0
                ? -5.6745359e3 / t
                        + 6.3925247
                        + t * (-9.677843e-3 + t * (6.2215701e-7 + t * (2.0747825e-9 + t * -9.484024e-13)))
                        + 4.1635019 * Math.log(t)
                : -5.8002206e3 / t
                        + 1.3914993
                        + t * (-4.8640239e-2 + t * (4.1764768e-5 + t * -1.4452093e-8))
                        + 6.5459673 * Math.log(t);
        return Math.exp(log);
    }

    /** Thermodynamic wet bulb: where saturated air has the enthalpy to take what the given air has not (by halving). */
    public static double wetBulb(double dryBulb, double relativeHumidity, double pascals) {
        double wanted = humidityRatio(relativeHumidity * saturationPascals(dryBulb), pascals);
        double low = dryBulb - DEEPEST_DEPRESSION;
        double high = dryBulb;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (humidityRatioAt(dryBulb, middle, pascals) > wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Equation 20. */
    private static double humidityRatio(double vapourPascals, double pascals) {
        return MOLAR_MASS_RATIO * vapourPascals / (pascals - vapourPascals);
    }

    /** Equation 33 over water, 35 over ice. */
    static double humidityRatioAt(double dryBulb, double wetBulb, double pascals) {
        double saturated = humidityRatio(saturationPascals(wetBulb), pascals);
        double depression = dryBulb - wetBulb;
        return wetBulb < 0
                ? ((2_830 - 0.24 * wetBulb) * saturated - 1.006 * depression) / (2_830 + 1.86 * dryBulb - 2.1 * wetBulb)
                : ((2_501 - 2.326 * wetBulb) * saturated - 1.006 * depression)
                        / (2_501 + 1.86 * dryBulb - 4.186 * wetBulb);
    }
}
