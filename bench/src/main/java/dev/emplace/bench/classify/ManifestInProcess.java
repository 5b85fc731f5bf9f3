package dev.emplace.bench.classify;

import dev.emplace.bench.data.ShippedPolicy;
import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Workload;
import dev.emplace.workload.yaml.YamlManifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The same manifests of 2 to 5 KB, one after the other: classified, and only loaded by SnakeYAML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ManifestInProcess {
    private static final long SMALLEST = 2_048;
    private static final long LARGEST = 5_120;

    @Param({"../shared/data/workload/manifests"})
    public String folder = "";

    private final WorkloadReader reader =
            new WorkloadReader(new Classifier(ShippedPolicy.read()), new YamlManifests(ManifestLimits.DEFAULT));
    private List<byte[]> manifests = List.of();
    private int next;

    /** Those that SnakeYAML loads: some hold tags or repeated keys that it refuses. */
    @Setup(Level.Trial)
    public void read() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (LabelledManifest manifest : LabelledManifests.read(Path.of(folder))) {
            long size = Files.size(manifest.file());
            if (size >= SMALLEST && size <= LARGEST) {
                all.add(Files.readAllBytes(manifest.file()));
            }
        }
        manifests = all.stream().filter(ManifestInProcess::loads).toList();
    }

    private static boolean loads(byte[] manifest) {
        try {
            return load(manifest) > 0;
        } catch (YAMLException refused) {
            return false;
        }
    }

    private static int load(byte[] manifest) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        int documents = 0;
        for (Object document : yaml.loadAll(new String(manifest, StandardCharsets.UTF_8))) {
            documents += document == null ? 0 : 1;
        }
        return documents;
    }

    @Benchmark
    public Reading classify() {
        return reader.read(manifest(), Workload.UNKNOWN);
    }

    @Benchmark
    public int snakeYaml() {
        return load(manifest());
    }

    private byte[] manifest() {
        next = (next + 1) % manifests.size();
        return manifests.get(next);
    }
}
