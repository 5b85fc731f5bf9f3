package dev.emplace.bench.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The evaluation sets: one beside the repository, and one among the tests of classifier-service. */
final class LabelledManifests {
    /** These hold no workload, or run no inference, whatever their label says. */
    private static final List<String> BLEMISHED = List.of("vllm-hpa", "network-roce", "device-query");

    private LabelledManifests() {}

    static List<LabelledManifest> read(Path folder) throws IOException {
        List<LabelledManifest> manifests = new ArrayList<>();
        for (String row : Files.readAllLines(folder.resolve("labels.csv")).stream()
                .skip(1)
                .toList()) {
            List<String> cells = cells(row);
            String file = cells.get(0);
            manifests.add(new LabelledManifest(
                    folder.resolve(file),
                    cells.get(1),
                    cells.get(4),
                    cells.get(5).isEmpty() ? List.of() : List.of(cells.get(5).split("\\|")),
                    cells.get(6).equals("high"),
                    BLEMISHED.stream().anyMatch(file::contains)));
        }
        return manifests;
    }

    /** Manifests in the style of other repositories, labelled before any rule saw them. */
    static List<LabelledManifest> unseen(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("labels.csv")).stream()
                .skip(1)
                .map(LabelledManifests::cells)
                .map(cells ->
                        new LabelledManifest(folder.resolve(cells.get(0)), "own", cells.get(1), List.of(), true, false))
                .toList();
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
