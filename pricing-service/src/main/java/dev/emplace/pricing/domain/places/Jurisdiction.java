package dev.emplace.pricing.domain.places;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One country, or a group of countries with common law on data.
 *
 * @param code an ISO 3166-1 alpha-2 country, or {@code EU} or {@code EEA}
 */
public record Jurisdiction(String code) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");

    /** Member states of the European Union since 2020-02-01. */
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** What the European Economic Area adds to the Union. */
    private static final Set<String> EEA_ONLY = Set.of("IS", "LI", "NO");

    public Jurisdiction {
        boolean known = CODE.matcher(code).matches() && (code.length() == 2 || code.equals("EEA"));
        if (!known) {
            throw new IllegalArgumentException(
                    "jurisdiction '" + code + "' is neither a country of ISO 3166-1 alpha-2 nor one of EU, EEA");
        }
    }

    /** Whether what stands in this region is under this jurisdiction; what stands nowhere yet can be. */
    public boolean covers(Region region) {
        return region.mobile() || region.country().filter(this::coversCountry).isPresent();
    }

    private boolean coversCountry(String country) {
        return switch (code) {
            case "EU" -> EU.contains(country);
            case "EEA" -> EU.contains(country) || EEA_ONLY.contains(country);
            default -> code.equals(country);
        };
    }

    /** The groups that a country belongs to, for display. */
    public static Set<String> groupsOf(Optional<String> country) {
        if (country.filter(EU::contains).isPresent()) {
            return Set.of("EU", "EEA");
        }
        return country.filter(EEA_ONLY::contains).isPresent() ? Set.of("EEA") : Set.of();
    }
}
