package dev.emplace.testkit.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;

/**
 * The files of the running server, copied while it writes: PostgreSQL's documentation, "Making a Base Backup Using the
 * Low Level API", which is what pg_basebackup does. (The embedded PostgreSQL comes without that.)
 */
public final class BaseBackup {

    /** The write-ahead log. */
    private static final Path LOG = Path.of("pg_wal");

    private final Path directory;
    private final String database;

    private BaseBackup(Path directory, String database) {
        this.directory = directory;
        this.database = database;
    }

    /** Whether the server's files can be reached: not those of a container or of a server that was given. */
    public static boolean isPossible() {
        return Files.isReadable(Path.of(SharedPostgres.server().setting("data_directory")));
    }

    public static BaseBackup of(TestDatabase database) throws SQLException, IOException {
        PostgresServer server = SharedPostgres.server();
        Path source = Path.of(server.setting("data_directory"));
        Path directory = Files.createTempDirectory("emplace-test-postgres");
        Path target = directory.resolve("data");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('emplace', fast => true)");
            copy(
                    source,
                    target,
                    file -> !file.startsWith(LOG) && !file.toString().startsWith("postmaster."));
            try (ResultSet row =
                    statement.executeQuery("select labelfile from pg_backup_stop(wait_for_archive => false)")) {
                row.next();
                Files.writeString(target.resolve("backup_label"), row.getString(1));
            }
        }
        // Complete only once the backup has ended.
        copy(source, target, file -> file.startsWith(LOG));
        return new BaseBackup(directory, database.name());
    }

    /** Starts a server on the backup, which recovers it to a new timeline; it ends with this JVM. */
    public TestDatabase restore() throws IOException {
        Files.writeString(directory.resolve("data").resolve("recovery.signal"), "");
        return new TestDatabase(EmbeddedPostgresServer.start(directory), database);
    }

    private static void copy(Path source, Path target, Predicate<Path> wanted) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path made = target.resolve(source.relativize(folder));
                if (!Files.exists(made)) {
                    Files.createDirectories(made);
                    Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(folder));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = source.relativize(file);
                return wanted.test(name) ? copyUnlessGone(file, target.resolve(name)) : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
    }

    /** The server removes files meanwhile; its log tells a recovery that it did. */
    private static FileVisitResult copyUnlessGone(Path file, Path target) throws IOException {
        try {
            Files.copy(file, target);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(target);
        }
        return FileVisitResult.CONTINUE;
    }
}
