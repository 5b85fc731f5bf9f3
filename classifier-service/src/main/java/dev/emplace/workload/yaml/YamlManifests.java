package dev.emplace.workload.yaml;

import dev.emplace.workload.domain.WorkloadReason;
import dev.emplace.workload.domain.manifest.InvalidManifestException;
import dev.emplace.workload.domain.manifest.InvalidManifestException.Place;
import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.manifest.Manifests;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML or JSON, single or multi-document, into nodes that know their lines. It reads parser events and builds no
 * objects from tags, so a hostile document can name no class, and it stops at the first limit that is passed.
 */
public final class YamlManifests implements Manifests {
    private final ManifestLimits limits;

    public YamlManifests(ManifestLimits limits) {
        this.limits = limits;
    }

    @Override
    public Manifest read(byte[] input) {
        if (input.length > limits.bytes()) {
            throw new InvalidManifestException(
                    WorkloadReason.MANIFEST_TOO_COMPLEX,
                    "has " + input.length + " bytes; the limit is " + limits.bytes()
                            + ": send the workload's own documents only",
                    new Place(0, 1, ""));
        }
        return read(decode(input));
    }

    public Manifest read(String text) {
        if (text.length() > limits.bytes()) {
            throw new InvalidManifestException(
                    WorkloadReason.MANIFEST_TOO_COMPLEX,
                    "has " + text.length() + " characters; the limit is " + limits.bytes()
                            + ": send the workload's own documents only",
                    new Place(0, 1, ""));
        }
        DocumentBuilder builder = new DocumentBuilder(limits);
        try {
            Iterator<Event> events = new Yaml(options())
                    .parse(new StringReader(withoutTabs(text)))
                    .iterator();
            while (events.hasNext()) {
                builder.accept(events.next());
            }
        } catch (MarkedYAMLException malformed) {
            throw new InvalidManifestException(
                    WorkloadReason.MALFORMED_MANIFEST, explain(malformed), builder.place(line(malformed)));
        } catch (ReaderException forbidden) {
            throw new InvalidManifestException(
                    WorkloadReason.MALFORMED_MANIFEST,
                    "holds a character that YAML forbids",
                    builder.place(lineAt(text, forbidden.getPosition())));
        } catch (YAMLException unreadable) {
            throw new InvalidManifestException(
                    WorkloadReason.MALFORMED_MANIFEST,
                    "holds a character that YAML forbids",
                    builder.place(builder.line()));
        }
        List<Manifest.Document> documents = builder.documents();
        if (documents.isEmpty()) {
            throw new InvalidManifestException(
                    WorkloadReason.EMPTY_MANIFEST, "holds no document with content", new Place(0, 1, ""));
        }
        return new Manifest(documents);
    }

    private LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.bytes());
        return options;
    }

    /** JSON may be indented by tabs, which YAML forbids; inside JSON strings a raw tab is illegal anyway. */
    private static String withoutTabs(String text) {
        String start = text.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[");
        return json ? text.replace('\t', ' ') : text;
    }

    private static String decode(byte[] input) {
        ByteBuffer bytes = ByteBuffer.wrap(input);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += input[i] == '\n' ? 1 : 0;
            }
            throw new InvalidManifestException(
                    WorkloadReason.MALFORMED_MANIFEST,
                    "is not UTF-8 at byte " + bytes.position() + ": convert the file to UTF-8",
                    new Place(0, line, ""));
        }
    }

    private static int line(MarkedYAMLException malformed) {
        return malformed.getProblemMark() == null
                ? 1
                : malformed.getProblemMark().getLine() + 1;
    }

    /** SnakeYAML reads ahead of its events, and counts characters, a pair of surrogates as one. */
    private static int lineAt(String text, int position) {
        return 1
                + (int) text.codePoints()
                        .limit(position)
                        .filter(character -> character == '\n')
                        .count();
    }

    private static String explain(MarkedYAMLException malformed) {
        String problem = malformed.getProblem() == null ? "malformed" : malformed.getProblem();
        return "is not valid YAML (" + problem + "); a template must be rendered first";
    }
}
