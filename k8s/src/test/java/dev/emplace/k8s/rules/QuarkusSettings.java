package dev.emplace.k8s.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The settings of the Quarkus extensions that the services carry, as each extension's own jar describes them. */
final class QuarkusSettings {

    private static final String DESCRIPTION = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    /** The phase in which a setting is read, by environment variable. */
    private final Map<String, String> phases = new HashMap<>();

    QuarkusSettings() {
        try {
            for (URL description :
                    Collections.list(QuarkusSettings.class.getClassLoader().getResources(DESCRIPTION))) {
                try (Reader text = new InputStreamReader(description.openStream(), StandardCharsets.UTF_8)) {
                    collect(JsonParser.parseReader(text));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isKnown(String variable) {
        return phases.containsKey(variable);
    }

    /** False for one that is fixed when the service is built. */
    boolean isReadAtStart(String variable) {
        return "RUN_TIME".equals(phases.get(variable));
    }

    private void collect(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(this::collect);
        } else if (element.isJsonObject()) {
            collectObject(element.getAsJsonObject());
        }
    }

    private void collectObject(JsonObject object) {
        if (object.has("phase") && object.get("path") instanceof JsonObject path && path.has("environmentVariable")) {
            phases.put(
                    path.get("environmentVariable").getAsString(),
                    object.get("phase").getAsString());
        }
        object.asMap().values().forEach(this::collect);
    }
}
