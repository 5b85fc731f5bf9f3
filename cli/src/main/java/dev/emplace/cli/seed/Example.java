package dev.emplace.cli.seed;

import dev.emplace.api.workload.v1.Workload;
import dev.emplace.cli.CliException;
import dev.emplace.cli.output.Documents;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A workload that comes with Emplace, as a manifest, or as facts where no manifest says what matters.
 *
 * @param name what it is called; its file is {@code examples/NAME.yaml}
 */
public record Example(String name) {

    /** All of them, in the order in which they are worth reading. */
    public static final List<Example> ALL = Stream.of(
                    "llama-70b-serving",
                    "h100-burst",
                    "monthly-training",
                    "lora-tuning",
                    "notebook",
                    "offline-batch",
                    "resnet50-8ms",
                    "offline-robot",
                    "camera-video",
                    "german-data",
                    "web-shop")
            .map(Example::new)
            .toList();

    /** Their names, for the completion of shells. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(Example::name).iterator();
        }
    }

    public static Example named(String name) {
        return ALL.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CliException(
                        "there is no example '" + name + "'; there are " + String.join(", ", new Names())));
    }

    public String text() {
        return Bundled.text("examples/" + name + ".yaml");
    }

    /** What it shows, which its first line says. */
    public String title() {
        return text().lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
    }

    /** Its facts; empty if it is a manifest. */
    public Optional<Workload> facts() {
        Workload.Builder facts = Workload.newBuilder();
        try {
            Documents.readYaml(text(), name, facts);
            return Optional.of(facts.build());
        } catch (CliException e) {
            return Optional.empty(); // the fields of a manifest are none of a workload
        }
    }
}
