package dev.emplace.cli.command;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.type.Interval;
import dev.emplace.api.power.v1.PowerReading;
import dev.emplace.api.power.v1.ReportMeteredPowerRequest;
import dev.emplace.api.power.v1.ReportMeteredPowerResponse;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.SiteName;
import dev.emplace.cli.option.Span;
import dev.emplace.cli.output.Tone;
import dev.emplace.cli.remote.Connection;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports what a meter says. */
@Command(
        name = "meter",
        description = "Report the mean power that was metered of a node or a reservation until now.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class MeterCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SITE", converter = SiteName.class, description = "where it was metered")
    private String site = "";

    @Parameters(index = "1", paramLabel = "WATTS", description = "the mean power")
    private long watts;

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(
            names = "--over",
            converter = Span.class,
            paramLabel = "SPAN",
            defaultValue = "60s",
            description = "until now, for so long, 1s to 15m (default: ${DEFAULT-VALUE})")
    private Duration span = Duration.getDefaultInstance();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    /** What the meter is of. */
    static final class Subject {

        @Option(names = "--node", paramLabel = "ID", description = "a power node or cooling unit of the site")
        private String node = "";

        @Option(
                names = "--reservation",
                paramLabel = "NAME",
                description = "a reservation: sites/SITE/reservations/RESERVATION")
        private String reservation = "";

        void into(PowerReading.Builder reading) {
            if (node.isEmpty()) {
                reading.setReservation(reservation);
            } else {
                reading.setNode(node);
            }
        }
    }

    @Override
    public Integer call() {
        Timestamp end = Timestamps.fromMillis(Clock.systemUTC().millis());
        PowerReading.Builder reading = PowerReading.newBuilder()
                .setWatts(watts)
                .setInterval(Interval.newBuilder()
                        .setStartTime(Timestamps.subtract(end, span))
                        .setEndTime(end));
        subject.into(reading);
        try (Connection connection = server.connect()) {
            ReportMeteredPowerResponse response = connection
                    .capacity()
                    .reportMeteredPower(ReportMeteredPowerRequest.newBuilder()
                            .setSite(site)
                            .addReadings(reading)
                            .build());
            screen.show(
                    response,
                    sheet -> sheet.line(
                            response.getKeptCount() > 0 ? Tone.GOOD : Tone.DOUBTFUL,
                            response.getKeptCount() > 0
                                    ? "kept, over " + Durations.toString(span)
                                    : "ignored: a later reading is known, or the reservation is over"));
        }
        return ExitCode.DONE.number();
    }
}
