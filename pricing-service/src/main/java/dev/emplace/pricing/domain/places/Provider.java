package dev.emplace.pricing.domain.places;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whoever offers accelerators: a cloud, a colocation site, an edge site, the maker of a device.
 *
 * @param id short and stable, such as {@code aws}
 * @param egress what it charges for data that leaves; absent where no published tariff is known
 */
public record Provider(String id, String displayName, ProviderKind kind, Optional<EgressTariff> egress) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Provider {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("provider id '" + id + "' is not lower-case words joined by hyphens");
        }
    }
}
