package dev.emplace.cli.output;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.Locale;

/** Names of the contracts as people read them. */
public final class Names {

    private Names() {}

    /** An enum's constant without the prefix that its type's name makes: SUSTAINED_INFERENCE. */
    public static String bare(ProtocolMessageEnum constant) {
        String type = constant.getDescriptorForType().getName();
        String prefix = type.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT) + "_";
        String name = constant.toString();
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /** The same in words: sustained inference. */
    public static String words(ProtocolMessageEnum constant) {
        return bare(constant).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A constant's name as text, such as one in the facts of an error: RACK_FEED becomes rack feed. */
    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The last part of a resource name: nvidia-l4-24gb of accelerators/nvidia-l4-24gb. */
    public static String id(String resourceName) {
        return resourceName.substring(resourceName.lastIndexOf('/') + 1);
    }
}
