package dev.emplace.cli.option;

import com.google.protobuf.ProtocolMessageEnum;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.power.v1.SurvivalRequirement;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.ImportFormat;
import dev.emplace.api.pricing.v1.QuarantineReason;
import dev.emplace.api.pricing.v1.QuarantineState;
import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.Objective;
import dev.emplace.cli.output.Names;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The constants of a contract's enum as words of a command line: {@code on-demand} is COMMERCIAL_MODEL_ON_DEMAND. */
public abstract class Words<E extends Enum<E> & ProtocolMessageEnum> implements ITypeConverter<E>, Iterable<String> {

    private final List<E> constants;

    Words(E[] constants) {
        this.constants = Stream.of(constants)
                .filter(constant -> !constant.name().equals("UNRECOGNIZED"))
                .filter(constant -> constant.getNumber() != 0)
                .toList();
    }

    public static final class Activities extends Words<Activity> {
        public Activities() {
            super(Activity.values());
        }
    }

    public static final class Objectives extends Words<Objective> {
        public Objectives() {
            super(Objective.values());
        }
    }

    public static final class CommercialModels extends Words<CommercialModel> {
        public CommercialModels() {
            super(CommercialModel.values());
        }
    }

    public static final class ImportFormats extends Words<ImportFormat> {
        public ImportFormats() {
            super(ImportFormat.values());
        }
    }

    public static final class QuarantineReasons extends Words<QuarantineReason> {
        public QuarantineReasons() {
            super(QuarantineReason.values());
        }
    }

    public static final class QuarantineStates extends Words<QuarantineState> {
        public QuarantineStates() {
            super(QuarantineState.values());
        }
    }

    public static final class LoadClasses extends Words<LoadClass> {
        public LoadClasses() {
            super(LoadClass.values());
        }
    }

    public static final class Survivals extends Words<SurvivalRequirement> {
        public Survivals() {
            super(SurvivalRequirement.values());
        }
    }

    public static final class ReservationStates extends Words<ReservationState> {
        public ReservationStates() {
            super(ReservationState.values());
        }
    }

    @Override
    public E convert(String text) {
        return constants.stream()
                .filter(constant ->
                        word(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return constants.stream().map(Words::word).iterator();
    }

    private static String word(ProtocolMessageEnum constant) {
        return Names.words(constant).replace(' ', '-');
    }
}
