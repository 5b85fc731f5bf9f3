package dev.emplace.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.cli.output.FactFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

class WorkloadOptionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    @Command(name = "any")
    private static final class Any {
        @Mixin
        private WorkloadOptions facts = new WorkloadOptions();
    }

    /** A fact that no flag states could not be stated without a manifest. */
    @Test
    void everyFieldOfAWorkloadHasAFlag() {
        assertThat(FactFlags.OF_FIELDS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        fields("", Workload.getDescriptor()).toList());
    }

    @Test
    void everyFlagStatesItsOwnField() {
        assertThat(FactFlags.OF_FIELDS).allSatisfy((field, flag) -> {
            assertThat(stated("", parse(stating(flag)))).as(flag).containsExactly(field);
        });
    }

    @Test
    void unitsAreThoseOfTheContract() {
        Workload workload =
                parse("--latency", "8ms", "--parameters", "0.6", "--input-per-hour", "1.5GB", "--duration", "2d");

        assertThat(Durations.toMillis(workload.getLatencyObjective())).isEqualTo(8);
        assertThat(workload.getModel().getParameterCount()).isEqualTo(600_000_000L);
        assertThat(workload.getHourlyInputBytes()).isEqualTo(1_500_000_000L);
        assertThat(Durations.toHours(workload.getDuration())).isEqualTo(48);
    }

    @Test
    void whatIsNotStatedStaysUnknown() {
        assertThat(parse()).isEqualTo(Workload.getDefaultInstance());
    }

    @Test
    void aTruthCanBeDenied() {
        assertThat(parse("--no-restartable").hasRestartable()).isTrue();
        assertThat(parse("--no-restartable").getRestartable()).isFalse();
        assertThat(parse("--restartable").getRestartable()).isTrue();
    }

    @Test
    void flagsReplaceTheFactsOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("facts.yaml"), """
                activity: ACTIVITY_SERVING
                model: {name: a-model, parameter_count: 7000000000}
                jurisdictions: [DE]
                """);

        Workload workload =
                parse("--facts", file.toString(), "--parameters", "70", "--jurisdiction", "US", "--jurisdiction", "EU");

        assertThat(workload.getActivity()).isEqualTo(Activity.ACTIVITY_SERVING);
        assertThat(workload.getModel().getName()).isEqualTo("a-model");
        assertThat(workload.getModel().getParameterCount()).isEqualTo(70_000_000_000L);
        assertThat(workload.getJurisdictionsList()).containsExactly("US", "EU");
    }

    @Test
    void aBadValueSaysWhatIsWanted() {
        assertThatThrownBy(() -> parse("--latency", "8"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContainingAll("--latency", "'8' is not a number with ms, s, m, h or d");
        assertThatThrownBy(() -> parse("--activity", "sleeping"))
                .hasMessageContainingAll("--activity", "'sleeping' is none of training, fine-tuning");
        assertThatThrownBy(() -> parse("--users-at", "Munich")).hasMessageContainingAll("'Munich'", "48.14,11.58");
        assertThatThrownBy(() -> parse("--users-at", "100,0")).hasMessageContaining("'100,0'");
        assertThatThrownBy(() -> parse("--device-capital", "-1")).hasMessageContaining("no amount in USD");
    }

    private static Workload parse(String... arguments) {
        Any any = new Any();
        new CommandLine(any).parseArgs(arguments);
        return any.facts.workload();
    }

    /** A flag with a value that its kind takes. */
    private static String[] stating(String flag) {
        OptionSpec option = new CommandLine(new Any()).getCommandSpec().findOption(flag);
        if (option.arity().max() == 0) {
            return new String[] {flag};
        }
        return new String[] {
            flag,
            switch (option.paramLabel()) {
                case "TIME" -> "8ms";
                case "SIZE" -> "1GB";
                case "LAT,LON" -> "48.1,11.5";
                case "CODE" -> "DE";
                case "WORD" -> "serving";
                case "NAME", "MAKER" -> "a-name";
                default -> "8";
            }
        };
    }

    private static Stream<String> stated(String prefix, Message message) {
        return message.getAllFields().entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Message part && isGroup(entry.getKey())
                        ? stated(prefix + entry.getKey().getName() + ".", part)
                        : Stream.of(prefix + entry.getKey().getName()));
    }

    private static Stream<String> fields(String prefix, Descriptor message) {
        return message.getFields().stream()
                .flatMap(field -> isGroup(field)
                        ? fields(prefix + field.getName() + ".", field.getMessageType())
                        : Stream.of(prefix + field.getName()));
    }

    private static boolean isGroup(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && field.getMessageType().getFullName().startsWith("emplace.");
    }
}
