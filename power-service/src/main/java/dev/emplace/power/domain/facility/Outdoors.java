package dev.emplace.power.domain.facility;

/**
 * Air outdoors.
 *
 * @param dryBulb degrees Celsius
 * @param wetBulb degrees Celsius, at most the dry bulb
 */
public record Outdoors(double dryBulb, double wetBulb) {
    private static final double PERCENT = 100;

    public Outdoors {
        if (!(wetBulb <= dryBulb)) {
            throw new IllegalArgumentException("no air has a wet bulb above its dry bulb");
        }
    }

    /** Air of unknown humidity is taken to be saturated: the least help to a tower. */
    public static Outdoors of(double dryBulb) {
        return new Outdoors(dryBulb, dryBulb);
    }

    /** Of a relative humidity in percent, at sea level: thinner air has a lower wet bulb. */
    public static Outdoors of(double dryBulb, int relativeHumidity) {
        return new Outdoors(dryBulb, MoistAir.wetBulb(dryBulb, relativeHumidity / PERCENT, MoistAir.SEA_LEVEL_PASCALS));
    }
}
