package dev.emplace.pricing.ingest.bundled;

/** A catalog file says something that cannot be; the message names file and line. */
public final class CatalogFileException extends RuntimeException {

    CatalogFileException(String file, int line, String message) {
        super(file + ", line " + line + ": " + message);
    }
}
