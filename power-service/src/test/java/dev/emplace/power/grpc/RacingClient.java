package dev.emplace.power.grpc;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Interval;
import dev.emplace.api.power.v1.AcceleratorCount;
import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.Quota;
import dev.emplace.api.power.v1.QuotaServiceGrpc;
import dev.emplace.api.power.v1.ReleaseReservationRequest;
import dev.emplace.api.power.v1.RenewReservationRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationServiceGrpc.ReservationServiceBlockingStub;
import dev.emplace.api.power.v1.ResizeReservationRequest;
import dev.emplace.api.power.v1.SetQuotasRequest;
import dev.emplace.power.ledger.RecordedCall;
import dev.emplace.power.ledger.Recording;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client that creates reservations and races others for all of them: it confirms, renews, resizes and releases what
 * anybody created, some with so short a time to live that expiry takes part. It repeats a call under its request id until
 * it has an outcome.
 */
final class RacingClient implements Runnable {
    private static final Set<Status.Code> UNKNOWN_OUTCOME =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);
    private static final long DEADLINE_SECONDS = 10;
    private static final long PAUSE_MILLIS = 20;

    private final ReservationServiceBlockingStub calls;
    private final String site;
    private final AtomicReferenceArray<Reservation> known;
    private final Recording recording;
    private final BooleanSupplier over;
    private final int number;
    private final Random random;

    /** @param known where clients leave what they created, for each other */
    RacingClient(
            ReservationServiceBlockingStub calls,
            String site,
            AtomicReferenceArray<Reservation> known,
            Recording recording,
            BooleanSupplier over,
            int number) {
        this.calls = calls;
        this.site = site;
        this.known = known;
        this.recording = recording;
        this.over = over;
        this.number = number;
        this.random = new Random(number);
    }

    @Override
    public void run() {
        while (!over.getAsBoolean()) {
            int place = random.nextInt(known.length());
            Reservation other = known.get(place);
            if (other == null || random.nextInt(10) == 0) {
                create(place);
            } else if (random.nextInt(40) == 0) {
                setQuotas();
            } else if (random.nextInt(8) < 5) {
                change(other);
            } else {
                // Released by us, or over already.
                release(other.getName());
                known.compareAndSet(place, other, null);
            }
        }
    }

    private void create(int place) {
        CreateReservationRequest request = PowerClient.creating(site, demand())
                .setTtl(Duration.newBuilder().setSeconds(random.nextInt(3) == 0 ? 1 : 60))
                .setHolder(random.nextBoolean() ? "racing/" + number : "other")
                .build();
        Reservation created = record("create", request.getRequestId(), "", stub -> {
            var response = stub.createReservation(request);
            return new Told(response.getReservation(), response.getRevision());
        });
        if (created != null && !known.compareAndSet(place, null, created)) {
            release(created.getName());
        }
    }

    private Demand demand() {
        Demand demand = PowerClient.training(1 + random.nextInt(12));
        return random.nextInt(6) > 0
                ? demand
                : demand.toBuilder().setWindow(soon()).build();
    }

    /** Begins some seconds after another reservation was created, and ends some later. */
    private Interval soon() {
        Reservation other = known.get(random.nextInt(known.length()));
        if (other == null) {
            return Interval.getDefaultInstance();
        }
        long start = other.getCreateTime().getSeconds() + 5L * random.nextInt(6);
        return Interval.newBuilder()
                .setStartTime(Timestamp.newBuilder().setSeconds(start))
                .setEndTime(Timestamp.newBuilder().setSeconds(start + 5 + random.nextInt(60)))
                .build();
    }

    private void change(Reservation other) {
        String name = other.getName();
        String id = PowerClient.newId();
        switch (random.nextInt(5)) {
            case 0, 1 ->
                record("confirm", id, name, stub -> {
                    var request =
                            ConfirmReservationRequest.newBuilder().setName(name).setRequestId(id);
                    if (name.hashCode() % 2 == 0) {
                        request.setLease(Duration.newBuilder().setSeconds(10));
                    }
                    var response = stub.confirmReservation(request.build());
                    return new Told(response.getReservation(), response.getRevision());
                });
            case 2 ->
                record("renew", id, name, stub -> {
                    var response = stub.renewReservation(RenewReservationRequest.newBuilder()
                            .setName(name)
                            .setLease(Duration.newBuilder().setSeconds(10))
                            .setRequestId(id)
                            .build());
                    return new Told(response.getReservation(), response.getRevision());
                });
            case 3, 4 -> {
                int accelerators = 1 + random.nextInt(16);
                record("resize", id, name, stub -> {
                    var response = stub.resizeReservation(ResizeReservationRequest.newBuilder()
                            .setName(name)
                            .setWorkload(
                                    other.getDemand().getWorkload().toBuilder().setAcceleratorCount(accelerators))
                            .setRequestId(id)
                            .build());
                    return new Told(response.getReservation(), response.getRevision());
                });
            }
            default -> throw new IllegalStateException("there is no fifth kind of change");
        }
    }

    /** Of half of the clients, which hold under one tenant's name. */
    private void setQuotas() {
        String id = PowerClient.newId();
        int accelerators = 8 * (1 + random.nextInt(6));
        record("quotas", id, "", stub -> {
            var quotas = QuotaServiceGrpc.newBlockingStub(stub.getChannel())
                    .withWaitForReady()
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
            var response = quotas.setQuotas(SetQuotasRequest.newBuilder()
                    .setSite(site)
                    .addQuotas(Quota.newBuilder()
                            .setTenant("racing")
                            .addAccelerators(AcceleratorCount.newBuilder()
                                    .setAccelerator(TestSites.H100)
                                    .setCount(accelerators)))
                    .setRequestId(id)
                    .build());
            return new Told(Reservation.getDefaultInstance(), response.getRevision());
        });
    }

    private void release(String name) {
        String id = PowerClient.newId();
        record("release", id, name, stub -> {
            var response = stub.releaseReservation(ReleaseReservationRequest.newBuilder()
                    .setName(name)
                    .setRequestId(id)
                    .build());
            return new Told(response.getReservation(), response.getRevision());
        });
    }

    /** The reservation is the default one where the call was about none. */
    private record Told(Reservation reservation, long revision) {}

    /** Null if it was refused. */
    private @Nullable Reservation record(
            String method, String request, String name, Function<ReservationServiceBlockingStub, Told> call) {
        long started = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                Told told = call.apply(calls.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS));
                Reservation reservation = told.reservation();
                record(
                        started,
                        attempt,
                        method,
                        request,
                        reservation.getName(),
                        RecordedCall.OK,
                        told.revision(),
                        state(reservation));
                return reservation;
            } catch (StatusRuntimeException failed) {
                if (!UNKNOWN_OUTCOME.contains(failed.getStatus().getCode())) {
                    String reason = GrpcError.of(failed).reason();
                    record(started, attempt, method, request, name, reason, 0, "");
                    return null;
                }
                pause();
            }
        }
    }

    private static String state(Reservation reservation) {
        return reservation.getName().isEmpty()
                ? ""
                : ReservationMessages.state(reservation.getState()).name();
    }

    private void record(
            long started,
            int attempts,
            String method,
            String request,
            String name,
            String outcome,
            long revision,
            String state) {
        String id = name.substring(name.lastIndexOf('/') + 1);
        recording.add(new RecordedCall(
                number,
                started,
                System.nanoTime(),
                attempts,
                method,
                UUID.fromString(request),
                id,
                outcome,
                revision,
                state));
        pause();
    }

    /** A client thinks between calls: else it is the speed of this machine that limits how long a run can be checked. */
    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
}
