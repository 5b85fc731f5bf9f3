package dev.emplace.bench.pricing.imports;

import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Region;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A plain CSV file of machines without accelerators, each on demand in every commercial region of AWS: a price of its own
 * in each, near that of the others, so that every row is published.
 */
final class PriceFile implements AutoCloseable {

    private static final int STEP = 37;

    private final Path path;

    private PriceFile(Path path) {
        this.path = path;
    }

    static PriceFile of(Reference reference, int rows) {
        List<Region> regions = reference.regions().stream()
                .filter(region -> region.provider().id().equals("aws"))
                .filter(region -> region.partition() == Partition.COMMERCIAL)
                .sorted(Comparator.comparing(Region::code))
                .toList();
        try {
            Path path = Files.createTempFile("emplace-bench-prices-", ".csv");
            try (BufferedWriter out = Files.newBufferedWriter(path)) {
                out.write("provider,region,instance_type,purchase,usd_per_hour\n");
                for (int row = 0; row < rows; row++) {
                    out.write(line(regions.get(row % regions.size()), row / regions.size(), row % STEP));
                }
            }
            return new PriceFile(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("the price file could not be written", failed);
        }
    }

    /** Up to an eighth above the machine's lowest price. */
    private static String line(Region region, int machine, int step) {
        int tenThousandths = 300 + machine % 50_000;
        return "aws," + region.code() + ",m9-" + machine + ".large,on_demand,0."
                + String.format("%07d", tenThousandths * 10 + tenThousandths * step / (8 * STEP / 10)) + "\n";
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException kept) {
            throw new UncheckedIOException(path + " could not be removed", kept);
        }
    }
}
