package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.Footprints;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.Workload;
import java.util.List;
import java.util.Optional;

/** A workload whose model is unknown: it gets the accelerators that it asks for. */
record AsAsked(Reading reading, Optional<Wish> wish, Footprints footprints, List<AcceleratorFacts> catalog) {

    Sizing size(AllowedKinds allowed) {
        Workload workload = reading.workload();
        WorkloadClass workloadClass = reading.classification().workloadClass();
        boolean light = workloadClass == WorkloadClass.DEVELOPMENT || workloadClass == WorkloadClass.EXPERIMENTATION;
        int count = Math.max(
                light ? 1 : 0, workload.accelerators().inAll(workload.needs().replicas()));
        String kind = workload.accelerators().kind();
        List<AcceleratorFacts> called =
                allowed.kinds().stream().filter(a -> a.isCalled(kind)).toList();
        if (light && called.isEmpty()) {
            List<AcceleratorFacts> any =
                    allowed.kinds().stream().filter(a -> !a.device()).toList();
            return sized(
                    allowed,
                    any,
                    count,
                    new Assumed(
                            "accelerators.accelerator",
                            count + " of any kind",
                            "work of this class is not bound to a kind, and none is stated"));
        }
        if (count == 0 || called.isEmpty()) {
            return new Sizing(Optional.empty(), wish, List.of(), List.of(), missing(workload, count), List.of());
        }
        return sized(
                allowed,
                called,
                count,
                new Assumed(
                        "model.parameter_count",
                        count + " x " + kind,
                        "the model is unknown, so it is sized as asked"));
    }

    private Sizing sized(AllowedKinds allowed, List<AcceleratorFacts> kinds, int count, Assumed assumed) {
        List<Footprint> asked =
                kinds.stream().map(kind -> footprints.asked(kind, count, 1)).toList();
        return new Sizing(Optional.empty(), wish, asked, allowed.rejections(), List.of(), List.of(assumed));
    }

    private List<MissingFact> missing(Workload workload, int count) {
        String kind = workload.accelerators().kind();
        boolean named = !workload.model().name().isEmpty();
        if (count > 0 && !kind.isEmpty() && catalog.stream().noneMatch(a -> a.isCalled(kind))) {
            return List.of(new MissingFact(
                    "accelerators.accelerator",
                    "Which accelerator is \"" + kind + "\"?",
                    "the catalog knows none by that name, and without the model's size no other can be chosen"));
        }
        return List.of(
                new MissingFact(
                        "model.parameter_count",
                        named
                                ? "How many parameters has " + workload.model().name() + "?"
                                : "Which model does it run, or how large is it?",
                        count > 0
                                ? "it asks for " + count
                                        + " accelerators without their kind; the size of the model, or "
                                        + "accelerators.accelerator, decides which will do"
                                : "without the size of the model, or the number and kind of accelerators, nothing can be sized"));
    }
}
