package dev.emplace.k8s.rules;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Manifest;
import dev.emplace.k8s.Node;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Each field of an object or of a patch is one that its kind has, with a value of its type. Found by reading it into the
 * model and writing it again: what does not come back, the API server would not know.
 */
final class KnownFields implements Rule {

    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .registerTypeAdapter(OffsetDateTime.class, (JsonSerializer<OffsetDateTime>)
                    (time, type, context) -> new JsonPrimitive(time.toString()))
            .registerTypeAdapter(byte[].class, new Base64Text())
            .create();

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return Stream.concat(landscape.objects().stream(), landscape.patches().stream())
                .flatMap(KnownFields::faultsOf);
    }

    private static Stream<Fault> faultsOf(Manifest manifest) {
        return Models.of(manifest)
                .map(model -> differences(manifest, model))
                .orElseGet(() -> Stream.of(manifest.fault(
                        manifest.at("apiVersion"), "and kind are none that we deploy: is a name mistyped?")));
    }

    private static Stream<Fault> differences(Manifest manifest, Class<?> model) {
        try {
            JsonElement again = GSON.toJsonTree(GSON.fromJson(manifest.json(), model));
            return differences(manifest, manifest.root(), again);
        } catch (JsonParseException | NumberFormatException misfit) {
            return Stream.of(manifest.fault(manifest.root(), "has a value of a wrong type: " + misfit.getMessage()));
        }
    }

    private static Stream<Fault> differences(Manifest manifest, Node written, @Nullable JsonElement read) {
        if (!written.exists() || isDirective(written)) {
            return Stream.of();
        }
        if (read == null) {
            return Stream.of(manifest.fault(written, "is no field of a " + manifest.kind()));
        }
        if (read.isJsonObject()) {
            return written.fields().entrySet().stream()
                    .flatMap(field -> differences(
                            manifest, field.getValue(), read.getAsJsonObject().get(field.getKey())));
        }
        if (read.isJsonArray()) {
            List<Node> elements = written.each().toList();
            return IntStream.range(0, elements.size())
                    .boxed()
                    .flatMap(i -> differences(
                            manifest, elements.get(i), read.getAsJsonArray().get(i)));
        }
        return sameType(written.value(), read)
                ? Stream.of()
                : Stream.of(manifest.fault(written, "is " + written.value() + " where the model has " + read));
    }

    /** What tells kustomize what to do is no field. */
    private static boolean isDirective(Node written) {
        return written.path().endsWith("$patch");
    }

    private static boolean sameType(@Nullable JsonElement written, JsonElement read) {
        return written instanceof JsonPrimitive before
                && read instanceof JsonPrimitive after
                && before.isString() == after.isString()
                && before.isBoolean() == after.isBoolean();
    }
}
