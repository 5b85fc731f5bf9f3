package dev.emplace.supply;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A CycloneDX bill of materials. */
record BillOfMaterials(List<Component> components) {

    static BillOfMaterials read(Path file) {
        try {
            JsonObject bill = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return new BillOfMaterials(
                    objects(bill, "components").map(Component::of).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One library.
     *
     * @param name group and artifact: {@code io.netty:netty-codec-http2}
     * @param sha256 of its file
     * @param licences as its own POM declares them, of which a user may choose one; SPDX identifiers where known
     */
    record Component(String name, String version, String sha256, List<String> licences) {

        /** Quarkus takes out the names of the exporters that it configures itself. */
        private static final String WITHOUT_ITS_SERVICES = "io.opentelemetry:opentelemetry-exporter-otlp";

        boolean isOurs() {
            return name.startsWith("dev.emplace:");
        }

        /** What Quarkus packs anew goes by its name. */
        boolean is(String file, String fileSha256) {
            boolean packedAnew = isOurs() || name.equals(WITHOUT_ITS_SERVICES);
            return packedAnew
                    ? file.endsWith(name.substring(name.indexOf(':') + 1) + "-" + version + ".jar")
                    : sha256.equals(fileSha256);
        }

        private static Component of(JsonObject json) {
            return new Component(
                    json.get("group").getAsString() + ":" + json.get("name").getAsString(),
                    json.get("version").getAsString(),
                    objects(json, "hashes")
                            .filter(hash -> hash.get("alg").getAsString().equals("SHA-256"))
                            .map(hash -> hash.get("content").getAsString())
                            .findFirst()
                            .orElse(""),
                    objects(json, "licenses").map(Component::licence).toList());
        }

        private static String licence(JsonObject json) {
            if (json.has("expression")) {
                return json.get("expression").getAsString();
            }
            JsonObject licence = json.getAsJsonObject("license");
            return licence.get(licence.has("id") ? "id" : "name").getAsString();
        }

        @Override
        public String toString() {
            return name + ":" + version;
        }
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        JsonArray array = parent.has(name) ? parent.getAsJsonArray(name) : new JsonArray();
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }
}
