package dev.emplace.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.cli.command.Terminal.Stream;
import dev.emplace.cli.output.Palette;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void outputThatIsNoTerminalIsAHundredAndTwentyWide() {
        assertThat(new Terminal(Map.of(), "", "").width()).isEqualTo(120);
    }

    @Test
    void theTerminalsOwnWidthCountsUnlessColumnsIsSet() {
        assertThat(new Terminal(Map.of(), "out", "93").width()).isEqualTo(93);
        assertThat(new Terminal(Map.of("COLUMNS", "81"), "out", "93").width()).isEqualTo(81);
        assertThat(new Terminal(Map.of("COLUMNS", "wide"), "out", "93").width()).isEqualTo(93);
    }

    @Test
    void noTerminalIsNarrowerThanATableCanBe() {
        assertThat(new Terminal(Map.of("COLUMNS", "8"), "", "").width()).isEqualTo(60);
    }

    @Test
    void coloursAreForTheStreamsThatLeadToATerminal() {
        Terminal terminal = new Terminal(Map.of(), "err", "");

        assertThat(terminal.palette(Stream.ERR, ColorChoice.AUTO)).isEqualTo(Palette.ANSI);
        assertThat(terminal.palette(Stream.OUT, ColorChoice.AUTO)).isEqualTo(Palette.PLAIN);
    }

    @Test
    void noColorAndDumbTerminalsAreHeeded() {
        assertThat(new Terminal(Map.of("NO_COLOR", "1"), "out", "").palette(Stream.OUT, ColorChoice.AUTO))
                .isEqualTo(Palette.PLAIN);
        assertThat(new Terminal(Map.of("TERM", "dumb"), "out", "").palette(Stream.OUT, ColorChoice.AUTO))
                .isEqualTo(Palette.PLAIN);
    }

    @Test
    void anEmptyNoColorMeansNothing() {
        assertThat(new Terminal(Map.of("NO_COLOR", ""), "out", "").palette(Stream.OUT, ColorChoice.AUTO))
                .isEqualTo(Palette.ANSI);
    }

    @Test
    void aChoiceOverrulesTheTerminal() {
        assertThat(new Terminal(Map.of("NO_COLOR", "1"), "", "").palette(Stream.OUT, ColorChoice.ALWAYS))
                .isEqualTo(Palette.ANSI);
        assertThat(new Terminal(Map.of(), "out", "").palette(Stream.OUT, ColorChoice.NEVER))
                .isEqualTo(Palette.PLAIN);
    }
}
