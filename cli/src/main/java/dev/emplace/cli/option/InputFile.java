package dev.emplace.cli.option;

import com.google.protobuf.ByteString;
import dev.emplace.cli.CliException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a person wrote: a manifest, facts. A dash is the standard input. */
public final class InputFile {

    private static final int LIMIT_BYTES = 1 << 20;

    private InputFile() {}

    public static String text(Path file) {
        return bytes(file).toStringUtf8();
    }

    public static ByteString bytes(Path file) {
        try {
            if (file.toString().equals("-")) {
                return within("the standard input", System.in.readNBytes(LIMIT_BYTES + 1));
            }
            if (Files.isDirectory(file)) {
                throw new CliException(file + " is a folder; name the files in it");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return within(file.toString(), in.readNBytes(LIMIT_BYTES + 1));
            }
        } catch (NoSuchFileException e) {
            throw new CliException(
                    "there is no file " + file + "; paths are relative to "
                            + Path.of("").toAbsolutePath(),
                    e);
        } catch (IOException e) {
            throw new CliException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static ByteString within(String name, byte[] bytes) {
        if (bytes.length == 0 || bytes.length > LIMIT_BYTES) {
            throw new CliException(name + " holds " + (bytes.length == 0 ? "0" : "more than " + LIMIT_BYTES)
                    + " bytes; 1 to " + LIMIT_BYTES + " can be read");
        }
        return ByteString.copyFrom(bytes);
    }
}
