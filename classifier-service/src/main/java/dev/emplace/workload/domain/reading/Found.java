package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.signal.AcceleratorDemand;
import dev.emplace.workload.domain.signal.Count;
import dev.emplace.workload.domain.signal.Fact;
import dev.emplace.workload.domain.signal.Location;

/** A value and where it was read. */
record Found<T>(T value, int document, Location location, int line) {
    static <T> Found<T> at(Fact fact, T value) {
        return new Found<>(value, fact.document(), fact.location(), fact.line());
    }

    static <T> Found<T> at(AcceleratorDemand demand, T value) {
        return new Found<>(value, demand.document(), demand.location(), demand.line());
    }

    static <T> Found<T> at(Count count, T value) {
        return new Found<>(value, count.document(), count.location(), count.line());
    }

    ReadFact fills(String field, String shown) {
        return new ReadFact(field, shown, document, location.path(), line);
    }
}
