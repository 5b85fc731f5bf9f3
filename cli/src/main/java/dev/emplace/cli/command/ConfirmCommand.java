package dev.emplace.cli.command;

import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.ConfirmReservationResponse;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.option.Span;
import dev.emplace.cli.output.ReservationView;
import dev.emplace.cli.remote.Connection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a pending reservation last. */
@Command(
        name = "confirm",
        description = "Make a pending reservation last.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ConfirmCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "sites/SITE/reservations/RESERVATION")
    private String name = "";

    @Option(
            names = "--lease",
            converter = Span.class,
            paramLabel = "SPAN",
            description = "hold it for so long, 10s to 30d, unless renewed (default: until it is released)")
    private @Nullable Duration lease;

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            ConfirmReservationRequest.Builder confirmation =
                    ConfirmReservationRequest.newBuilder().setName(name).setRequestId(request.id());
            if (lease != null) {
                confirmation.setLease(lease);
            }
            ConfirmReservationResponse response = connection.reservations().confirmReservation(confirmation.build());
            screen.show(response, sheet -> ReservationView.show(response.getReservation(), sheet));
        }
        return ExitCode.DONE.number();
    }
}
