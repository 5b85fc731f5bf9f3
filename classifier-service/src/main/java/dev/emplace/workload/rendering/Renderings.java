package dev.emplace.workload.rendering;

import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.Rendering;
import dev.emplace.api.workload.v1.RenderingFormat;
import java.util.List;
import java.util.stream.Stream;

/** A plan in each form that is asked for. */
public final class Renderings {
    private Renderings() {}

    /** None where there is no placement: there is nothing to act on. */
    public static List<Rendering> of(Plan plan, List<RenderingFormat> formats) {
        return plan.getPlacementsCount() == 0
                ? List.of()
                : formats.stream().flatMap(format -> rendering(plan, format)).toList();
    }

    private static Stream<Rendering> rendering(Plan plan, RenderingFormat format) {
        return switch (format) {
            case RENDERING_FORMAT_SKYPILOT -> Stream.of(new SkyPilotTask(plan).rendering());
            case RENDERING_FORMAT_KUEUE -> Stream.of(new KueueQueues(plan).rendering());
            case RENDERING_FORMAT_UNSPECIFIED, UNRECOGNIZED -> Stream.empty();
        };
    }
}
