package dev.emplace.platform.reflection;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The contracts with their comments, which generated code leaves out. */
final class ContractComments {

    /** Written by the build of emplace-proto. */
    private static final String RESOURCE = "/emplace/contracts.binpb";

    private final Map<String, FileDescriptorProto> files;

    private ContractComments(FileDescriptorSet set) {
        this.files = set.getFileList().stream()
                .collect(Collectors.toUnmodifiableMap(FileDescriptorProto::getName, Function.identity()));
    }

    static ContractComments load() {
        try (InputStream in = ContractComments.class.getResourceAsStream(RESOURCE)) {
            return new ContractComments(FileDescriptorSet.parseFrom(Objects.requireNonNull(in, RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A reflection response, of whichever version, with each of our files in its commented form. All else stays as it is:
     * errors, lists, files of others.
     */
    Message commented(Message response) {
        FieldDescriptor answer = response.getDescriptorForType().findFieldByName("file_descriptor_response");
        if (answer == null || !response.hasField(answer)) {
            return response;
        }
        Message descriptors = (Message) response.getField(answer);
        FieldDescriptor files = descriptors.getDescriptorForType().findFieldByName("file_descriptor_proto");
        return response.toBuilder()
                .setField(
                        answer,
                        descriptors.toBuilder()
                                .setField(files, commented(bytes(descriptors, files)))
                                .build())
                .build();
    }

    private List<ByteString> commented(List<ByteString> descriptors) {
        return descriptors.stream().map(this::commented).toList();
    }

    private ByteString commented(ByteString descriptor) {
        try {
            FileDescriptorProto commented =
                    files.get(FileDescriptorProto.parseFrom(descriptor).getName());
            return commented == null ? descriptor : commented.toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Reflection answered a descriptor that is none", e);
        }
    }

    @SuppressWarnings("unchecked") // the field is "repeated bytes" in both versions
    private static List<ByteString> bytes(Message descriptors, FieldDescriptor files) {
        return (List<ByteString>) descriptors.getField(files);
    }
}
