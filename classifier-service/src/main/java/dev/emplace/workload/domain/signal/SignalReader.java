package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Walks any manifest, whatever its kind, and sorts what it states by where it stands. Kinds that nobody has heard of are
 * read through the images, commands, resources and pod templates inside them.
 */
public final class SignalReader {
    private static final Map<String, Source> SOURCES = Map.ofEntries(
            Map.entry("image", Source.IMAGE),
            Map.entry("image_id", Source.IMAGE),
            Map.entry("command", Source.COMMAND),
            Map.entry("args", Source.COMMAND),
            Map.entry("entrypoint", Source.COMMAND),
            Map.entry("run", Source.COMMAND),
            Map.entry("setup", Source.SETUP),
            Map.entry("env", Source.ENV),
            Map.entry("envs", Source.ENV),
            Map.entry("secrets", Source.ENV),
            Map.entry("nodeSelector", Source.PLACEMENT),
            Map.entry("nodeName", Source.PLACEMENT),
            Map.entry("affinity", Source.PLACEMENT),
            Map.entry("tolerations", Source.PLACEMENT),
            Map.entry("runtimeClassName", Source.PLACEMENT),
            Map.entry("metadata", Source.NAME),
            Map.entry("name", Source.NAME),
            Map.entry("selector", Source.NAME),
            Map.entry("labels", Source.NAME),
            Map.entry("limits", Source.RESOURCE),
            Map.entry("requests", Source.RESOURCE),
            Map.entry("data", Source.CONFIG),
            Map.entry("stringData", Source.CONFIG),
            Map.entry("serveConfigV2", Source.CONFIG),
            Map.entry("runtimeEnvYAML", Source.CONFIG),
            Map.entry("volumes", Source.VOLUME),
            Map.entry("volumeMounts", Source.VOLUME),
            Map.entry("file_mounts", Source.VOLUME));

    private static final List<String> COMMAND_LINE = List.of("command", "args");

    public Signals read(Manifest manifest) {
        List<String> kinds = new ArrayList<>();
        List<Fact> facts = new ArrayList<>(256);
        List<Fact> models = new ArrayList<>();
        List<Fact> schedules = new ArrayList<>();
        DemandReader demands = new DemandReader(manifest.documents());
        for (Manifest.Document document : manifest.documents()) {
            kinds.add(kind(document.root()));
            new Walk(document.index(), facts).document(document.root());
            demands.read(document);
            ManifestKinds.known(document.root()).ifPresent(known -> {
                known.models().forEach(path -> at(path, document, models));
                known.schedules().forEach(path -> at(path, document, schedules));
            });
        }
        return new Signals(kinds, facts, demands.demands(), demands.nodes(), models, schedules);
    }

    private static void at(Path path, Manifest.Document document, List<Fact> found) {
        path.each(document.root(), Location.root(), (node, at) -> {
            if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
                found.add(new Fact(Source.VALUE, scalar.text().trim(), document.index(), at, scalar.line()));
            }
        });
    }

    /** The document's kind; "task" for a SkyPilot task file, which has none. */
    public static String kind(Node.Mapping root) {
        String kind = root.text("kind");
        if (!kind.isEmpty()) {
            return kind;
        }
        return isTask(root) ? "task" : "";
    }

    static boolean isTask(Node.Mapping root) {
        return !root.has("apiVersion")
                && (root.has("run") || root.has("setup") || root.has("resources") || root.has("num_nodes"));
    }

    private record Walk(int document, List<Fact> facts) {
        void document(Node.Mapping root) {
            String kind = kind(root);
            if (!kind.isEmpty()) {
                add(
                        Source.KIND,
                        root.text("apiVersion") + " " + kind,
                        Location.root().key("kind"),
                        line(root, "kind"));
            }
            mapping(root, null, Location.root());
        }

        private static int line(Node.Mapping root, String key) {
            Node node = root.get(key);
            return node == null ? root.line() : node.line();
        }

        void node(Node node, @Nullable Source context, Location at) {
            if (node instanceof Node.Mapping mapping) {
                mapping(mapping, context, at);
            } else if (node instanceof Node.Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    node(sequence.items().get(i), context, at.item(i));
                }
            } else if (node instanceof Node.Scalar scalar) {
                scalar(scalar, context == null ? Source.VALUE : context, at);
            }
        }

        private void mapping(Node.Mapping mapping, @Nullable Source context, Location at) {
            for (Node.Entry entry : mapping.entries()) {
                Location below = at.key(entry.key());
                Source named = SOURCES.get(entry.key());
                add(keySource(context), entry.key(), below, entry.line());
                node(entry.value(), inner(context, named), below);
            }
            commandLine(mapping, at);
        }

        /** The words of a command in one line, since "vllm" and "serve" may be two arguments. */
        private void commandLine(Node.Mapping mapping, Location at) {
            StringJoiner words = new StringJoiner(" ");
            Node.@Nullable Sequence last = null;
            for (String key : COMMAND_LINE) {
                Node.Sequence part = mapping.sequence(key);
                if (part != null) {
                    part.items().forEach(item -> word(item, words));
                    last = part;
                }
            }
            if (last != null && !last.items().isEmpty()) {
                add(Source.COMMAND, words.toString(), at, last.line());
            }
        }

        private static void word(Node item, StringJoiner words) {
            if (item instanceof Node.Scalar scalar && !scalar.block()) {
                words.add(scalar.text());
            }
        }

        /** Keys of configuration, environment and selectors are the author's words; other keys are the schema's. */
        private static Source keySource(@Nullable Source context) {
            if (context == null) {
                return Source.KEY;
            }
            return switch (context) {
                case ENV, PLACEMENT, RESOURCE, CONFIG, VOLUME -> context;
                case KIND, IMAGE, COMMAND, SETUP, NAME, KEY, VALUE -> Source.KEY;
            };
        }

        private static @Nullable Source inner(@Nullable Source context, @Nullable Source named) {
            if (context == null || named == Source.COMMAND) {
                return named == null ? context : named;
            }
            return context;
        }

        private void scalar(Node.Scalar scalar, Source source, Location at) {
            if (!scalar.block() || scalar.text().indexOf('\n') < 0) {
                add(source, scalar.text(), at, scalar.line());
                return;
            }
            int line = scalar.line();
            for (String text : scalar.text().split("\n", -1)) {
                line++;
                String code = text.strip();
                // A comment in a script says what could be, not what is.
                if (!code.isEmpty() && !code.startsWith("#")) {
                    add(source, code, at, line);
                }
            }
        }

        private void add(Source source, String text, Location at, int line) {
            if (!text.isEmpty()) {
                facts.add(new Fact(source, text, document, at, line));
            }
        }
    }
}
