package dev.emplace.power.domain.capacity;

import java.util.Optional;

/**
 * What came of trying a load.
 *
 * @param broken the limit that is exceeded most; empty if all hold
 * @param next the limit that further loads like this one would meet first
 */
record Trial(Optional<Binding> broken, Optional<Binding> next) {
    static Trial refused(Binding binding) {
        return new Trial(Optional.of(binding), Optional.empty());
    }

    boolean fits() {
        return broken.isEmpty();
    }
}
