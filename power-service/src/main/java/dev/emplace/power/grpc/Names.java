package dev.emplace.power.grpc;

import dev.emplace.platform.errors.InvalidFieldException;

/** Resource names: sites/{site} and sites/{site}/reservations/{reservation}. */
final class Names {
    private static final String SITES = "sites/";
    private static final String RESERVATIONS = "/reservations/";

    private Names() {}

    /** The name of a reservation, taken apart. */
    record ReservationName(String site, String reservation) {}

    static String site(String id) {
        return SITES + id;
    }

    static String siteId(String name, String field) {
        if (!name.startsWith(SITES) || name.length() == SITES.length()) {
            throw new InvalidFieldException(field, "is \"" + name + "\"; must be sites/{site}");
        }
        return name.substring(SITES.length());
    }

    static String reservation(String site, String id) {
        return SITES + site + RESERVATIONS + id;
    }

    static ReservationName reservation(String name) {
        int middle = name.indexOf(RESERVATIONS);
        if (!name.startsWith(SITES) || middle < SITES.length()) {
            throw new InvalidFieldException(
                    "name", "is \"" + name + "\"; must be sites/{site}/reservations/{reservation}");
        }
        return new ReservationName(
                name.substring(SITES.length(), middle), name.substring(middle + RESERVATIONS.length()));
    }

    /** The accelerator's id, whether it was given bare or as a resource name. */
    static String accelerator(String name) {
        return name.startsWith("accelerators/") ? name.substring("accelerators/".length()) : name;
    }
}
