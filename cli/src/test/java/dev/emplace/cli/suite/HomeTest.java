package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.cli.CliException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    @Test
    void onlyTheOwnerMayLookInside() throws Exception {
        try (Home home = Home.lasting(folder.resolve("home"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void anEphemeralHomeIsGoneAfterwards() {
        Home home = Home.ephemeral();
        assertThat(home.folder()).exists();

        home.close();

        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void aFileInItsPlaceIsOneClearLine() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Home.lasting(file))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("cannot use " + file);
    }
}
