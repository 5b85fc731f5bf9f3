package dev.emplace.pricing.ingest.bundled;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Where catalog files are read from, by name. */
@FunctionalInterface
public interface CatalogFiles {

    /** The file's bytes; a CatalogFileException if there is no such file. */
    byte[] read(String name);

    /** The files that ship with the service. */
    static CatalogFiles bundled() {
        return name -> {
            try (InputStream in = CatalogFiles.class.getResourceAsStream("/catalog/" + name)) {
                if (in == null) {
                    throw new CatalogFileException(name, 0, "there is no such file");
                }
                return in.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(name, broken);
            }
        };
    }
}
