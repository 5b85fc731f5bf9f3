package dev.emplace.workload.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an owner says a workload does, under each further fact that could move it to another row of the class table. */
class StatedPrecedenceTest {
    @SuppressWarnings("ImmutableEnumChecker") // the functions are static
    private enum Fact {
        ALONE(facts -> facts),
        DEVICE(Facts::onDevice),
        OFFLINE(facts -> facts.offline(true)),
        PRETRAINED(Facts::pretrained),
        RECURRING(Facts::recurring),
        OBJECTIVE(facts -> facts.within(8)),
        SEVEN(facts -> facts.asks(7, "H100")),
        EIGHT(facts -> facts.asks(8, "H100")),
        TWO_NODES(facts -> facts.asks(1, "H100").nodes(2)),
        BEYOND_ONE_MACHINE(facts -> facts.model("Llama-3.1-70B"));

        private final UnaryOperator<Facts> onto;

        Fact(UnaryOperator<Facts> onto) {
            this.onto = onto;
        }
    }

    /** Each activity, the facts that lead to the same class, the class. */
    private static final String TABLE = """
            UNKNOWN         | ALONE PRETRAINED RECURRING OBJECTIVE SEVEN EIGHT TWO_NODES BEYOND_ONE_MACHINE | UNDETERMINED
            UNKNOWN         | DEVICE OFFLINE | EDGE_INFERENCE
            TRAINING        | ALONE OBJECTIVE SEVEN | UNDETERMINED
            TRAINING        | DEVICE OFFLINE | EDGE_INFERENCE
            TRAINING        | PRETRAINED | FINE_TUNING
            TRAINING        | RECURRING | RECURRING_TRAINING
            TRAINING        | EIGHT TWO_NODES BEYOND_ONE_MACHINE | LARGE_MODEL_TRAINING
            FINE_TUNING     | ALONE PRETRAINED RECURRING OBJECTIVE SEVEN EIGHT TWO_NODES BEYOND_ONE_MACHINE | FINE_TUNING
            FINE_TUNING     | DEVICE OFFLINE | EDGE_INFERENCE
            EXPERIMENT      | ALONE PRETRAINED RECURRING OBJECTIVE SEVEN EIGHT TWO_NODES BEYOND_ONE_MACHINE | EXPERIMENTATION
            EXPERIMENT      | DEVICE OFFLINE | EDGE_INFERENCE
            DEVELOPMENT     | ALONE PRETRAINED RECURRING OBJECTIVE SEVEN EIGHT TWO_NODES BEYOND_ONE_MACHINE | DEVELOPMENT
            DEVELOPMENT     | DEVICE OFFLINE | EDGE_INFERENCE
            SERVING         | ALONE PRETRAINED RECURRING SEVEN EIGHT TWO_NODES BEYOND_ONE_MACHINE | SUSTAINED_INFERENCE
            SERVING         | OBJECTIVE | LOW_LATENCY_INFERENCE
            SERVING         | DEVICE OFFLINE | EDGE_INFERENCE
            BATCH_INFERENCE | ALONE PRETRAINED RECURRING OBJECTIVE SEVEN EIGHT TWO_NODES BEYOND_ONE_MACHINE | BATCH_INFERENCE
            BATCH_INFERENCE | DEVICE OFFLINE | EDGE_INFERENCE
            OTHER           | ALONE DEVICE OFFLINE PRETRAINED RECURRING OBJECTIVE SEVEN EIGHT TWO_NODES BEYOND_ONE_MACHINE | NOT_AI
            """;

    private record Row(Activity activity, Set<Fact> facts, WorkloadClass workloadClass) {
        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
            for (String fact : cells.get(1).split(" ", -1)) {
                facts.add(Fact.valueOf(fact));
            }
            return new Row(Activity.valueOf(cells.get(0)), facts, WorkloadClass.valueOf(cells.get(2)));
        }
    }

    private static List<Row> rows() {
        return TABLE.lines().map(Row::of).toList();
    }

    private static Stream<Arguments> cells() {
        return rows().stream()
                .flatMap(row ->
                        row.facts().stream().map(fact -> Arguments.of(row.activity(), fact, row.workloadClass())));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @MethodSource("cells")
    void activityUnderAFact(Activity activity, Fact fact, WorkloadClass expected) {
        Facts facts = fact.onto.apply(Facts.of(activity));
        Classification answer = Samples.READER.read(facts.known()).classification();
        assertThat(answer.workloadClass()).isEqualTo(expected);
        assertThat(answer.question().isEmpty()).isEqualTo(expected != WorkloadClass.UNDETERMINED);
    }

    @Test
    void eachActivityMeetsEachFactOnce() {
        assertThat(cells().map(cell -> cell.get()[0] + " " + cell.get()[1]))
                .doesNotHaveDuplicates()
                .hasSize(Activity.values().length * Fact.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "TRAINING, DEVICE, PRETRAINED, EDGE_INFERENCE",
        "TRAINING, DEVICE, EIGHT, EDGE_INFERENCE",
        "TRAINING, PRETRAINED, RECURRING, FINE_TUNING",
        "TRAINING, PRETRAINED, EIGHT, FINE_TUNING",
        "TRAINING, RECURRING, EIGHT, RECURRING_TRAINING",
        "TRAINING, RECURRING, SEVEN, RECURRING_TRAINING",
        "TRAINING, OBJECTIVE, EIGHT, LARGE_MODEL_TRAINING",
        "TRAINING, TWO_NODES, SEVEN, LARGE_MODEL_TRAINING",
        "SERVING, OBJECTIVE, DEVICE, EDGE_INFERENCE",
        "SERVING, OBJECTIVE, EIGHT, LOW_LATENCY_INFERENCE",
        "OTHER, DEVICE, EIGHT, NOT_AI",
    })
    void twoFactsInTheOrderOfPrecedence(Activity activity, Fact one, Fact other, WorkloadClass expected) {
        Facts facts = other.onto.apply(one.onto.apply(Facts.of(activity)));
        assertThat(Samples.READER.read(facts.known()).classification().workloadClass())
                .isEqualTo(expected);
    }
}
