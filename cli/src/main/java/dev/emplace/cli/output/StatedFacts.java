package dev.emplace.cli.output;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.type.LatLng;
import com.google.type.Money;
import dev.emplace.api.workload.v1.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The facts of a workload, by the paths of their fields. */
final class StatedFacts {

    private StatedFacts() {}

    /** Path to value, in the order of the contract. */
    static Map<String, String> of(Workload workload) {
        Map<String, String> facts = new LinkedHashMap<>();
        collect("", workload, facts);
        return facts;
    }

    private static void collect(String prefix, Message message, Map<String, String> into) {
        message.getAllFields().forEach((field, value) -> {
            String path = prefix + field.getName();
            if (value instanceof Message part && isGroup(field)) {
                collect(path + ".", part, into);
            } else {
                into.put(path, text(value));
            }
        });
    }

    /** Whether a field groups facts of its own, rather than being one, such as a place or a duration. */
    static boolean isGroup(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getFile().getPackage().startsWith("emplace.");
    }

    private static String text(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(StatedFacts::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Duration duration) {
            return Durations.toString(duration);
        }
        if (value instanceof LatLng place) {
            return place.getLatitude() + "," + place.getLongitude();
        }
        if (value instanceof Money money) {
            return Figures.price(money);
        }
        if (value instanceof EnumValueDescriptor constant) {
            return constant.getName();
        }
        return String.valueOf(value);
    }
}
