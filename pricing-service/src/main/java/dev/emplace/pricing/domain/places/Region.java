package dev.emplace.pricing.domain.places;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place that a provider prices as one.
 *
 * @param code the provider's own, such as {@code us-east-1}
 * @param country ISO 3166-1 alpha-2; absent where the offer goes wherever its buyer is (a device), or where the
 *     source gives one price for the provider's whole footprint
 * @param mobile whether the buyer chooses where it stands, so that any country can be met
 * @param siteId the site of power-service that this is, where its power is ours to reserve
 */
public record Region(
        Provider provider,
        String code,
        String displayName,
        Optional<String> country,
        Partition partition,
        Optional<Coordinates> coordinates,
        Optional<CarbonIntensity> carbon,
        boolean mobile,
        Optional<String> siteId) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");

    public Region {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("region code '" + code + "' is not lower-case words joined by hyphens");
        }
        country.ifPresent(Region::requireAlpha2);
        if (mobile && country.isPresent()) {
            throw new IllegalArgumentException("region '" + code + "' is mobile and yet has a country");
        }
    }

    /** The region's name across providers, such as {@code aws/us-east-1}. */
    public String id() {
        return provider.id() + "/" + code;
    }

    private static void requireAlpha2(String country) {
        if (!ALPHA_2.matcher(country).matches()) {
            throw new IllegalArgumentException(
                    "country '" + country + "' is not two capital letters of ISO 3166-1, such as DE");
        }
    }
}
