package dev.emplace.platform.paging;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/** Everything in a list request that decides which items it lists, as a short hash. */
final class FilterFingerprint {

    /** Characters: 96 bits of SHA-256 in base64. */
    static final int LENGTH = 16;

    /** A caller may change these from page to page: they choose how much and how fresh, not what. */
    private static final Set<String> NOT_FILTERS = Set.of("page_size", "page_token", "min_revision");

    private FilterFingerprint() {}

    static String of(Message request) {
        MessageDigest digest = sha256();
        digest.update(request.getDescriptorForType().getFullName().getBytes(StandardCharsets.UTF_8));
        byte[] hash = digest.digest(deterministicBytes(filtersOf(request)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, LENGTH * 6 / 8));
    }

    private static Message filtersOf(Message request) {
        Message.Builder filters = request.toBuilder();
        for (FieldDescriptor field : request.getDescriptorForType().getFields()) {
            if (NOT_FILTERS.contains(field.getName())) {
                filters.clearField(field);
            }
        }
        return filters.buildPartial();
    }

    private static byte[] deterministicBytes(Message message) {
        byte[] bytes = new byte[message.getSerializedSize()];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            message.writeTo(out);
        } catch (IOException impossible) {
            throw new IllegalStateException("an array of the serialized size was too small", impossible);
        }
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
