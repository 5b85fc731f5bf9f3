package dev.emplace.cli.netbox;

import com.google.type.LatLng;
import dev.emplace.cli.CliException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one site of NetBox that is imported. */
final class NetBoxSite {
    private NetBoxSite() {}

    /** @param wanted slug or name; empty takes the only one */
    static NetBoxObject of(NetBoxInventory inventory, String wanted) {
        List<NetBoxObject> all = inventory.all(NetBoxInventory.SITES);
        List<NetBoxObject> found = all.stream()
                .filter(site -> wanted.isEmpty()
                        || wanted.equals(site.name())
                        || site.text("slug").filter(wanted::equals).isPresent())
                .toList();
        if (found.size() != 1) {
            throw new CliException(
                    all.isEmpty()
                            ? "there is no page of /api/dcim/sites/ among what was read; save that, too"
                            : "there are " + found.size() + " sites" + (wanted.isEmpty() ? "" : " called " + wanted)
                                    + "; give --netbox-site with one of: "
                                    + all.stream()
                                            .map(site -> site.text("slug").orElse(site.name()))
                                            .collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }

    static Optional<LatLng> location(NetBoxObject site) {
        return site.number("latitude")
                .flatMap(latitude -> site.number("longitude")
                        .map(longitude -> LatLng.newBuilder()
                                .setLatitude(latitude.doubleValue())
                                .setLongitude(longitude.doubleValue())
                                .build()));
    }

    /** Whether an object is at that site, which panels, racks and devices say of themselves. */
    static boolean has(NetBoxObject site, NetBoxObject object) {
        return object.reference("site").filter(id -> id == site.id()).isPresent();
    }
}
