package dev.emplace.cli.command;

import dev.emplace.api.power.v1.ReleaseReservationRequest;
import dev.emplace.api.power.v1.ReleaseReservationResponse;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.output.ReservationView;
import dev.emplace.cli.remote.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives the capacity of a reservation back. */
@Command(
        name = "release",
        description = "Give the capacity of a reservation back.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ReleaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "sites/SITE/reservations/RESERVATION")
    private String name = "";

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            ReleaseReservationResponse response = connection
                    .reservations()
                    .releaseReservation(ReleaseReservationRequest.newBuilder()
                            .setName(name)
                            .setRequestId(request.id())
                            .build());
            screen.show(response, sheet -> ReservationView.show(response.getReservation(), sheet));
        }
        return ExitCode.DONE.number();
    }
}
