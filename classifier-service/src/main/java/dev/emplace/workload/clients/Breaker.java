package dev.emplace.workload.clients;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Leaves a service alone that keeps failing, so that callers learn it at once and the service can recover, and asks it
 * again after a pause. Refusals are answers: they do not count as failures.
 */
public final class Breaker {
    private final Guard guard;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    /**
     * @param calls the last calls that are looked at
     * @param failures share of them, above 0 to 1, that opens the breaker
     * @param pause how long it stays open before one call tries
     */
    public Breaker(int calls, double failures, Duration pause) {
        this.guard = Guard.create()
                .withCircuitBreaker()
                .requestVolumeThreshold(calls)
                .failureRatio(failures)
                .delay(pause.toMillis(), ChronoUnit.MILLIS)
                .failOn(Fault.class)
                .onStateChange(next -> state = next)
                .done()
                .build();
    }

    /** Whether calls fail without asking; also while one of them tries. */
    public boolean isOpen() {
        return state != CircuitBreakerState.CLOSED;
    }

    /**
     * Makes the call, or fails it with a bare UNAVAILABLE while the breaker is open.
     *
     * @param ours whether the time that the call gets is our own time-out, so that running out of it is the service's
     *     fault, and not that of a caller in a hurry
     */
    @SuppressWarnings("unchecked") // the guard returns what the call does
    <R> R call(Supplier<R> call, boolean ours) {
        try {
            return (R) guard.get(() -> faultsMarked(call, ours), Object.class);
        } catch (Fault fault) {
            throw fault.status;
        } catch (CircuitBreakerOpenException open) {
            throw Status.UNAVAILABLE.asRuntimeException();
        }
    }

    private static <R> R faultsMarked(Supplier<R> call, boolean ours) {
        try {
            return call.get();
        } catch (StatusRuntimeException failed) {
            boolean tooSlow = ours && failed.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED;
            throw tooSlow || Refusals.faulty(failed) ? new Fault(failed) : failed;
        }
    }

    /** A failure that counts. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final StatusRuntimeException status;

        Fault(StatusRuntimeException status) {
            super(null, null, false, false);
            this.status = status;
        }
    }
}
