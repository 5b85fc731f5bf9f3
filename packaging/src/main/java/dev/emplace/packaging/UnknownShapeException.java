package dev.emplace.packaging;

import java.util.Locale;

/** Quarkus generated something that is not known here, so that changing it might break what ships. */
final class UnknownShapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownShapeException(String place, String problem, Object... values) {
        super(place + ": " + String.format(Locale.ROOT, problem, values)
                + ". Has Quarkus changed? See docs/decisions/0025");
    }
}
