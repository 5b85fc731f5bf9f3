package dev.emplace.platform.reflection;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.rpc.ErrorDetailsProto;
import io.grpc.health.v1.HealthProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What callers meet and Quarkus' reflection does not know, because no contract imports it: the details of errors, which
 * grpcurl would print as base64, and the health service, which it would refuse to call.
 */
final class KnownSymbols {

    /** As it stands in a list of services. */
    static final String HEALTH = "grpc.health.v1.Health";

    private static final List<FileDescriptor> FILES =
            List.of(ErrorDetailsProto.getDescriptor(), HealthProto.getDescriptor());

    private static final Map<String, FileDescriptor> BY_SYMBOL = FILES.stream()
            .flatMap(KnownSymbols::symbols)
            .collect(Collectors.toUnmodifiableMap(GenericDescriptor::getFullName, GenericDescriptor::getFile));

    private KnownSymbols() {}

    /** The file that declares a message or service, followed by the files that it imports. */
    static List<FileDescriptor> filesOf(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol))
                .map(file -> Stream.concat(Stream.of(file), file.getDependencies().stream())
                        .toList())
                .orElse(List.of());
    }

    private static Stream<GenericDescriptor> symbols(FileDescriptor file) {
        return Stream.concat(file.getMessageTypes().stream(), file.getServices().stream());
    }
}
