package dev.emplace.pricing.domain.places;

/** A place on Earth, WGS 84 degrees; a city's precision is enough for latency by distance. */
public record Coordinates(double latitude, double longitude) {
    public Coordinates {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude is " + latitude + ", but must lie within -90 and 90 degrees");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException(
                    "longitude is " + longitude + ", but must lie within -180 and 180 degrees");
        }
    }
}
