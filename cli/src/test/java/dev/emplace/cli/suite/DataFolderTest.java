package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path home;

    @Test
    void anEmptyHomeGetsTheFolderOfThisVersion() throws IOException {
        assertThat(DataFolder.in(home).path()).isEqualTo(home.resolve("postgres-17"));
    }

    @Test
    void folderOfAnOlderMajorIsRefusedWithWhatToDo() throws IOException {
        make("postgres-16", "16");

        assertThatThrownBy(() -> DataFolder.in(home))
                .isInstanceOf(CliException.class)
                .hasMessageContaining(home.resolve("postgres-16") + " was made by PostgreSQL 16")
                .hasMessageContaining("this Emplace has PostgreSQL 17")
                .hasMessageContaining("start the Emplace that made it")
                .hasMessageContaining("mv " + home.resolve("postgres-16") + " " + home.resolve("postgres-16.old"));
    }

    @Test
    void folderOfANewerMajorAsksForANewerEmplace() throws IOException {
        make("postgres-9", "9");
        make("postgres-18", "18");

        assertThatThrownBy(() -> DataFolder.in(home))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("was made by PostgreSQL 18")
                .hasMessageContaining("update Emplace");
    }

    @Test
    void folderWhoseContentIsOfAnotherMajorThanItsNameIsRefused() throws IOException {
        make("postgres-17", "16");

        assertThatThrownBy(() -> DataFolder.in(home))
                .isInstanceOf(CliException.class)
                .hasMessageContaining(home.resolve("postgres-17") + " was made by PostgreSQL 16");
    }

    @Test
    void whatAnUpgradeLeftBehindIsNotInTheWay() throws IOException {
        make("postgres-16", "16");
        make("postgres-16.old", "16");
        make("postgres-17", "17");

        assertThat(DataFolder.in(home).path()).isEqualTo(home.resolve("postgres-17"));
    }

    private void make(String folder, String version) throws IOException {
        Files.createDirectories(home.resolve(folder));
        Files.writeString(home.resolve(folder).resolve("PG_VERSION"), version + "\n");
    }
}
