package dev.emplace.cli.command;

import com.google.type.Money;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.CompareDeploymentsRequest;
import dev.emplace.api.pricing.v1.CompareDeploymentsResponse;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.ShareBand;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.cli.CliException;
import dev.emplace.cli.option.OfferOptions;
import dev.emplace.cli.option.PricingOption;
import dev.emplace.cli.option.Ratios;
import dev.emplace.cli.option.UsageOptions;
import dev.emplace.cli.output.ComparisonView;
import dev.emplace.cli.remote.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds ways to buy the same work against a baseline. */
@Command(
        name = "compare",
        description = {
            "Compare ways to have the same work done, by the month: each provider, way to buy and term.",
            "emplace compare H100-SXM --count 8 --utilization 70 --release-when-idle --against aws --claim 40-60"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

    @Mixin
    private OfferOptions offers = new OfferOptions();

    @Mixin
    private UsageOptions usage = new UsageOptions();

    @Option(
            names = "--against",
            paramLabel = "NAME",
            description = "the baseline: an offer, or a provider, whose cheapest on demand is taken"
                    + " (default: the cheapest on demand of all)")
    private String against = "";

    @Option(
            names = "--claim",
            converter = Ratios.Ranges.class,
            paramLabel = "PERCENT-PERCENT",
            description = "a saving that is claimed, such as 40-60: says for which utilizations it holds")
    private Ratios.@Nullable Range claim;

    @Option(
            names = "--spend",
            converter = Ratios.Usd.class,
            paramLabel = "USD",
            description = "what the baseline costs a month: says what is saved of it")
    private @Nullable Money spend;

    @Option(names = "--explain", description = "each in a sentence, with what moves the answer most")
    private boolean explain;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "15",
            description = "the most ways to answer, 1 to 100 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PricingOption server = new PricingOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            CompareDeploymentsResponse response = connection.quotes().compareDeployments(request(connection));
            screen.show(response, sheet -> ComparisonView.show(response, explain, sheet));
        }
        return ExitCode.DONE.number();
    }

    private CompareDeploymentsRequest request(Connection connection) {
        OfferRequirement requirement = offers.requirement();
        Usage use = usage.monthly(offers.count());
        CompareDeploymentsRequest.Builder request = CompareDeploymentsRequest.newBuilder()
                .setRequirement(requirement)
                .setUsage(use)
                .setBaselineOffer(baseline(connection, requirement))
                .setMaximumDeployments(limit);
        if (claim != null) {
            request.setClaimedSaving(
                    ShareBand.newBuilder().setMinimumShare(claim.fromPercent()).setMaximumShare(claim.toPercent()));
        }
        if (spend != null) {
            request.setMonthlyBaselineSpend(spend);
        }
        return request.build();
    }

    /** An offer's name has points in it, a provider's has none. */
    private String baseline(Connection connection, OfferRequirement requirement) {
        if (against.isEmpty() || against.startsWith("offers/")) {
            return against;
        }
        if (against.contains(".")) {
            return "offers/" + against;
        }
        List<Offer> found = connection
                .catalog()
                .searchOffers(SearchOffersRequest.newBuilder()
                        .setRequirement(OfferRequirement.newBuilder()
                                .addAllAccelerators(requirement.getAcceleratorsList())
                                .setAcceleratorCount(requirement.getAcceleratorCount())
                                .addAllowedProviders(against)
                                .addCommercialModels(CommercialModel.COMMERCIAL_MODEL_ON_DEMAND))
                        .setPageSize(1)
                        .build())
                .getOffersList();
        if (found.isEmpty()) {
            throw new CliException("--against is '" + against + "', which sells none of these on demand at a known"
                    + " price; name another provider, or an offer as `emplace prices` lists it");
        }
        return found.get(0).getName();
    }
}
