package dev.emplace.reference;

import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every setting of ours, and what we set of the framework's. */
final class ConfigurationReference {

    private ConfigurationReference() {}

    static Reference of(List<SettingsSource> sources) {
        Markdown page = Markdown.generated("Configuration", "the code")
                .paragraph("Each is a property of a service, given by its environment variable, by "
                        + "`-Dproperty=value`, or by a file `config/application.properties` where the service starts. "
                        + "Durations are such as `500ms`, `15s`, `30m`. An empty default is unset. "
                        + "[Operations](../operations.md) tells which of them to think about.")
                .heading(2, "Emplace's own");
        sources.stream()
                .sorted(Comparator.comparing(source -> mapping(source).getPrefix()))
                .forEach(source -> settings(page, source));
        page.heading(2, "What is set of the framework")
                .paragraph("These values ship with the services, and may be overridden in the same way. "
                        + "Those that begin with `%migrate.` hold in the profile `migrate` only.");
        FrameworkSettings.readAll().forEach(file -> file.writeTo(page));
        return new Reference("docs/reference/configuration.md", page.toString());
    }

    private static void settings(Markdown page, SettingsSource source) {
        Map<String, Property> properties = new TreeMap<>(ConfigMappings.getProperties(mapping(source)));
        List<List<String>> rows = properties.entrySet().stream()
                .filter(property -> isSetting(property.getValue()))
                // A list has two names, of which the other one is said to be indexed.
                .filter(property -> !property.getKey().endsWith("[*]"))
                .map(property -> row(property.getKey(), property.getValue(), source))
                .toList();
        page.heading(3, mapping(source).getPrefix())
                .paragraph(Markdown.escaped(source.comment()) + " Of " + services(source.module()) + ".")
                .table(List.of("property", "environment variable", "type", "default", "meaning"), rows);
    }

    private static List<String> row(String name, Property property, SettingsSource source) {
        String variable = StringUtil.replaceNonAlphanumericByUnderscores(name).toUpperCase(Locale.ROOT);
        return List.of(
                Markdown.code(name),
                Markdown.code(variable),
                type(property.getMethod().getGenericReturnType()),
                Markdown.code(property.hasDefaultValue() ? String.valueOf(property.getDefaultValue()) : ""),
                Markdown.escaped(
                        source.comments().getOrDefault(property.getMethod().getName(), "")));
    }

    private static boolean isSetting(Property property) {
        return !property.isGroup() && !property.isDefaultMethod() && !property.isToStringMethod();
    }

    private static ConfigClass mapping(SettingsSource source) {
        return ConfigClass.configClass(source.type());
    }

    private static String services(String module) {
        return module.equals("platform") ? "every service" : module;
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            String arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(ConfigurationReference::type)
                    .collect(Collectors.joining(" to "));
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> arguments;
                case "List", "Set" -> "list of " + arguments;
                default -> "map of " + arguments;
            };
        }
        Class<?> plain = (Class<?>) type;
        Object[] choices = plain.getEnumConstants();
        if (choices != null) {
            return Arrays.stream(choices)
                    .map(choice -> Markdown.code(StringUtil.skewer(((Enum<?>) choice).name())))
                    .collect(Collectors.joining(", "));
        }
        return switch (plain.getSimpleName()) {
            case "int", "long", "Integer", "Long", "OptionalInt", "OptionalLong" -> "whole number";
            case "double", "Double", "OptionalDouble", "BigDecimal" -> "number";
            case "boolean", "Boolean" -> "`true`, `false`";
            case "Path" -> "file";
            case "String" -> "text";
            default -> plain.getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
