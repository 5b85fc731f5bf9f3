package dev.emplace.power.domain.reservation;

import java.util.List;
import java.util.Optional;

/**
 * The quotas of a site's tenants.
 *
 * @param all one of each tenant
 * @param token of their last change
 */
public record Quotas(List<Quota> all, Token token) {
    public static final Quotas NONE = new Quotas(List.of(), new Token(0, 0));

    public Quotas {
        all = List.copyOf(all);
    }

    /** The quota that a tenant has, its own or that of each other. */
    Optional<Quota> of(String tenant) {
        return named(tenant).or(() -> named(Quota.EACH_OTHER));
    }

    private Optional<Quota> named(String tenant) {
        return all.stream().filter(quota -> quota.tenant().equals(tenant)).findFirst();
    }
}
