package dev.emplace.cli.command;

import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.RenewReservationRequest;
import dev.emplace.api.power.v1.RenewReservationResponse;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.option.Span;
import dev.emplace.cli.output.ReservationView;
import dev.emplace.cli.remote.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Extend the lease of a reservation, from now on. */
@Command(
        name = "renew",
        description = "Extend the lease of a reservation, from now on.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class RenewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "sites/SITE/reservations/RESERVATION")
    private String name = "";

    @Option(
            names = "--lease",
            converter = Span.class,
            paramLabel = "SPAN",
            required = true,
            description = "for how long from now: 10s to 30d")
    private Duration lease = Duration.getDefaultInstance();

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            RenewReservationResponse response = connection
                    .reservations()
                    .renewReservation(RenewReservationRequest.newBuilder()
                            .setName(name)
                            .setLease(lease)
                            .setRequestId(request.id())
                            .build());
            screen.show(response, sheet -> ReservationView.show(response.getReservation(), sheet));
        }
        return ExitCode.DONE.number();
    }
}
