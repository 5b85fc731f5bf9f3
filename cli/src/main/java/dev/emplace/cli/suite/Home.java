package dev.emplace.cli.suite;

import dev.emplace.cli.CliException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which a suite keeps its database and its logs. Only its owner may look into it: it holds the
 * database's password.
 */
public final class Home implements AutoCloseable {

    private static final long LEAST_FREE_BYTES = 512L * 1024 * 1024;

    private final Path folder;
    private final boolean ephemeral;
    private final FileChannel lockFile;

    private Home(Path folder, boolean ephemeral, FileChannel lockFile) {
        this.folder = folder;
        this.ephemeral = ephemeral;
        this.lockFile = lockFile;
    }

    /** The user's own folder, kept from run to run. */
    public static Home lasting(Path folder) {
        return open(folder, false);
    }

    /** A folder of this run, gone after it. */
    public static Home ephemeral() {
        try {
            return open(Files.createTempDirectory("emplace-"), true);
        } catch (IOException e) {
            throw new CliException("cannot create a temporary folder: " + e.getMessage(), e);
        }
    }

    private static Home open(Path folder, boolean ephemeral) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(folder.resolve("logs"));
            requireSpace(folder);
            return new Home(folder, ephemeral, lock(folder));
        } catch (IOException e) {
            throw new CliException("cannot use " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void requireSpace(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new CliException(
                    "the disk of " + folder + " has " + free / (1024 * 1024) + " MiB free; free at least "
                            + LEAST_FREE_BYTES / (1024 * 1024) + " MiB, or set EMPLACE_HOME to a folder elsewhere");
        }
    }

    /** Two suites in one folder would share a database that only one of them watches over. */
    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CliException("another ./emplace up is running in " + folder
                    + "; stop it, or start this one with --ephemeral --port-offset 100");
        }
        return channel;
    }

    public Path folder() {
        return folder;
    }

    public Path log(Service service) {
        return folder.resolve("logs").resolve(service.artifact() + ".log");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
            if (ephemeral) {
                delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
