package dev.emplace.platform.reflection;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Objects;

/** Completes what reflection answers, in whichever version of its protocol: the messages of both are alike. */
final class ReflectionAnswers {

    private final ContractComments comments = ContractComments.load();

    Message complete(Message response) {
        if (has(response, "file_descriptor_response")) {
            return withComments(response);
        }
        if (has(response, "list_services_response")) {
            return withHealth(response);
        }
        return has(response, "error_response") ? withKnownSymbol(response) : response;
    }

    private Message withComments(Message response) {
        Message files = message(response, "file_descriptor_response");
        FieldDescriptor field = field(files, "file_descriptor_proto");
        List<ByteString> commented =
                bytes(files.getField(field)).stream().map(comments::commented).toList();
        return with(response, "file_descriptor_response", files.toBuilder().setField(field, commented));
    }

    private static Message withHealth(Message response) {
        Message list = message(response, "list_services_response");
        FieldDescriptor services = field(list, "service");
        Message.Builder completed = list.toBuilder();
        Message.Builder health = completed.newBuilderForField(services);
        health.setField(health.getDescriptorForType().findFieldByName("name"), KnownSymbols.HEALTH);
        return ((List<?>) list.getField(services)).contains(health.build())
                ? response
                : with(response, "list_services_response", completed.addRepeatedField(services, health.build()));
    }

    private static Message withKnownSymbol(Message response) {
        Message request = message(response, "original_request");
        List<FileDescriptor> files =
                KnownSymbols.filesOf((String) request.getField(field(request, "file_containing_symbol")));
        if (files.isEmpty()) {
            return response;
        }
        Message.Builder known = response.toBuilder().newBuilderForField(field(response, "file_descriptor_response"));
        FieldDescriptor field = known.getDescriptorForType().findFieldByName("file_descriptor_proto");
        files.forEach(file -> known.addRepeatedField(field, file.toProto().toByteString()));
        return with(response, "file_descriptor_response", known);
    }

    private static Message with(Message response, String name, Message.Builder value) {
        return response.toBuilder()
                .setField(field(response, name), value.build())
                .build();
    }

    private static boolean has(Message message, String name) {
        return message.hasField(field(message, name));
    }

    private static Message message(Message message, String name) {
        return (Message) message.getField(field(message, name));
    }

    private static FieldDescriptor field(Message message, String name) {
        return Objects.requireNonNull(message.getDescriptorForType().findFieldByName(name), name);
    }

    @SuppressWarnings("unchecked") // "repeated bytes" in both versions
    private static List<ByteString> bytes(Object repeated) {
        return (List<ByteString>) repeated;
    }
}
