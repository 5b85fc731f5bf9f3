package dev.emplace.k8s;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All objects that an overlay deploys, and the patches that it applies to some of them. */
public record Landscape(List<Manifest> objects, List<Manifest> patches) {

    public Landscape {
        objects = List.copyOf(objects);
        patches = List.copyOf(patches);
    }

    /** From the files, patches not applied. */
    public static Landscape ofFiles(String overlay) {
        return Kustomization.read(Path.of("overlays", overlay));
    }

    /** As kustomize renders it. */
    public static Landscape rendered(Path file) {
        return new Landscape(YamlFile.read(file), List.of());
    }

    public Stream<Manifest> all(String kind) {
        return objects.stream().filter(object -> object.kind().equals(kind));
    }

    public boolean has(String kind, String name) {
        return objects.stream().anyMatch(object -> object.is(kind, name));
    }

    public List<Pod> pods() {
        return objects.stream().flatMap(object -> Pod.of(object).stream()).toList();
    }
}
