package dev.emplace.pricing.grpc;

import com.google.protobuf.Timestamp;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.Vantage;
import java.util.Optional;

/** When what is asked for was believed, and when it held: the fields as_of_time and effective_time of a request. */
record AskedTimes(Optional<Timestamp> asOf, Optional<Timestamp> effective) {

    private static final AskedTimes NOW = new AskedTimes(Optional.empty(), Optional.empty());

    /** @param hasAsOf whether the request has an as_of_time; likewise for its effective_time */
    static AskedTimes of(boolean hasAsOf, Timestamp asOf, boolean hasEffective, Timestamp effective) {
        return hasAsOf || hasEffective
                ? new AskedTimes(
                        hasAsOf ? Optional.of(asOf) : Optional.empty(),
                        hasEffective ? Optional.of(effective) : Optional.empty())
                : NOW;
    }

    boolean areNow() {
        return asOf.isEmpty() && effective.isEmpty();
    }

    Vantage vantage(PriceHistory history) {
        return history.vantage(
                asOf.map(time -> Instants.read("as_of_time", time)),
                effective.map(time -> Instants.read("effective_time", time)));
    }
}
