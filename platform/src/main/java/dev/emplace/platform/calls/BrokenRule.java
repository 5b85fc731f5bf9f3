package dev.emplace.platform.calls;

import build.buf.protovalidate.Violation;
import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Message;
import dev.emplace.platform.errors.FieldViolation;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A constraint that a request breaks, told with the field's path and value. */
final class BrokenRule {

    private static final int VALUE_LENGTH = 60;

    private BrokenRule() {}

    static FieldViolation describe(Violation violation) {
        build.buf.validate.Violation broken = violation.toProto();
        String rule = broken.getMessage().isEmpty() ? "breaks rule " + broken.getRuleId() : broken.getMessage();
        return new FieldViolation(path(broken.getField()), value(violation.getFieldValue()) + rule);
    }

    private static String path(FieldPath path) {
        return path.getElementsList().stream().map(BrokenRule::name).collect(Collectors.joining("."));
    }

    private static String name(FieldPathElement element) {
        return element.getFieldName()
                + switch (element.getSubscriptCase()) {
                    case INDEX -> "[" + element.getIndex() + "]";
                    case BOOL_KEY -> "[" + element.getBoolKey() + "]";
                    case INT_KEY -> "[" + element.getIntKey() + "]";
                    case UINT_KEY -> "[" + Long.toUnsignedString(element.getUintKey()) + "]";
                    case STRING_KEY -> "[\"" + ErrorDetails.shortened(element.getStringKey(), VALUE_LENGTH) + "\"]";
                    case SUBSCRIPT_NOT_SET -> "";
                };
    }

    /** The offending value where it is short enough to be read; a message or bytes would not be. */
    private static String value(Violation.@Nullable FieldValue field) {
        Object value = field == null ? null : field.getValue();
        if (value == null || value instanceof Message || value instanceof ByteString || value instanceof Iterable) {
            return "";
        }
        String text = value instanceof EnumValueDescriptor constant ? constant.getName() : value.toString();
        String quoted = value instanceof String ? '"' + ErrorDetails.shortened(text, VALUE_LENGTH) + '"' : text;
        return "is " + quoted + "; ";
    }
}
