package dev.emplace.workload.rendering;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Values as people write YAML. */
final class YamlText {
    private YamlText() {}

    static String of(Object document) {
        return yaml().dump(document);
    }

    static String of(List<?> documents) {
        return yaml().dumpAll(documents.iterator());
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setWidth(120);
        return new Yaml(options);
    }
}
