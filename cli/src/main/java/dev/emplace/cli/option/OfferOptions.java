package dev.emplace.cli.option;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.type.Money;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.cli.option.Values.Dollars;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an offer must be. */
public final class OfferOptions {

    @Parameters(
            arity = "0..*",
            paramLabel = "ACCELERATOR",
            description = "acceptable accelerators by id or alias: H100-SXM, L4 (default: all)")
    private List<String> accelerators = List.of();

    @Option(names = "--count", paramLabel = "N", description = "how many accelerators are needed in all")
    private int count;

    @Option(
            names = "--model",
            converter = Words.CommercialModels.class,
            completionCandidates = Words.CommercialModels.class,
            paramLabel = "WORD",
            description = "how it is bought: ${COMPLETION-CANDIDATES}; repeat it")
    private List<CommercialModel> models = List.of();

    @Option(names = "--provider", paramLabel = "NAME", description = "an acceptable provider; repeat it")
    private List<String> providers = List.of();

    @Option(
            names = "--region",
            paramLabel = "CODE",
            description = "an acceptable region, in the provider's code; repeat it")
    private List<String> regions = List.of();

    @Option(names = "--jurisdiction", paramLabel = "CODE", description = "where it may stand: DE, US, EU; repeat it")
    private List<String> jurisdictions = List.of();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "needed from the start of this day in UTC, with --until: shows capacity blocks that cover it")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "needed until the start of this day in UTC")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--fabric", description = "only with a network that is fit for training over several machines")
    private boolean fabric;

    @Option(
            names = "--budget",
            converter = Dollars.class,
            paramLabel = "USD",
            description = "the most that one accelerator-hour may cost")
    private @Nullable Money budget;

    public int count() {
        return count;
    }

    public OfferRequirement requirement() {
        OfferRequirement.Builder requirement = OfferRequirement.newBuilder()
                .addAllAccelerators(accelerators)
                .setAcceleratorCount(count)
                .addAllCommercialModels(models)
                .addAllAllowedProviders(providers)
                .addAllRegions(regions)
                .addAllJurisdictions(jurisdictions)
                .setFabricRequired(fabric);
        from.map(OfferOptions::start).ifPresent(requirement::setNeededStartTime);
        until.map(OfferOptions::start).ifPresent(requirement::setNeededEndTime);
        if (budget != null) {
            requirement.setMaximumAcceleratorUnitPrice(budget);
        }
        return requirement.build();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamps.fromSeconds(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    }
}
