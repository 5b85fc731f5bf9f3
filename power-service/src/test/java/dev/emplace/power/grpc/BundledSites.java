package dev.emplace.power.grpc;

import com.google.gson.Gson;
import com.google.protobuf.util.JsonFormat;
import dev.emplace.api.power.v1.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topologies that come with the command line. */
final class BundledSites {
    private static final Path FOLDER = Path.of("../cli/src/main/resources/sites");

    private BundledSites() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Topology topology(String site) {
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(FOLDER.resolve(site + ".yaml")));
            Topology.Builder topology = Topology.newBuilder();
            JsonFormat.parser().merge(new Gson().toJson(document), topology);
            return topology.build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(site, unreadable);
        }
    }
}
