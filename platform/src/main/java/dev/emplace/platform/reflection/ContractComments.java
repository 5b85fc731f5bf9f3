package dev.emplace.platform.reflection;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The contracts with their comments, which generated code leaves out. */
final class ContractComments {

    /** Written by the build of emplace-proto. */
    private static final String RESOURCE = "/emplace/contracts.binpb";

    private final Map<String, ByteString> files;

    private ContractComments(FileDescriptorSet set) {
        this.files = set.getFileList().stream()
                .collect(Collectors.toUnmodifiableMap(FileDescriptorProto::getName, FileDescriptorProto::toByteString));
    }

    static ContractComments load() {
        try (InputStream in = ContractComments.class.getResourceAsStream(RESOURCE)) {
            return new ContractComments(FileDescriptorSet.parseFrom(Objects.requireNonNull(in, RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of our files in its commented form; a file of others as it is. */
    ByteString commented(ByteString file) {
        try {
            return files.getOrDefault(FileDescriptorProto.parseFrom(file).getName(), file);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Reflection answered a descriptor that is none", e);
        }
    }
}
