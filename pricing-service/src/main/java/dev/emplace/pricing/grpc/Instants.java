package dev.emplace.pricing.grpc;

import com.google.protobuf.Timestamp;
import dev.emplace.platform.errors.InvalidFieldException;
import java.time.Instant;

/** Times of the contract and of the domain. */
final class Instants {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int BILLION = 1_000_000_000;

    private Instants() {}

    static Timestamp message(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    static Instant read(String field, Timestamp message) {
        if (message.getSeconds() < FIRST.getEpochSecond()
                || message.getSeconds() > LAST.getEpochSecond()
                || message.getNanos() < 0
                || message.getNanos() >= BILLION) {
            throw new InvalidFieldException(
                    field, "is no time between the years 1 and 9999, with 0 to 999,999,999 nanos");
        }
        return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
    }
}
