package dev.emplace.pricing.grpc;

import dev.emplace.pricing.domain.AmbiguousAcceleratorException;
import dev.emplace.pricing.domain.UnknownAcceleratorException;
import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.accelerators.Resolution;

/** The accelerators that callers name, by resource name, id or alias. */
final class AcceleratorNames {

    static final String COLLECTION = "accelerators/";

    private AcceleratorNames() {}

    static String of(Accelerator accelerator) {
        return COLLECTION + accelerator.id();
    }

    /** An UnknownAcceleratorException or AmbiguousAcceleratorException names the field. */
    static Accelerator resolve(AliasTable table, String field, String name) {
        var alias = name.startsWith(COLLECTION) ? name.substring(COLLECTION.length()) : name;
        var resolution = table.resolve(alias);
        if (resolution instanceof Resolution.Resolved resolved) {
            return resolved.accelerator();
        }
        if (resolution instanceof Resolution.Ambiguous ambiguous) {
            throw new AmbiguousAcceleratorException(field, ambiguous);
        }
        throw new UnknownAcceleratorException(field, (Resolution.Unknown) resolution);
    }
}
