package dev.emplace.cli.command;

import dev.emplace.api.power.v1.GetReservationRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ResizeReservationRequest;
import dev.emplace.api.power.v1.ResizeReservationResponse;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.output.ReservationView;
import dev.emplace.cli.remote.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hold power for more or less of the same load. */
@Command(
        name = "resize",
        description = "Hold power for more or less of the same load.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ResizeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "sites/SITE/reservations/RESERVATION")
    private String name = "";

    @Option(
            names = "--count",
            paramLabel = "N",
            required = true,
            description = "how many accelerators from now on, or racks of a load in watts")
    private int count;

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            Reservation held = connection
                    .reservations()
                    .getReservation(
                            GetReservationRequest.newBuilder().setName(name).build())
                    .getReservation();
            ResizeReservationRequest.Builder wanted = ResizeReservationRequest.newBuilder()
                    .setName(name)
                    .setEtag(held.getEtag())
                    .setRequestId(request.id());
            if (held.getDemand().hasWorkload()) {
                wanted.setWorkload(held.getDemand().getWorkload().toBuilder().setAcceleratorCount(count));
            } else {
                wanted.setRackLoad(held.getDemand().getRackLoad().toBuilder().setRackCount(count));
            }
            ResizeReservationResponse response = connection.reservations().resizeReservation(wanted.build());
            screen.show(response, sheet -> ReservationView.show(response.getReservation(), sheet));
        }
        return ExitCode.DONE.number();
    }
}
