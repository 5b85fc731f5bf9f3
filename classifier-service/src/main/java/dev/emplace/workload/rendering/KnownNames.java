package dev.emplace.workload.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What others call an accelerator.
 *
 * @param id of the catalog, such as nvidia-h100-sxm-80gb
 * @param skyPilot in SkyPilot's catalogs; "" where it has none
 * @param gpuProduct value of the label nvidia.com/gpu.product, by NVIDIA's GPU feature discovery; "" where it has none
 */
record KnownNames(String id, String skyPilot, String gpuProduct) {
    private static final Map<String, KnownNames> ALL = read();

    /** @param accelerator its resource name, {@code accelerators/{id}} */
    static Optional<KnownNames> of(String accelerator) {
        return Optional.ofNullable(ALL.get(id(accelerator)));
    }

    static String id(String accelerator) {
        return accelerator.substring(accelerator.indexOf('/') + 1);
    }

    private static Map<String, KnownNames> read() {
        try (InputStream file = KnownNames.class.getResourceAsStream("/rendering/accelerators.csv")) {
            String text = new String(
                    Objects.requireNonNull(file, "accelerators.csv is part of the service")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new KnownNames(cells[0], cells[1], cells[2]))
                    .collect(Collectors.toUnmodifiableMap(KnownNames::id, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
