package dev.emplace.cli.command;

import dev.emplace.api.power.v1.GetReservationRequest;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ResizeReservationRequest;
import dev.emplace.api.power.v1.ResizeReservationResponse;
import dev.emplace.cli.CliException;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.output.RefusalView;
import dev.emplace.cli.output.ReservationView;
import dev.emplace.cli.remote.Connection;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--cap-watts",
            paramLabel = "W",
            description = "an enforced power limit of each accelerator (default: as it is)")
    private @Nullable Integer capWatts;

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            Reservation held = connection
                    .reservations()
                    .getReservation(
                            GetReservationRequest.newBuilder().setName(name).build())
                    .getReservation();
            ResizeReservationResponse response = connection.reservations().resizeReservation(resizing(held));
            screen.show(response, sheet -> ReservationView.show(response.getReservation(), sheet));
            return ExitCode.DONE.number();
        } catch (StatusRuntimeException e) {
            return NoCapacity.show(e, RefusalView::ofResize, spec);
        }
    }

    private ResizeReservationRequest resizing(Reservation held) {
        ResizeReservationRequest.Builder wanted = ResizeReservationRequest.newBuilder()
                .setName(name)
                .setEtag(held.getEtag())
                .setRequestId(request.id());
        if (held.getDemand().hasWorkload()) {
            return wanted.setWorkload(resized(held.getDemand().getWorkload())).build();
        }
        if (capWatts != null) {
            throw new CliException(
                    "--cap-watts: " + name + " is for a load in watts, which has no accelerators to limit");
        }
        return wanted.setRackLoad(held.getDemand().getRackLoad().toBuilder().setRackCount(count))
                .build();
    }

    private PowerWorkload resized(PowerWorkload workload) {
        PowerWorkload.Builder resized = workload.toBuilder().setAcceleratorCount(count);
        return capWatts == null
                ? resized.build()
                : resized.setCapWattsPerAccelerator(capWatts).build();
    }
}
