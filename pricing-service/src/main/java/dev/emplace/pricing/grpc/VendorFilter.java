package dev.emplace.pricing.grpc;

import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.Vendor;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The maker that a list is narrowed to, if any. */
record VendorFilter(Optional<Vendor> vendor) {

    static VendorFilter of(String name) {
        if (name.isEmpty()) {
            return new VendorFilter(Optional.empty());
        }
        return new VendorFilter(Optional.of(Stream.of(Vendor.values())
                .filter(vendor -> lower(vendor).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidFieldException("vendor", "is '" + name + "'; must be empty or one of " + known()))));
    }

    boolean admits(Accelerator accelerator) {
        return vendor.map(accelerator.vendor()::equals).orElse(true);
    }

    private static String known() {
        return Stream.of(Vendor.values()).map(VendorFilter::lower).collect(Collectors.joining(", "));
    }

    private static String lower(Vendor vendor) {
        return vendor.name().toLowerCase(Locale.ROOT);
    }
}
