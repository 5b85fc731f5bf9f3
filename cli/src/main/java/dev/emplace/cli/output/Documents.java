package dev.emplace.cli.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.emplace.cli.CliException;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** Messages as JSON and YAML, in protobuf's JSON mapping. */
public final class Documents {

    private static final Gson GSON = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .disableHtmlEscaping()
            .create();
    private static final TypeToken<Map<String, Object>> OBJECT = new TypeToken<>() {};

    private Documents() {}

    public static String json(MessageOrBuilder message) {
        try {
            return JsonFormat.printer()
                    .usingTypeRegistry(TypeRegistry.getEmptyTypeRegistry())
                    .print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A message that was received cannot be printed", e);
        }
    }

    /** One line of JSON, in the order of the map. */
    public static String jsonLine(Map<String, ?> fields) {
        return GSON.toJson(fields);
    }

    public static String yaml(MessageOrBuilder message) {
        return yaml(fields(message));
    }

    public static String yaml(Map<String, ?> fields) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setWidth(120);
        return new Yaml(new Representer(options), options).dump(fields);
    }

    /** The fields of a message, by their JSON names. */
    public static Map<String, Object> fields(MessageOrBuilder message) {
        return GSON.fromJson(json(message), OBJECT);
    }

    /** Reads a message that a person wrote as YAML. {@code origin} names the file in errors. */
    public static void readYaml(String text, String origin, Message.Builder into) {
        try {
            Object document = new Yaml(
                            new SafeConstructor(new LoaderOptions()),
                            new Representer(new DumperOptions()),
                            new DumperOptions(),
                            new LoaderOptions(),
                            new JsonTypes())
                    .load(text);
            JsonFormat.parser().merge(GSON.toJson(document), into);
        } catch (YAMLException | InvalidProtocolBufferException e) {
            throw new CliException(origin + ": " + e.getMessage(), e);
        }
    }
}
