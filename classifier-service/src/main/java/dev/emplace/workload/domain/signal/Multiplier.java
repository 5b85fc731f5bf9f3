package dev.emplace.workload.domain.signal;

import dev.emplace.workload.domain.manifest.Node;
import dev.emplace.workload.domain.signal.Count.Role;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a kind states how many there are of something. All paths but the first go on from the base.
 *
 * @param base the part of a document that has the number
 * @param source the number itself
 * @param least what stands for it where an autoscaler decides
 * @param most what the autoscaler may raise it to
 * @param target what is multiplied
 * @param oneLess where this exists, one of them is described apart
 */
record Multiplier(
        Role role,
        Path base,
        Path source,
        Path least,
        Path most,
        Path target,
        @Nullable Path oneLess) {
    static Multiplier of(Role role, String base, String source) {
        return new Multiplier(role, Path.of(base), Path.of(source), Path.HERE, Path.HERE, Path.HERE, null);
    }

    Multiplier between(String from, String to) {
        return new Multiplier(role, base, source, Path.of(from), Path.of(to), target, oneLess);
    }

    Multiplier onto(String part) {
        return new Multiplier(role, base, source, least, most, Path.of(part), oneLess);
    }

    Multiplier oneLessWith(String part) {
        return new Multiplier(role, base, source, least, most, target, Path.of(part));
    }

    /** The number that one base states; empty where it states none. */
    Optional<Count> count(Node from, Location at, int document) {
        Path.Stated most = this.most.first(from, at);
        OptionalInt raised = most == null ? OptionalInt.empty() : Quantity.of(most.scalar());
        Path.Stated exact = source.first(from, at);
        boolean set = exact != null && !(raised.isPresent() && zero(exact));
        Path.Stated stated = set ? exact : least.first(from, at);
        if (stated == null) {
            return most == null ? Optional.empty() : Optional.of(count(OptionalInt.of(1), raised, most, document));
        }
        OptionalInt value = Quantity.of(stated.scalar());
        if (value.isEmpty() && !Quantity.placeholder(stated.scalar())) {
            return Optional.empty();
        }
        OptionalInt number = set || value.isEmpty() ? value : OptionalInt.of(Math.max(1, value.getAsInt()));
        return Optional.of(count(less(number, from, at), raised, stated, document));
    }

    private Count count(OptionalInt value, OptionalInt most, Path.Stated stated, int document) {
        return new Count(
                role, value, most, document, stated.at(), stated.scalar().line());
    }

    private static boolean zero(Path.Stated stated) {
        return Quantity.of(stated.scalar()).orElse(1) == 0;
    }

    private OptionalInt less(OptionalInt number, Node from, Location at) {
        boolean[] apart = {false};
        if (oneLess != null) {
            oneLess.each(from, at, (node, where) -> apart[0] = true);
        }
        return number.isPresent() && apart[0] ? OptionalInt.of(Math.max(1, number.getAsInt() - 1)) : number;
    }
}
