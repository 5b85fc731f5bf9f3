package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.imports.Shapes;
import dev.emplace.pricing.domain.imports.StatedMachine;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * SkyPilot's catalog: one file for each cloud, so that the cloud is not in it. Google's prices the accelerators apart from
 * their hosts, which are put together here.
 */
public final class SkyPilotCsv implements PriceFormat {

    private static final List<String> COLUMNS =
            List.of("InstanceType", "AcceleratorName", "AcceleratorCount", "Region", "Price", "SpotPrice");
    private static final Pattern MEMORY = Pattern.compile("'SizeInMiB': (\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private final String provider;
    private final Shapes shapes;

    public SkyPilotCsv(String provider, Shapes shapes) {
        this.provider = provider.toLowerCase(Locale.ROOT);
        this.shapes = shapes;
    }

    @Override
    public Authority authority() {
        return Authority.AGGREGATOR;
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("text/csv", "text/plain", "application/csv", "application/octet-stream");
    }

    @Override
    public void read(List<PricePage> pages, Rows rows) throws IOException {
        var apart = new SeparateAccelerators(provider, shapes);
        for (var page : pages) {
            CsvTable.read(page, COLUMNS, line -> apart.note(line, rows));
        }
        for (var page : pages) {
            CsvTable.read(page, COLUMNS, line -> add(line, apart, rows));
        }
    }

    private void add(CsvTable.Line line, SeparateAccelerators apart, Rows rows) {
        if (line.optional("InstanceType").isEmpty()) {
            rows.leaveOut("accelerators priced apart from their host");
            return;
        }
        rows.add(row(line, apart, rows, CommercialModel.ON_DEMAND));
        if (line.optional("SpotPrice").isPresent()) {
            rows.add(row(line, apart, rows, CommercialModel.SPOT));
        }
    }

    private ObservedRow row(CsvTable.Line line, SeparateAccelerators apart, Rows rows, CommercialModel model) {
        boolean spot = model == CommercialModel.SPOT;
        return new ObservedRow(
                line.number(),
                provider,
                rows.word(line.text("Region")),
                spot ? line.optional("AvailabilityZone").map(rows::word) : Optional.empty(),
                rows.word(line.text("InstanceType")),
                model,
                Optional.empty(),
                apart.whole(line, spot ? "SpotPrice" : "Price"),
                "USD",
                false,
                Optional.of(machine(line, rows)),
                Optional.empty());
    }

    private static StatedMachine machine(CsvTable.Line line, Rows rows) {
        return new StatedMachine(
                line.optional("AcceleratorName").map(rows::word),
                number(line, "AcceleratorCount"),
                memoryMib(line),
                number(line, "vCPUs")
                        .map(count -> OptionalInt.of(count.intValue()))
                        .orElse(OptionalInt.empty()),
                number(line, "MemoryGiB")
                        .map(gib -> OptionalLong.of(gib.multiply(GIB).longValue()))
                        .orElse(OptionalLong.empty()));
    }

    /** Of one accelerator. The catalogs themselves call the column GpuInfo, and what describes them GPUInfo. */
    static OptionalLong memoryMib(CsvTable.Line line) {
        var memory = MEMORY.matcher(line.optional("GpuInfo").orElseGet(() -> line.text("GPUInfo")));
        return memory.find() ? OptionalLong.of(Long.parseLong(memory.group(1))) : OptionalLong.empty();
    }

    static Optional<BigDecimal> number(CsvTable.Line line, String column) {
        return line.optional(column).map(text -> {
            if (!NUMBER.matcher(text).matches()) {
                throw new BrokenFileException("line " + line.number(), column + " is no number");
            }
            return new BigDecimal(text);
        });
    }
}
