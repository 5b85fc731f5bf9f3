package dev.emplace.platform.calls;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives a unary call whose caller set no deadline, or one beyond the longest, a deadline before gRPC looks for one. So the
 * transport keeps it, and also frees an answer that its caller never reads. A tracer is the only place that comes before.
 */
final class TransportDeadlines extends ServerStreamTracer.Factory {

    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
    private static final ServerStreamTracer NOTHING = new ServerStreamTracer() {};

    private final Set<String> unary;
    private final Duration usual;
    private final Duration longest;

    TransportDeadlines(Set<String> unary, Duration usual, Duration longest) {
        this.unary = unary;
        this.usual = usual;
        this.longest = longest;
    }

    @Override
    public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
        if (unary.contains(method)) {
            bound(headers);
        }
        return NOTHING;
    }

    private void bound(Metadata headers) {
        String asked = headers.get(TIMEOUT);
        if (asked == null) {
            headers.put(TIMEOUT, encoded(usual));
        } else if (isLongerThanAllowed(asked)) {
            headers.discardAll(TIMEOUT);
            headers.put(TIMEOUT, encoded(longest));
        }
    }

    /** A value that is none is left to gRPC to refuse. */
    private boolean isLongerThanAllowed(String timeout) {
        TimeUnit unit = timeout.isEmpty() ? null : unit(timeout.charAt(timeout.length() - 1));
        if (unit == null || !timeout.matches("[0-9]{1,8}.")) {
            return false;
        }
        return unit.toNanos(Long.parseLong(timeout.substring(0, timeout.length() - 1))) > longest.toNanos();
    }

    private static @Nullable TimeUnit unit(char suffix) {
        return switch (suffix) {
            case 'H' -> TimeUnit.HOURS;
            case 'M' -> TimeUnit.MINUTES;
            case 'S' -> TimeUnit.SECONDS;
            case 'm' -> TimeUnit.MILLISECONDS;
            case 'u' -> TimeUnit.MICROSECONDS;
            case 'n' -> TimeUnit.NANOSECONDS;
            default -> null;
        };
    }

    private static String encoded(Duration timeout) {
        return timeout.toMillis() + "m";
    }
}
