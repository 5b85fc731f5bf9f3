package dev.emplace.platform.auth;

import dev.emplace.api.access.v1.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which roles a caller holds, by its names: one of a certificate or a token's subject, and those of its groups. */
final class RoleBook {

    private final Map<String, Set<Role>> exact = new HashMap<>();
    private final Map<String, Set<Role>> prefixes = new TreeMap<>();

    private RoleBook() {}

    static RoleBook of(AuthConfig config) {
        RoleBook book = new RoleBook();
        members(config).forEach((role, names) -> names.forEach(name -> book.give(name, role)));
        return book;
    }

    /** The names in the configuration, by the role that they are given. */
    static Map<Role, List<String>> members(AuthConfig config) {
        return Map.of(
                Role.ROLE_VIEWER, names(config.viewers()),
                Role.ROLE_PUBLISHER, names(config.publishers()),
                Role.ROLE_RESERVER, names(config.reservers()),
                Role.ROLE_ADMIN, names(config.admins()));
    }

    Set<Role> of(Collection<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            roles.addAll(exact.getOrDefault(name, Set.of()));
            prefixes.forEach((prefix, given) -> {
                if (name.startsWith(prefix)) {
                    roles.addAll(given);
                }
            });
        }
        return roles;
    }

    private void give(String name, Role role) {
        boolean prefix = name.endsWith("*");
        (prefix ? prefixes : exact)
                .computeIfAbsent(
                        prefix ? name.substring(0, name.length() - 1) : name, added -> EnumSet.noneOf(Role.class))
                .add(role);
    }

    private static List<String> names(Optional<List<String>> configured) {
        return configured.orElseGet(ArrayList::new).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
