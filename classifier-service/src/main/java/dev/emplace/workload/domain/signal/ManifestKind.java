package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.signal.Count.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of the objects of one kind: where they state their numbers, their model and their schedule.
 *
 * @param name kind, after its API group where another group has a kind of that name
 * @param gang whether all of its pods work as one
 * @param multipliers where numbers of copies and members stand
 * @param requests mappings of limits and requests that stand elsewhere than under "resources"
 * @param instances names of instance types that bring accelerators with them
 * @param models names or addresses of models
 * @param schedules expressions of time at which it runs again
 */
record ManifestKind(
        String name,
        boolean gang,
        List<Multiplier> multipliers,
        List<Path> requests,
        List<Path> instances,
        List<Path> models,
        List<Path> schedules) {
    static ManifestKind of(String name) {
        return new ManifestKind(name, false, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static ManifestKind gang(String name) {
        return new ManifestKind(name, true, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    ManifestKind copies(String base, String source) {
        return times(Multiplier.of(Role.COPIES, base, source));
    }

    ManifestKind members(String base, String source) {
        return times(Multiplier.of(Role.MEMBERS, base, source));
    }

    ManifestKind times(Multiplier multiplier) {
        return new ManifestKind(name, gang, with(multipliers, multiplier), requests, instances, models, schedules);
    }

    ManifestKind requests(String path) {
        return new ManifestKind(name, gang, multipliers, with(requests, Path.of(path)), instances, models, schedules);
    }

    ManifestKind instance(String path) {
        return new ManifestKind(name, gang, multipliers, requests, with(instances, Path.of(path)), models, schedules);
    }

    ManifestKind model(String path) {
        return new ManifestKind(name, gang, multipliers, requests, instances, with(models, Path.of(path)), schedules);
    }

    ManifestKind schedule(String path) {
        return new ManifestKind(name, gang, multipliers, requests, instances, models, with(schedules, Path.of(path)));
    }

    private static <T> List<T> with(List<T> before, T more) {
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return List.copyOf(all);
    }
}
