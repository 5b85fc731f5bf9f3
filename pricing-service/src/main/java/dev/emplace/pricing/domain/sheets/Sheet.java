package dev.emplace.pricing.domain.sheets;

import java.util.Collection;
import java.util.Set;

/**
 * What makes a source a contracted sheet.
 *
 * @param owner the name of the publisher who made it one; empty where callers were not told apart
 * @param readers names of those who see its prices; one that ends in {@code *} stands for all that begin so
 */
public record Sheet(String owner, Set<String> readers) {

    private static final String REST = "*";

    public Sheet {
        readers = Set.copyOf(readers);
        if (readers.isEmpty()) {
            throw new IllegalArgumentException("a contracted sheet needs readers");
        }
    }

    /** Whether one of these names is a reader's. */
    boolean isReadBy(Collection<String> names) {
        return readers.stream().anyMatch(reader -> names.stream().anyMatch(name -> stands(reader, name)));
    }

    /** Whether an identity may know that there is such a sheet, for reading its prices or for managing it. */
    boolean isKnownTo(Identity identity) {
        return isReadBy(identity.names()) || isManagedBy(identity);
    }

    /** Whether an identity may import the sheet, and say who reads it. */
    public boolean isManagedBy(Identity identity) {
        return identity.admin() || identity.name().equals(owner);
    }

    private static boolean stands(String reader, String name) {
        return reader.endsWith(REST)
                ? name.startsWith(reader.substring(0, reader.length() - REST.length()))
                : name.equals(reader);
    }
}
