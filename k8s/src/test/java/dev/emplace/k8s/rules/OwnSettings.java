package dev.emplace.k8s.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings that a service has of its own, and those of the platform. */
final class OwnSettings {

    private static final List<JavaClass> MAPPINGS = new ClassFileImporter()
            .importPackages("dev.emplace").stream()
                    .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                    .toList();

    private final List<Class<?>> mappings;

    private OwnSettings(List<Class<?>> mappings) {
        this.mappings = mappings;
    }

    static OwnSettings of(String service) {
        return new OwnSettings(MAPPINGS.stream()
                .filter(type -> isFrom(service, type) || isFrom("platform", type))
                .<Class<?>>map(JavaClass::reflect)
                .toList());
    }

    private static boolean isFrom(String module, JavaClass type) {
        return type.getSource()
                .filter(source -> source.getUri().toString().contains(module))
                .isPresent();
    }

    /** Whether there is a setting that goes by this name as an environment variable. */
    boolean has(String variable) {
        return variables().anyMatch(variable::matches);
    }

    /** As patterns: what a user names, such as an issuer, is a star in a property. */
    private Stream<String> variables() {
        return mappings.stream()
                .flatMap(mapping -> ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream())
                .map(property -> property.replaceAll("[^A-Za-z0-9*]", "_")
                        .toUpperCase(Locale.ROOT)
                        .replace("*", "[A-Z0-9]+"));
    }

    /** What the service would end with at its start, because a value does not fit. */
    Optional<String> refusal(Map<String, String> environment) {
        try {
            read(environment);
            return Optional.empty();
        } catch (ConfigValidationException unfit) {
            return Optional.ofNullable(unfit.getMessage());
        }
    }

    /** What the service would read. */
    SmallRyeConfig read(Map<String, String> environment) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300))
                .withValidateUnknown(false);
        mappings.forEach(builder::withMapping);
        return builder.build();
    }
}
