package dev.emplace.cli.command;

import com.google.protobuf.ByteString;
import dev.emplace.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A manifest on disk. */
final class ManifestFile {

    private static final long LIMIT_BYTES = 1 << 20;

    private ManifestFile() {}

    static ByteString read(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0 || size > LIMIT_BYTES || Files.isDirectory(file)) {
                throw new CliException(file + " is " + (Files.isDirectory(file) ? "a folder" : size + " bytes")
                        + "; a manifest is a file of 1 to " + LIMIT_BYTES + " bytes");
            }
            return ByteString.copyFrom(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new CliException("there is no file " + file, e);
        } catch (IOException e) {
            throw new CliException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
