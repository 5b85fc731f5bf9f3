package dev.emplace.cli.command;

import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.ConfirmReservationResponse;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.CreateReservationResponse;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.cli.option.DemandOptions;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.option.SiteName;
import dev.emplace.cli.option.Span;
import dev.emplace.cli.output.RefusalView;
import dev.emplace.cli.output.ReservationView;
import dev.emplace.cli.output.Sheet;
import dev.emplace.cli.output.Tone;
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

/** Holds power and cooling at a site. */
@Command(
        name = "reserve",
        description = {
            "Hold power and cooling at a site, until it is confirmed or its time is over:",
            "emplace reserve ashburn-colo --accelerator nvidia-h100-sxm-80gb --count 16 --load training"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ReserveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SITE", converter = SiteName.class, description = "the site: emplace sites lists them")
    private String site = "";

    @Mixin
    private DemandOptions demand = new DemandOptions();

    @Option(
            names = "--ttl",
            converter = Span.class,
            paramLabel = "TIME",
            description = "how long it may stay unconfirmed, 1s to 1h (default: 60s)")
    private @Nullable Duration ttl;

    @Option(names = "--confirm", description = "confirm it at once")
    private boolean confirm;

    @Option(
            names = "--holder",
            paramLabel = "TEXT",
            defaultValue = "${sys:user.name}",
            description = "who holds it, and for what (default: ${DEFAULT-VALUE})")
    private String holder = "";

    @Option(names = "--validate-only", description = "decide, and hold nothing")
    private boolean validateOnly;

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
        Demand wanted = demand.demand();
        try (Connection connection = server.connect()) {
            CreateReservationResponse created = connection.reservations().createReservation(creation(wanted));
            if (confirm && !validateOnly) {
                confirm(connection, created);
            } else {
                screen.show(created, sheet -> show(created, sheet));
            }
            return ExitCode.DONE.number();
        } catch (StatusRuntimeException e) {
            return NoCapacity.show(e, RefusalView::ofCreation, spec);
        }
    }

    private CreateReservationRequest creation(Demand wanted) {
        CreateReservationRequest.Builder creation = CreateReservationRequest.newBuilder()
                .setParent(site)
                .setDemand(wanted)
                .setHolder(holder)
                .setValidateOnly(validateOnly)
                .setRequestId(request.id());
        if (ttl != null) {
            creation.setTtl(ttl);
        }
        return creation.build();
    }

    private void confirm(Connection connection, CreateReservationResponse created) {
        ConfirmReservationResponse confirmed = connection
                .reservations()
                .confirmReservation(ConfirmReservationRequest.newBuilder()
                        .setName(created.getReservation().getName())
                        .setRequestId(request.following())
                        .build());
        screen.show(confirmed, sheet -> ReservationView.show(confirmed.getReservation(), sheet));
    }

    private void show(CreateReservationResponse created, Sheet sheet) {
        if (validateOnly) {
            sheet.line(Tone.GOOD, "it would fit; nothing is held");
        }
        ReservationView.show(created.getReservation(), sheet);
        if (created.hasBinding()) {
            sheet.indented().item("next limit", ReservationView.limit(created.getBinding()));
        }
    }
}
