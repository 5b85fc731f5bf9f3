package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.RenderingFormat;
import java.util.List;
import java.util.Locale;

/** How a plan is printed: for people, for programs, or as another system's own input. */
public enum PlanFormat {
    TABLE,
    JSON,
    YAML,
    SKYPILOT,
    KUEUE;

    /** What the service is to write, for a format that is not ours. */
    public List<RenderingFormat> renderings() {
        return switch (this) {
            case TABLE, JSON, YAML -> List.of();
            case SKYPILOT -> List.of(RenderingFormat.RENDERING_FORMAT_SKYPILOT);
            case KUEUE -> List.of(RenderingFormat.RENDERING_FORMAT_KUEUE);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
