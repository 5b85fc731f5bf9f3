package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Manifest;
import dev.emplace.k8s.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects what one object does not fulfil. */
final class Expectations {

    private final Manifest object;
    private final List<Fault> faults = new ArrayList<>();

    Expectations(Manifest object) {
        this.object = object;
    }

    Expectations equal(String value, String... field) {
        return equal(value, object.at(field));
    }

    Expectations equal(String value, Node field) {
        return expect(field.is(value), field, "is " + field.value() + ": must be " + value);
    }

    Expectations expect(boolean holds, Node field, String otherwise) {
        if (!holds) {
            faults.add(object.fault(field, otherwise));
        }
        return this;
    }

    Stream<Fault> faults() {
        return faults.stream();
    }
}
