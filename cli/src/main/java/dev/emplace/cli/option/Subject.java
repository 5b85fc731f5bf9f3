package dev.emplace.cli.option;

import com.google.protobuf.ByteString;
import dev.emplace.api.workload.v1.Workload;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A workload that a command is asked about.
 *
 * @param name what the user calls it: a file, an example
 * @param source reads its manifest; nothing where facts alone describe it
 * @param facts the facts, which replace what a manifest says
 */
public record Subject(String name, Supplier<Optional<ByteString>> source, Workload facts) {

    static Subject manifest(String name, Supplier<ByteString> source, Workload facts) {
        return new Subject(name, () -> Optional.of(source.get()), facts);
    }

    static Subject facts(String name, Workload facts) {
        return new Subject(name, Optional::empty, facts);
    }

    public Optional<ByteString> manifest() {
        return source.get();
    }
}
