package dev.emplace.cli.command;

import com.google.type.Decimal;
import dev.emplace.api.power.v1.EnergyHour;
import dev.emplace.api.power.v1.EstimateEnergyCostRequest;
import dev.emplace.api.power.v1.EstimateFacilityPowerRequest;
import dev.emplace.api.power.v1.ItLoad;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.cli.option.EpwFile;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.SiteName;
import dev.emplace.cli.option.Words;
import dev.emplace.cli.output.FacilityView;
import dev.emplace.cli.remote.Connection;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a whole site takes in for a load, and what a year of that costs. */
@Command(
        name = "facility",
        description = {
            "What a whole site takes in for a load: machines, losses, cooling; and what a year of it costs.",
            "emplace facility ashburn-colo --accelerator nvidia-h100-sxm-80gb --count 1000 --load training"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class FacilityCommand implements Callable<Integer> {
    private static final int YEAR_HOURS = 8_760;

    @Parameters(paramLabel = "SITE", converter = SiteName.class, description = "the site: emplace sites lists them")
    private String site = "";

    @Option(names = "--watts", paramLabel = "WATTS", description = "what the machines draw at the wall")
    private long watts;

    @Option(names = "--accelerator", paramLabel = "ID", description = "or accelerators: nvidia-h100-sxm-80gb")
    private @Nullable String accelerator;

    @Option(names = "--count", paramLabel = "N", description = "how many of them")
    private int count;

    @Option(
            names = "--load",
            converter = Words.LoadClasses.class,
            completionCandidates = Words.LoadClasses.class,
            paramLabel = "WORD",
            description = "what they do: ${COMPLETION-CANDIDATES}")
    private @Nullable LoadClass load;

    @Option(names = "--batch-size", paramLabel = "N", description = "how many requests run together in serving")
    private int batchSize;

    @Option(
            names = "--weather",
            paramLabel = "FILE",
            description = "hourly weather in EnergyPlus format (EPW), instead of the site's own typical year")
    private @Nullable Path weather;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        ItLoad wanted = wanted();
        List<Decimal> temperatures = weather == null ? List.of() : EpwFile.dryBulbs(weather);
        List<Integer> humidities = weather == null ? List.of() : EpwFile.relativeHumidities(weather);
        List<EnergyHour> hours = temperatures.isEmpty()
                ? Collections.nCopies(YEAR_HOURS, EnergyHour.getDefaultInstance())
                : IntStream.range(0, temperatures.size())
                        .mapToObj(hour -> EnergyHour.newBuilder()
                                .setOutdoorCelsius(temperatures.get(hour))
                                .setOutdoorRelativeHumidity(humidities.get(hour))
                                .build())
                        .toList();
        try (Connection connection = server.connect()) {
            var power = connection
                    .energy()
                    .estimateFacilityPower(EstimateFacilityPowerRequest.newBuilder()
                            .setSite(site)
                            .setLoad(wanted)
                            .addAllOutdoorCelsius(temperatures)
                            .addAllOutdoorRelativeHumidity(humidities)
                            .build());
            var energy = connection
                    .energy()
                    .estimateEnergyCost(EstimateEnergyCostRequest.newBuilder()
                            .setSite(site)
                            .setLoad(wanted)
                            .addAllHours(hours)
                            .build());
            screen.show(power, sheet -> FacilityView.show(power, energy, sheet));
        }
        return ExitCode.DONE.number();
    }

    private ItLoad wanted() {
        if (accelerator != null && load != null && watts == 0) {
            return ItLoad.newBuilder()
                    .setWorkload(PowerWorkload.newBuilder()
                            .setAccelerator(accelerator)
                            .setAcceleratorCount(count)
                            .setLoad(load)
                            .setBatchSize(batchSize))
                    .build();
        }
        if (accelerator == null && watts != 0) {
            return ItLoad.newBuilder().setWatts(watts).build();
        }
        throw new ParameterException(spec.commandLine(), "give either --watts, or --accelerator, --count and --load");
    }
}
