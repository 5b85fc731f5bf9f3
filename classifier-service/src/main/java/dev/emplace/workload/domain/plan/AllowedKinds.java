package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The kinds of accelerator that a workload may run on at all, whatever their size, and why others may not. */
record AllowedKinds(List<AcceleratorFacts> kinds, List<Rejection> rejections) {

    /** @param vendor the maker that the workload's software is built for; "" is unknown */
    static AllowedKinds of(
            List<AcceleratorFacts> catalog, Constraints constraints, String vendor, Optional<Wish> wish) {
        AllowedKinds allowed = new AllowedKinds(catalog, List.of())
                .keeping(
                        kind -> constraints.accelerators().isEmpty()
                                || constraints.accelerators().stream().anyMatch(kind::isCalled),
                        String.join(", ", constraints.accelerators()),
                        "passes if its name is among the accelerators of the constraints",
                        "only some accelerators are acceptable")
                .keeping(
                        kind -> vendor.isEmpty() || kind.vendor().equals(vendor),
                        vendor,
                        "passes with an image for another maker's accelerators, and accelerators.vendor set to it",
                        "what it asks its cluster for is made by " + vendor);
        return wish.map(asked -> allowed.keeping(
                        kind -> kind.device() || asked.least(kind).isPresent(),
                        asked.limit(),
                        "passes if accelerators.accelerator names it",
                        "how fast they are is not known, so their number cannot be told"))
                .orElse(allowed);
    }

    private AllowedKinds keeping(Predicate<AcceleratorFacts> allowed, String limit, String change, String why) {
        List<AcceleratorFacts> kept = kinds.stream().filter(allowed).toList();
        int left = kinds.size() - kept.size();
        if (left == 0) {
            return this;
        }
        List<Rejection> all = new ArrayList<>(rejections);
        all.add(Rejection.unasked(
                "other accelerators",
                Constraint.ACCELERATOR,
                left == 1 ? "1 kind" : left + " kinds",
                limit,
                change,
                why,
                kinds.stream()
                        .filter(allowed.negate())
                        .map(AcceleratorFacts::displayName)
                        .sorted()
                        .toList(),
                ""));
        return new AllowedKinds(kept, List.copyOf(all));
    }
}
