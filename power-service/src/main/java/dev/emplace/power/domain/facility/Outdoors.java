package dev.emplace.power.domain.facility;

/**
 * Air outdoors.
 *
 * @param dryBulb degrees Celsius
 * @param wetBulb degrees Celsius, at most the dry bulb
 */
public record Outdoors(double dryBulb, double wetBulb) {
    public Outdoors {
        wetBulb = Math.min(dryBulb, wetBulb);
    }
}
