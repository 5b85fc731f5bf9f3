package dev.emplace.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void numbersAlignRightAndTextLeft() {
        Table table = new Table(Column.text("WHERE"), Column.number("$/HOUR"), Column.text("WHY"))
                .row("aws", "6.88", "a")
                .row("crusoe", "13.90", "b");

        assertThat(table.lines(80, Palette.PLAIN))
                .containsExactly("WHERE   $/HOUR  WHY", "aws       6.88  a", "crusoe   13.90  b");
    }

    @Test
    void proseWrapsAndNamesLoseTheirMiddle() {
        Table table = new Table(Column.name("NAME", 10), Column.prose("WHY", 12))
                .row("aws.us-east-1.on-demand", "a reason that is far longer than the terminal is wide");

        List<String> lines = table.lines(30, Palette.PLAIN);

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(30));
        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines.get(1)).startsWith("aws.").contains("…").contains("demand");
    }

    @Test
    void columnsOfTheHighestRankAreLeftOutFirst() {
        Table table = new Table(
                        Column.text("STAYS"),
                        Column.text("SECOND").leftOut(1),
                        Column.text("FIRST").leftOut(2))
                .row("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc");

        assertThat(table.lines(40, Palette.PLAIN).get(0)).contains("STAYS", "SECOND", "FIRST");
        assertThat(table.lines(30, Palette.PLAIN).get(0))
                .contains("STAYS", "SECOND")
                .doesNotContain("FIRST");
        assertThat(table.lines(15, Palette.PLAIN).get(0)).isEqualTo("STAYS");
    }

    @Test
    void aColumnWithoutACellIsNotShown() {
        Table table = new Table(Column.text("A"), Column.text("RTT"), Column.text("B")).row("1", "", "2");

        assertThat(table.lines(80, Palette.PLAIN)).containsExactly("A  B", "1  2");
    }

    @Test
    void coloursDoNotMoveAnything() {
        Table table = new Table(Column.text("A").in(Tone.GOOD), Column.number("N"), Column.prose("P", 5))
                .row("x", "10", "some words that wrap")
                .row(Tone.FAINT, "yy", "7", "");

        List<String> coloured = table.lines(18, Palette.ANSI);

        assertThat(coloured).anySatisfy(line -> assertThat(line).contains("\u001b[32mx\u001b[0m"));
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9]*m", "")))
                .containsExactlyElementsOf(table.lines(18, Palette.PLAIN));
    }

    @Test
    void noLineIsLongerThanTheWidthWhateverTheCells() {
        Random random = new Random(7);
        IntStream.range(0, 500).forEach(i -> {
            Table table = new Table(
                    Column.text("A"),
                    Column.number("N").leftOut(random.nextInt(3)),
                    Column.name("NAME", 1 + random.nextInt(40)).leftOut(random.nextInt(3)),
                    Column.prose("PROSE", 1 + random.nextInt(40)),
                    Column.prose("LAST", 1 + random.nextInt(40)).leftOut(random.nextInt(3)));
            IntStream.range(0, 4)
                    .forEach(row ->
                            table.row(words(random), words(random), words(random), words(random), words(random)));
            int width = 40 + random.nextInt(100);

            assertThat(table.lines(width, Palette.PLAIN))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        });
    }

    @Test
    void whatAManifestSaysCannotSteerTheTerminal() {
        Table table = new Table(Column.text("NAME")).row("evil\u001b[2Jname\nand\u202emore");

        assertThat(table.lines(80, Palette.PLAIN)).containsExactly("NAME", "evil?[2Jname and?more");
    }

    @Test
    void aRowMustHaveACellForEachColumn() {
        Table table = new Table(Column.text("A"), Column.text("B"));

        assertThatThrownBy(() -> table.row("only one")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(60), 0, 12).forEach(i -> text.append("abcdefg-/. x".charAt(i)));
        return text.toString();
    }
}
