package dev.emplace.reference;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.Locale;

/** Types as a reader meets them: ours linked to where they are explained, others by their full names. */
final class TypeNames {

    private TypeNames() {}

    /** The name within its package: {@code Outer.Inner}. */
    static String bare(GenericDescriptor type) {
        return type.getFullName().substring(type.getFile().getPackage().length() + 1);
    }

    static String of(GenericDescriptor type) {
        return type.getFile().getName().startsWith("emplace/")
                ? link(type.getFile(), bare(type))
                : Markdown.code(type.getFullName());
    }

    /** A link to the heading of that name on the page of the file's package. */
    static String link(FileDescriptor file, String heading) {
        return "[" + heading + "](" + file.getPackage() + ".md#" + Markdown.anchor(heading) + ")";
    }

    static String of(FieldDescriptor field) {
        if (field.isMapField()) {
            Descriptor entry = field.getMessageType();
            return "map of " + single(entry.findFieldByNumber(1)) + " to " + single(entry.findFieldByNumber(2));
        }
        if (field.isRepeated()) {
            return "repeated " + single(field);
        }
        OneofDescriptor choice = field.getRealContainingOneof();
        if (choice != null) {
            return single(field) + (Constraints.required(choice) ? ", exactly" : ", at most") + " one of "
                    + Markdown.code(choice.getName());
        }
        boolean optional = field.toProto().getProto3Optional();
        return (optional ? "optional " : "") + single(field);
    }

    private static String single(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> of(field.getMessageType());
            case ENUM -> of(field.getEnumType());
            default -> Markdown.code(field.getType().name().toLowerCase(Locale.ROOT));
        };
    }
}
