package dev.emplace.k8s;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a kustomization and all that it names, without applying it: for a build that has no kustomize. */
final class Kustomization {

    private final List<Manifest> objects = new ArrayList<>();
    private final List<Manifest> patches = new ArrayList<>();

    static Landscape read(Path folder) {
        Kustomization reading = new Kustomization();
        reading.add(folder);
        return new Landscape(reading.objects, reading.patches);
    }

    private void add(Path folder) {
        Path file = folder.resolve("kustomization.yaml");
        Manifest kustomization = YamlFile.read(file).get(0);
        kustomization.at("resources").each().forEach(resource -> addResource(folder.resolve(textOf(resource))));
        kustomization
                .at("patches")
                .each()
                .map(patch -> folder.resolve(textOf(patch.at("path"))))
                .forEach(patch -> patches.addAll(YamlFile.read(patch)));
        generate(kustomization, folder, "configMapGenerator", "ConfigMap", "data");
        generate(kustomization, folder, "secretGenerator", "Secret", "stringData");
    }

    private void addResource(Path resource) {
        if (Files.isDirectory(resource)) {
            add(resource);
        } else {
            objects.addAll(YamlFile.read(resource));
        }
    }

    /** A generator that merges adds to the object that the base made. */
    private void generate(Manifest kustomization, Path folder, String generator, String kind, String field) {
        kustomization.at(generator).each().forEach(entry -> {
            JsonObject data = generated(kustomization.file(), kind, textOf(entry.at("name")), field);
            entry.at("literals").each().map(Kustomization::textOf).forEach(literal -> {
                int equals = literal.indexOf('=');
                data.addProperty(literal.substring(0, equals), literal.substring(equals + 1));
            });
            entry.at("files")
                    .each()
                    .map(Kustomization::textOf)
                    .forEach(name -> data.addProperty(name, YamlFile.text(folder.resolve(name))));
        });
    }

    private JsonObject generated(String file, String kind, String name, String field) {
        return objects.stream()
                .filter(object -> object.is(kind, name))
                .findFirst()
                .orElseGet(() -> {
                    JsonObject metadata = new JsonObject();
                    metadata.addProperty("name", name);
                    JsonObject json = new JsonObject();
                    json.addProperty("apiVersion", "v1");
                    json.addProperty("kind", kind);
                    json.add("metadata", metadata);
                    json.add(field, new JsonObject());
                    Manifest made = new Manifest(file, json);
                    objects.add(made);
                    return made;
                })
                .json()
                .getAsJsonObject(field);
    }

    private static String textOf(Node node) {
        return node.text().orElseThrow(() -> new IllegalStateException(node.path() + " is missing"));
    }
}
