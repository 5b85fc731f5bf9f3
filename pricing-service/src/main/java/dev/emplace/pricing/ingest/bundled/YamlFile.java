package dev.emplace.pricing.ingest.bundled;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One parsed YAML file, as nodes: those know their lines, and make no objects that a file could choose. */
final class YamlFile {

    private final String name;
    private final Node root;

    YamlFile(String name, byte[] bytes) {
        this.name = name;
        this.root = parsed(name, bytes);
    }

    Entry entry() {
        return new Entry(name, root);
    }

    List<Entry> entries() {
        if (root instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new Entry(name, item))
                    .toList();
        }
        throw new CatalogFileException(name, 1, "must be a list");
    }

    private static Node parsed(String name, byte[] bytes) {
        try {
            var text = new String(bytes, StandardCharsets.UTF_8);
            return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)))
                    .orElseThrow(() -> new CatalogFileException(name, 1, "is empty"));
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            throw new CatalogFileException(
                    name, mark == null ? 0 : mark.getLine() + 1, "is no YAML: " + malformed.getProblem());
        }
    }
}
