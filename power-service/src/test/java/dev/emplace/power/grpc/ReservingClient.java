package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.GetReservationRequest;
import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.function.Supplier;

/** Assesses, reserves, confirms, releases and reads, on and on until it is stopped; a call that fails ends it. */
final class ReservingClient implements Runnable {
    private static final String INSUFFICIENT_CAPACITY = "INSUFFICIENT_CAPACITY";

    private final RetryingCallers callers;
    private final PowerClient client;
    private final History history;
    private final String site;
    private final int number;

    ReservingClient(RetryingCallers callers, History history, String site, int number) {
        this.callers = callers;
        this.client = callers.client();
        this.history = history;
        this.site = site;
        this.number = number;
    }

    @Override
    public void run() {
        for (int round = 0; !callers.stopped(); round++) {
            var demand = PowerClient.training(1 + (number + round) % 8);
            client.assess(site, demand);
            Optional<Reservation> pending = told(() -> client.create(site, demand));
            pending.ifPresent(this::use);
            client.reservations.listReservations(ListReservationsRequest.newBuilder()
                    .setParent(site)
                    .setPageSize(10)
                    .build());
        }
    }

    private void use(Reservation pending) {
        String name = pending.getName();
        told(() -> client.confirm(name));
        client.reservations.getReservation(
                GetReservationRequest.newBuilder().setName(name).build());
        told(() -> client.release(name));
    }

    /** Empty where the site is full, which is an answer. */
    private Optional<Reservation> told(Supplier<Reservation> call) {
        try {
            return Optional.of(history.acknowledge(call.get()));
        } catch (StatusRuntimeException refused) {
            if (INSUFFICIENT_CAPACITY.equals(GrpcError.of(refused).reason())) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
