package dev.emplace.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Notices that a data folder is a copy that was put back: PostgreSQL cannot tell, and would go on as if nothing had
 * happened since, giving out tokens that were given out before.
 *
 * <p>The sign is the time at which the file system made a file that PostgreSQL never changes. No way of copying keeps it.
 */
record CopiedFolder(DataFolder data) {

    private static final String MARK = "emplace-made";

    /** Before a start: a copy is told to go on as another branch of history, which PostgreSQL calls a timeline. */
    void branchIfCopied() throws IOException {
        Path mark = data.path().resolve(MARK);
        if (Files.exists(mark) && !Files.readString(mark).equals(made())) {
            // Asks for recovery from an archive. There is none, so it ends with what is here, on a new timeline.
            Files.writeString(data.path().resolve("recovery.signal"), "");
        }
    }

    /** After a start, which may have made the folder. */
    void remember() throws IOException {
        Files.writeString(data.path().resolve(MARK), made());
    }

    private String made() throws IOException {
        return Files.getAttribute(data.version(), "unix:ctime").toString();
    }
}
