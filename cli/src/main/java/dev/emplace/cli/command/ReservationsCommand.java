package dev.emplace.cli.command;

import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.ListReservationsResponse;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.SiteName;
import dev.emplace.cli.option.Words;
import dev.emplace.cli.output.ReservationView;
import dev.emplace.cli.output.Tone;
import dev.emplace.cli.remote.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the reservations of a site. */
@Command(
        name = "reservations",
        description = "List the reservations of a site, also those that are over.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ReservationsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SITE", converter = SiteName.class, description = "the site: emplace sites lists them")
    private String site = "";

    @Option(
            names = "--state",
            converter = Words.ReservationStates.class,
            completionCandidates = Words.ReservationStates.class,
            paramLabel = "WORD",
            description = "only those in that state: ${COMPLETION-CANDIDATES}; repeat it")
    private List<ReservationState> states = List.of();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "100",
            description = "the most to answer, 1 to 1000 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            ListReservationsResponse response = connection
                    .reservations()
                    .listReservations(ListReservationsRequest.newBuilder()
                            .setParent(site)
                            .addAllStates(states)
                            .setPageSize(limit)
                            .build());
            screen.show(response, sheet -> {
                sheet.table(ReservationView.table(response.getReservationsList()));
                if (response.getReservationsCount() == 0) {
                    sheet.line("There is none; emplace reserve makes one.");
                }
                if (!response.getNextPageToken().isEmpty()) {
                    sheet.line(Tone.FAINT, "there are more: -n N shows N of them, --state narrows them");
                }
                sheet.line(Tone.FAINT, "revision " + response.getRevision());
            });
        }
        return ExitCode.DONE.number();
    }
}
