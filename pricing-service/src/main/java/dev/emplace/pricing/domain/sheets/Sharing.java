package dev.emplace.pricing.domain.sheets;

import java.util.Optional;
import java.util.Set;

/**
 * Who imports a source, and who is to see it.
 *
 * @param readers none where that is not said: a sheet then keeps those that it has, and anything else is public
 */
public record Sharing(Identity by, Set<String> readers) {

    public Sharing {
        readers = Set.copyOf(readers);
    }

    /**
     * The sheet that the import makes of a source, or leaves it; empty for a public one.
     *
     * @param known the sheet that it is by now
     * @param isPublic whether it is known, and is none
     * @throws SheetOfAnotherException where it is a sheet that is not the importer's
     * @throws PublicSourceException where everybody has seen it, and it is to be a sheet from now on
     */
    public Optional<Sheet> of(String source, Optional<Sheet> known, boolean isPublic) {
        known.filter(sheet -> !sheet.isManagedBy(by)).ifPresent(sheet -> {
            throw new SheetOfAnotherException(source);
        });
        if (readers.isEmpty()) {
            return known;
        }
        if (isPublic) {
            throw new PublicSourceException(source);
        }
        return Optional.of(new Sheet(known.map(Sheet::owner).orElse(by.name()), readers));
    }
}
