package dev.emplace.workload.grpc;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.CreateReservationResponse;
import dev.emplace.api.power.v1.FindReservationRequest;
import dev.emplace.api.power.v1.FindReservationResponse;
import dev.emplace.api.power.v1.ReleaseReservationRequest;
import dev.emplace.api.power.v1.ReleaseReservationResponse;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.ReservationState;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reservations of power-service, which fail at the step that a test names. Tests live in another class loader. */
final class FakeReservations extends ReservationServiceGrpc.ReservationServiceImplBase {
    /** Where it fails, as if the service went away just then. */
    enum Step {
        NONE,
        FIND,
        BEFORE_CREATION,
        AFTER_CREATION,
        FIND_AFTER_CREATION
    }

    private static final String STEP = "emplace.test.power.step";
    private static final String TAKEN = "emplace.test.power.taken";
    private static final String REFUSED = "emplace.test.power.refused";
    private static final String RIVAL = "emplace.test.power.rival";
    private static final String HELD = "emplace.test.power.held";

    private final Map<String, Reservation> byRequest = new LinkedHashMap<>();
    private final Map<String, Reservation> rivals = new LinkedHashMap<>();

    static void failsAt(Step step) {
        System.setProperty(STEP, step.name());
    }

    /** So many creations lose the race for their capacity. */
    static void takenFor(int creations) {
        System.setProperty(TAKEN, Integer.toString(creations));
    }

    /** Creations are refused as power-service refuses them, with this code and reason; "" refuses none. */
    static void refuses(String code, String reason) {
        System.setProperty(REFUSED, code + " " + reason);
    }

    /** Another call with the same id was a moment faster, at another site. */
    static void rival(boolean faster) {
        System.setProperty(RIVAL, Boolean.toString(faster));
    }

    /** Reservations that hold something. */
    static int held() {
        return Integer.getInteger(HELD, 0);
    }

    static void reset() {
        failsAt(Step.NONE);
        takenFor(0);
        refuses("", "");
        rival(false);
    }

    private static boolean at(Step step) {
        return System.getProperty(STEP, Step.NONE.name()).equals(step.name());
    }

    @Override
    public synchronized void findReservation(
            FindReservationRequest request, StreamObserver<FindReservationResponse> out) {
        Reservation rival = rivals.get(request.getRequestId());
        Reservation found = rival != null ? rival : byRequest.get(request.getRequestId());
        if (at(Step.FIND) || (found != null && at(Step.FIND_AFTER_CREATION))) {
            away(out);
        } else if (found == null) {
            out.onError(refusal(Code.NOT_FOUND, "UNKNOWN_RESERVATION"));
        } else {
            out.onNext(
                    FindReservationResponse.newBuilder().setReservation(found).build());
            out.onCompleted();
        }
    }

    @Override
    public synchronized void createReservation(
            CreateReservationRequest request, StreamObserver<CreateReservationResponse> out) {
        int taken = Integer.getInteger(TAKEN, 0);
        if (taken > 0) {
            takenFor(taken - 1);
            out.onError(refusal(Code.RESOURCE_EXHAUSTED, "INSUFFICIENT_CAPACITY"));
            return;
        }
        String[] refused = System.getProperty(REFUSED, "").strip().split(" ", 2);
        if (refused.length == 2) {
            out.onError(refusal(Code.valueOf(refused[0]), refused[1]));
            return;
        }
        if (at(Step.BEFORE_CREATION)) {
            away(out);
            return;
        }
        Reservation created = reservation(request, request.getParent(), byRequest.size() + 1);
        byRequest.put(request.getRequestId(), created);
        if (Boolean.getBoolean(RIVAL)) {
            rivals.put(request.getRequestId(), reservation(request, "sites/rival", 1));
        }
        count(1);
        if (at(Step.AFTER_CREATION)) {
            away(out);
            return;
        }
        out.onNext(
                CreateReservationResponse.newBuilder().setReservation(created).build());
        out.onCompleted();
    }

    private static Reservation reservation(CreateReservationRequest request, String site, int number) {
        return Reservation.newBuilder()
                .setName(site + "/reservations/r1-" + number)
                .setState(ReservationState.RESERVATION_STATE_PENDING)
                .setDemand(request.getDemand())
                .setHolder(request.getHolder())
                .setPayload(request.getPayload())
                .build();
    }

    @Override
    public synchronized void releaseReservation(
            ReleaseReservationRequest request, StreamObserver<ReleaseReservationResponse> out) {
        count(-1);
        out.onNext(ReleaseReservationResponse.getDefaultInstance());
        out.onCompleted();
    }

    private static void count(int change) {
        System.setProperty(HELD, Integer.toString(held() + change));
    }

    private static void away(StreamObserver<?> out) {
        out.onError(io.grpc.Status.UNAVAILABLE.asRuntimeException());
    }

    private static StatusRuntimeException refusal(Code code, String reason) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.getNumber())
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(reason)
                        .setDomain("emplace.dev")
                        .build()))
                .build());
    }
}
