package dev.emplace.power.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.ReleaseReservationRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationServiceGrpc.ReservationServiceBlockingStub;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * A client as the contract asks for: a call whose outcome it does not learn, it repeats with the same request_id until
 * it is told.
 *
 * @param calls waits for the connection, so that a repeated call does not fail at once
 */
record Insistence(ReservationServiceBlockingStub calls, History history) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Empty if it was refused for lack of capacity. */
    Optional<Reservation> create(String site, Demand demand) {
        CreateReservationRequest request = PowerClient.creating(site, demand).build();
        return insist(() -> calls.createReservation(request).getReservation());
    }

    Optional<Reservation> confirm(Reservation pending) {
        ConfirmReservationRequest request = ConfirmReservationRequest.newBuilder()
                .setName(pending.getName())
                .setRequestId(PowerClient.newId())
                .build();
        return insist(() -> calls.confirmReservation(request).getReservation());
    }

    Optional<Reservation> release(Reservation held) {
        ReleaseReservationRequest request = ReleaseReservationRequest.newBuilder()
                .setName(held.getName())
                .setRequestId(PowerClient.newId())
                .build();
        return insist(() -> calls.releaseReservation(request).getReservation());
    }

    private Optional<Reservation> insist(Supplier<Reservation> call) {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> attempt(call), Optional::isPresent)
                .orElseThrow();
    }

    /** Empty without an outcome; else what was told, or a refusal. */
    private Optional<Optional<Reservation>> attempt(Supplier<Reservation> call) {
        try {
            return Optional.of(Optional.of(history.acknowledge(call.get())));
        } catch (StatusRuntimeException failed) {
            Status.Code code = failed.getStatus().getCode();
            if (code == Status.Code.RESOURCE_EXHAUSTED) {
                return Optional.of(Optional.empty());
            }
            assertThat(code).as("of %s", failed.getStatus()).isEqualTo(Status.Code.UNAVAILABLE);
            return Optional.empty();
        }
    }
}
