package dev.emplace.cli.command;

import com.google.type.Decimal;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostRequest;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostResponse;
import dev.emplace.api.pricing.v1.PriceBand;
import dev.emplace.cli.option.OwnershipOptions;
import dev.emplace.cli.option.PricingOption;
import dev.emplace.cli.option.Ratios;
import dev.emplace.cli.output.OwnershipView;
import dev.emplace.cli.remote.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what an accelerator-hour of one's own costs. */
@Command(
        name = "own",
        description = {
            "What an accelerator-hour of your own costs, in colocation or on premises. Nothing is assumed.",
            "emplace own --tariff digital-realty.ashburn-colo.hgx-h100.owned --years 5 --utilization 90,70,30"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class OwnCommand implements Callable<Integer> {

    @Mixin
    private OwnershipOptions ownership = new OwnershipOptions();

    @Option(
            names = "--utilization",
            converter = Ratios.Percent.class,
            split = ",",
            paramLabel = "PERCENT",
            defaultValue = "90,70,30",
            description = "shares of all hours with useful work (default: ${DEFAULT-VALUE})")
    private List<Decimal> utilizations = List.of();

    @Option(
            names = "--band",
            converter = Ratios.Ranges.class,
            paramLabel = "USD-USD",
            description = "a published price of a useful accelerator-hour to hold against it: 2.50-3.50")
    private Ratios.@Nullable Range band;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PricingOption server = new PricingOption();

    @Override
    public Integer call() {
        EstimateOwnershipCostRequest.Builder request = EstimateOwnershipCostRequest.newBuilder()
                .setOwnership(ownership.ownership())
                .addAllUtilizations(utilizations);
        if (band != null) {
            request.setPublishedBand(priceBand(band));
        }
        try (Connection connection = server.connect()) {
            EstimateOwnershipCostResponse response = connection.quotes().estimateOwnershipCost(request.build());
            screen.show(response, sheet -> OwnershipView.show(response, sheet));
        }
        return ExitCode.DONE.number();
    }

    static PriceBand priceBand(Ratios.Range range) {
        return PriceBand.newBuilder()
                .setMinimumPrice(range.fromUsd())
                .setMaximumPrice(range.toUsd())
                .build();
    }
}
