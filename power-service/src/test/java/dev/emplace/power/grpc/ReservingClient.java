package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.Reservation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.function.Supplier;

/**
 * Assesses, reserves, confirms, releases and reads, on and on until it is stopped; a call that fails ends it. What gRPC does
 * not repeat by itself, since a part of the answer had come when the connection ended, it repeats as docs/errors.md asks.
 */
final class ReservingClient implements Runnable {
    private static final int ATTEMPTS = 5;

    private final RetryingCallers callers;
    private final PowerClient client;
    private final Insistence insistence;
    private final String site;
    private final int number;

    ReservingClient(RetryingCallers callers, History history, String site, int number) {
        this.callers = callers;
        this.client = callers.client();
        this.insistence = new Insistence(client.reservations, history);
        this.site = site;
        this.number = number;
    }

    @Override
    public void run() {
        for (int round = 0; !callers.stopped(); round++) {
            var demand = PowerClient.training(1 + (number + round) % 8);
            read(() -> client.assess(site, demand), ATTEMPTS);
            insistence.create(site, demand).ifPresent(this::use);
            read(
                    () -> client.reservations.listReservations(ListReservationsRequest.newBuilder()
                            .setParent(site)
                            .setPageSize(10)
                            .build()),
                    ATTEMPTS);
        }
    }

    private void use(Reservation pending) {
        insistence.confirm(pending);
        read(() -> client.get(pending.getName()), ATTEMPTS);
        insistence.release(pending);
    }

    private static void read(Supplier<?> call, int attempts) {
        try {
            var unused = call.get();
        } catch (StatusRuntimeException failed) {
            if (attempts == 1 || failed.getStatus().getCode() != Status.Code.UNAVAILABLE) {
                throw failed;
            }
            read(call, attempts - 1);
        }
    }
}
