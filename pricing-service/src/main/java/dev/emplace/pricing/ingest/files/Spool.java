package dev.emplace.pricing.ingest.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where files lie while they are imported: whole on disk before any of it is read, so that what is cut off changes
 * nothing, and never whole in memory.
 */
public record Spool(Path folder, long mostBytes) {

    /** A new, empty file; closing it removes it. */
    public SpooledFile file() throws IOException {
        return SpooledFile.create(folder, mostBytes);
    }
}
