package dev.emplace.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.type.Decimal;
import dev.emplace.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpwFileTest {
    private static final String HEADER = "LOCATION,Nowhere\n" + "x,y\n".repeat(7);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void dryBulbsAreTheSeventhColumn() throws IOException {
        Path file = write(HEADER + "2021,1,1,1,0,flags,-3.5,-9\n2021,1,1,2,0,flags,4.0,1\n");
        assertThat(EpwFile.dryBulbs(file).stream().map(Decimal::getValue)).containsExactly("-3.5", "4.0");
    }

    @Test
    void lineThatIsNoHourIsNamed() throws IOException {
        Path file = write(HEADER + "2021,1,1,1,0,flags,warm\n");
        assertThatThrownBy(() -> EpwFile.dryBulbs(file))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("line 9");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = write("time,celsius\n");
        assertThatThrownBy(() -> EpwFile.dryBulbs(file))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("EPW");
    }

    @Test
    void relativeHumiditiesAreTheNinthColumnAndNoMoreThanSaturated() throws IOException {
        Path file = write("LOCATION,Somewhere\n" + "header\n".repeat(7)
                + "2020,1,1,1,0,?,21.5,9.0,45,101325\n2020,1,1,2,0,?,21.5,21.5,104,101325\n");
        assertThat(EpwFile.relativeHumidities(file)).containsExactly(45, 100);
    }

    @Test
    void aMissingHumidityIsRefusedByItsLine() throws IOException {
        Path file = write("LOCATION,Somewhere\n" + "header\n".repeat(7) + "2020,1,1,1,0,?,21.5,9.0,999,101325\n");
        assertThatThrownBy(() -> EpwFile.relativeHumidities(file))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("line 9")
                .hasMessageContaining("110");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("weather.epw"), text);
    }
}
