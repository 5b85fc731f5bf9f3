package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.ModelShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a workload needs of each kind of accelerator.
 *
 * @param shape the model, where its size is known
 * @param wish the speed that is asked for, if any
 * @param footprints by kind, only those that fit
 * @param rejections kinds that do not
 * @param missing facts without which nothing can be sized
 */
record Sizing(
        Optional<ModelShape> shape,
        Optional<Wish> wish,
        List<Footprint> footprints,
        List<Rejection> rejections,
        List<MissingFact> missing,
        List<Assumed> assumptions) {
    Sizing {
        footprints = List.copyOf(footprints);
        rejections = List.copyOf(rejections);
        missing = List.copyOf(missing);
        assumptions = List.copyOf(assumptions);
    }

    /** Without the kinds of which more would be needed than anybody is asked for. */
    Sizing within(int most) {
        List<Footprint> tooMany = footprints.stream()
                .filter(footprint -> footprint.accelerators() > most)
                .toList();
        if (tooMany.isEmpty()) {
            return this;
        }
        Footprint least = Collections.min(tooMany, Comparator.comparingInt(Footprint::accelerators));
        List<Rejection> all = new ArrayList<>(rejections);
        all.add(Rejection.unasked(
                "accelerators",
                Constraint.SCALE,
                least.accelerators() + " accelerators",
                most + " accelerators",
                wish.map(asked -> asked.atMost(least.accelerator(), most)).orElse(""),
                "no offer is asked for so many",
                tooMany.stream()
                        .map(f -> f.accelerator().displayName())
                        .sorted()
                        .toList(),
                least.accelerator().displayName()));
        List<Footprint> few = footprints.stream()
                .filter(footprint -> footprint.accelerators() <= most)
                .toList();
        return new Sizing(shape, wish, few, all, missing, assumptions);
    }
}
