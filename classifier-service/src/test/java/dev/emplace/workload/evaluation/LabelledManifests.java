package dev.emplace.workload.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The evaluation sets: one beside the repository, where it is present, and one among the tests. */
final class LabelledManifests {
    /** These hold no workload, or run no inference, whatever their label says. */
    private static final List<String> BLEMISHED = List.of("vllm-hpa", "network-roce", "device-query");

    private LabelledManifests() {}

    static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolveSibling("shared").resolve("data/workload/manifests");
            if (Files.exists(folder.resolve("labels.csv"))) {
                return Optional.of(folder);
            }
        }
        return Optional.ofNullable(System.getProperty("emplace.manifests")).map(Path::of);
    }

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
    static List<LabelledManifest> unseen() throws IOException {
        Path folder = Path.of("src", "test", "resources", "unseen");
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
