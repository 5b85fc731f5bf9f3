package dev.emplace.workload.clients;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.FindReservationRequest;
import dev.emplace.api.power.v1.ReleaseReservationRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.ReservationServiceGrpc.ReservationServiceBlockingStub;
import dev.emplace.workload.domain.reserve.PowerHolds;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Reservations of power-service. */
public final class GrpcHolds implements PowerHolds {
    /** What is asked of power-service and changes nothing. Creating is not repeated here: its caller does, by the id. */
    public static final List<MethodDescriptor<?, ?>> READS = List.of(ReservationServiceGrpc.getFindReservationMethod());

    private static final Logger LOG = Logger.getLogger(GrpcHolds.class);

    private final Connection connection;

    public GrpcHolds(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Held> find(String requestId) {
        FindReservationRequest request =
                FindReservationRequest.newBuilder().setRequestId(requestId).build();
        try {
            return Optional.of(
                    held(answered(power -> power.findReservation(request)).getReservation()));
        } catch (StatusRuntimeException refused) {
            if (Refusals.reason(refused).equals("UNKNOWN_RESERVATION")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public Held hold(Order order) {
        CreateReservationRequest.Builder request = CreateReservationRequest.newBuilder()
                .setParent(order.site())
                .setDemand(AssessmentMessages.demand(order.demand()))
                .setHolder(order.holder())
                .setRequestId(order.requestId())
                .setPayload(ByteString.copyFrom(order.record()));
        order.ttl()
                .ifPresent(ttl -> request.setTtl(
                        Duration.newBuilder().setSeconds(ttl.getSeconds()).setNanos(ttl.getNano())));
        try {
            return held(
                    answered(power -> power.createReservation(request.build())).getReservation());
        } catch (StatusRuntimeException refused) {
            throw switch (Refusals.reason(refused)) {
                case "INSUFFICIENT_CAPACITY" -> new CapacityTakenException();
                case "REQUEST_ID_REUSED" -> new RequestIdTakenException();
                default -> refused;
            };
        }
    }

    @Override
    public void giveBack(Held held) {
        ReleaseReservationRequest request = ReleaseReservationRequest.newBuilder()
                .setName(held.name())
                .setRequestId(UUID.randomUUID().toString())
                .build();
        try {
            answered(power -> power.releaseReservation(request));
        } catch (RuntimeException kept) {
            LOG.warnf("%s could not be given back, and ends with its time to live: %s", held.name(), kept.getMessage());
        }
    }

    private static Held held(Reservation reservation) {
        return new Held(reservation.getName(), new ProtoOriginal(reservation));
    }

    /** A refusal passes on as it is; silence is named. What it may have held ends with its time to live. */
    private <R> R answered(Function<ReservationServiceBlockingStub, R> call) {
        try {
            return connection.ask(ReservationServiceGrpc::newBlockingStub, call);
        } catch (StatusRuntimeException failed) {
            if (failed.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED || Refusals.faulty(failed)) {
                throw new DependencyUnavailableException(
                        connection.service(), failed.getStatus().getCode().name());
            }
            throw failed;
        }
    }
}
