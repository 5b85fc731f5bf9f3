package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.Coordinates;

/**
 * Round trips over distance. The floor is light in fibre, which no network beats; the estimate stretches it by the routes
 * that cloud regions are seen to have. Places are rejected by the floor and ranked by the estimate.
 */
record Network(double floorPerKm, double estimatePerKm, double base, double farthest) {
    static Network of(Policy policy) {
        return new Network(
                policy.number("network.floor_ms_per_km"),
                policy.number("network.estimate_ms_per_km"),
                policy.number("network.base_ms"),
                policy.number("network.farthest_ms"));
    }

    double floorMillis(Coordinates from, Coordinates to) {
        return from.distanceKm(to) * floorPerKm;
    }

    double estimateMillis(Coordinates from, Coordinates to) {
        return base + from.distanceKm(to) * estimatePerKm;
    }

    /** The floor to a place of which nobody knows where it is: half around the Earth. */
    double farthestFloorMillis() {
        return Math.PI * Coordinates.EARTH_RADIUS_KM * floorPerKm;
    }

    /** How far away a place may be at most for a round trip. */
    double reachKm(double millis) {
        return Math.max(0, millis) / floorPerKm;
    }
}
