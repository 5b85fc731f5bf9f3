package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.Rendering;
import java.util.stream.Collectors;

/** A rendering as a file: what is for people stands in comments. */
public final class RenderingText {
    private RenderingText() {}

    public static String of(Rendering rendering) {
        return "---\n"
                + rendering.getNotesList().stream()
                        .map(note -> "# " + note + "\n")
                        .collect(Collectors.joining())
                + podFields(rendering)
                + rendering.getContent();
    }

    private static String podFields(Rendering rendering) {
        return rendering.getPodFields().isEmpty()
                ? ""
                : "# merge into the pods' own manifest:\n"
                        + rendering
                                .getPodFields()
                                .lines()
                                .map(line -> "#   " + line + "\n")
                                .collect(Collectors.joining());
    }
}
