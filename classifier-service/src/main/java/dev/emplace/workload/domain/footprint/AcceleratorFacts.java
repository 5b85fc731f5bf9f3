package dev.emplace.workload.domain.footprint;

import java.util.List;

/**
 * A model of accelerator.
 *
 * @param name resource name, such as accelerators/nvidia-h100-sxm-80gb
 * @param device whether it is a system on a chip of a device at the edge
 * @param memoryBytes memory of one package
 * @param bandwidth bytes a second of that memory
 * @param flops dense BF16 peak; 0 is unknown
 */
public record AcceleratorFacts(
        String name,
        String displayName,
        boolean device,
        long memoryBytes,
        long bandwidth,
        long flops,
        int tdpWatts,
        List<String> aliases) {
    public AcceleratorFacts {
        aliases = List.copyOf(aliases);
    }

    /** The last part of the resource name. */
    public String id() {
        return name.substring(name.indexOf('/') + 1);
    }

    /** Whether some text names this accelerator: its name, its id, or an alias, whatever the case. */
    public boolean isCalled(String text) {
        return name.equalsIgnoreCase(text)
                || id().equalsIgnoreCase(text)
                || displayName.equalsIgnoreCase(text)
                || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(text));
    }

    /** The maker, which the id begins with: nvidia. */
    public String vendor() {
        int dash = id().indexOf('-');
        return dash < 0 ? id() : id().substring(0, dash);
    }
}
