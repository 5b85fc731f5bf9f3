package dev.emplace.workload.domain.workload;

/** A place on the globe, in degrees. */
public record Coordinates(double latitude, double longitude) {
    public static final double EARTH_RADIUS_KM = 6_371.0;

    public Coordinates {
        // Written so that NaN fails too.
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("latitude must lie from -90 to 90 and longitude from -180 to 180, not "
                    + latitude + ", " + longitude);
        }
    }

    /** Great-circle distance in km, by the haversine formula. */
    public double distanceKm(Coordinates other) {
        double phi1 = Math.toRadians(latitude);
        double phi2 = Math.toRadians(other.latitude);
        double sinLat = Math.sin((phi2 - phi1) / 2);
        double sinLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double a = sinLat * sinLat + Math.cos(phi1) * Math.cos(phi2) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
