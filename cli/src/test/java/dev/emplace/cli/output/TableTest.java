package dev.emplace.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.cli.output.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void numbersAlignRightAndTextLeft() {
        Table table = new Table(80, Column.text("WHERE"), Column.number("$/HOUR"), Column.text("WHY"))
                .row("aws", "6.88", "a")
                .row("crusoe", "13.90", "b");

        assertThat(table.toString()).isEqualTo("""
                        WHERE   $/HOUR  WHY
                        aws       6.88  a
                        crusoe   13.90  b
                        """);
    }

    @Test
    void theLastColumnWrapsAtTheWidth() {
        Table table = new Table(34, Column.text("WHAT"), Column.text("WHY"))
                .row("x", "a reason that is far longer than the terminal is wide");

        assertThat(table.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(34));
        assertThat(table.toString().lines()).hasSize(3);
    }

    @Test
    void aRowMustHaveACellForEachColumn() {
        Table table = new Table(80, Column.text("A"), Column.text("B"));

        assertThatThrownBy(() -> table.row("only one")).isInstanceOf(IllegalArgumentException.class);
    }
}
