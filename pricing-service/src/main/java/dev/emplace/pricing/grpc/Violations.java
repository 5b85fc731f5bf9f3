package dev.emplace.pricing.grpc;

import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.platform.errors.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with the fields of one request, so that all of it is told at once. */
final class Violations {

    private final List<FieldViolation> found = new ArrayList<>();

    /** The value; empty where reading it was refused, which is kept. */
    <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidFieldException refused) {
            found.addAll(refused.violations());
            return Optional.empty();
        }
    }

    void add(String field, String description) {
        found.add(new FieldViolation(field, description));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidFieldException(found);
        }
    }
}
