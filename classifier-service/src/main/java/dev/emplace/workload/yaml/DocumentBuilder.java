package dev.emplace.workload.yaml;

import dev.emplace.workload.domain.WorkloadReason;
import dev.emplace.workload.domain.manifest.InvalidManifestException;
import dev.emplace.workload.domain.manifest.InvalidManifestException.Place;
import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.manifest.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Builds documents from parser events and refuses the first event that passes a limit. */
final class DocumentBuilder {
    private final ManifestLimits limits;
    private final List<Manifest.Document> documents = new ArrayList<>();
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int document = -1;
    private int line = 1;
    private long nodes;
    private long characters;

    /** A node that aliases may name, and the characters of all its texts, aliases expanded. */
    private record Anchored(Node node, long characters) {}

    DocumentBuilder(ManifestLimits limits) {
        this.limits = limits;
    }

    List<Manifest.Document> documents() {
        return documents;
    }

    int line() {
        return line;
    }

    void accept(Event event) {
        line = event.getStartMark() == null ? line : event.getStartMark().getLine() + 1;
        switch (event.getEventId()) {
            case DocumentStart -> startDocument();
            case MappingStart -> push(new OpenNode(true, line, anchor(event), characters));
            case SequenceStart -> push(new OpenNode(false, line, anchor(event), characters));
            case MappingEnd, SequenceEnd -> close();
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                long before = characters;
                write(scalar.getValue().length());
                add(new Node.Scalar(scalar.getValue(), line, block(scalar)), scalar.getAnchor(), before);
            }
            case Alias -> {
                Anchored shared = resolve(((AliasEvent) event).getAnchor());
                count(shared.node().size() - 1);
                write(shared.characters());
                add(shared.node(), null, characters);
            }
            case Comment, DocumentEnd, StreamStart, StreamEnd -> {}
        }
    }

    Place place(int atLine) {
        StringBuilder path = new StringBuilder();
        for (Iterator<OpenNode> outermostFirst = open.descendingIterator(); outermostFirst.hasNext(); ) {
            outermostFirst.next().appendTo(path);
        }
        return new Place(Math.max(document, 0), atLine, path.toString());
    }

    private InvalidManifestException tooComplex(String problem) {
        return new InvalidManifestException(WorkloadReason.MANIFEST_TOO_COMPLEX, problem, place(line));
    }

    private InvalidManifestException malformed(String problem) {
        return new InvalidManifestException(WorkloadReason.MALFORMED_MANIFEST, problem, place(line));
    }

    private void startDocument() {
        document++;
        if (document >= limits.documents()) {
            throw tooComplex("has more than " + limits.documents() + " documents");
        }
        anchors.clear();
    }

    private void push(OpenNode node) {
        if (open.size() >= limits.depth()) {
            throw tooComplex("is nested deeper than " + limits.depth() + " levels");
        }
        OpenNode parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            throw malformed("has a key that is not text; a template must be rendered first");
        }
        open.push(node);
    }

    private void close() {
        OpenNode closed = open.pop();
        add(closed.build(), closed.anchor, closed.charactersBefore);
    }

    private Anchored resolve(String anchor) {
        Anchored shared = anchors.get(anchor);
        if (shared == null) {
            throw malformed("alias *" + anchor + " names no finished anchor; a node may not contain itself");
        }
        return shared;
    }

    /** @param charactersBefore those of all texts before the node's own */
    private void add(Node node, @Nullable String anchor, long charactersBefore) {
        OpenNode parent = open.peek();
        count(1);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, characters - charactersBefore));
        }
        if (parent != null) {
            addTo(parent, node);
        } else {
            finish(node);
        }
    }

    private void count(long more) {
        nodes += more;
        if (nodes > limits.nodes()) {
            throw tooComplex("has more than " + limits.nodes() + " values once its aliases are expanded");
        }
    }

    private void write(long more) {
        characters += more;
        if (characters > limits.characters()) {
            throw tooComplex("has more than " + limits.characters() + " characters once its aliases are expanded");
        }
    }

    private void addTo(OpenNode parent, Node node) {
        if (parent.awaitsKey() && !(node instanceof Node.Scalar)) {
            throw malformed("has a key that is not text; a template must be rendered first");
        }
        parent.add(node);
    }

    private void finish(Node root) {
        if (root instanceof Node.Mapping mapping) {
            documents.add(new Manifest.Document(document, mapping));
        } else if (!(root instanceof Node.Scalar scalar && scalar.text().isEmpty())) {
            throw new InvalidManifestException(
                    WorkloadReason.MALFORMED_MANIFEST,
                    "must be a mapping, such as one with apiVersion and kind",
                    new Place(document, root.line(), ""));
        }
    }

    private static @Nullable String anchor(Event event) {
        return ((NodeEvent) event).getAnchor();
    }

    private static boolean block(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }
}
