package dev.emplace.cli.command;

import dev.emplace.api.pricing.v1.ShareBand;
import dev.emplace.api.pricing.v1.SummarizePricesRequest;
import dev.emplace.api.pricing.v1.SummarizePricesResponse;
import dev.emplace.cli.option.OfferOptions;
import dev.emplace.cli.option.PricingOption;
import dev.emplace.cli.option.Ratios;
import dev.emplace.cli.output.MarketTable;
import dev.emplace.cli.output.Tone;
import dev.emplace.cli.remote.Connection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how prices are spread, provider by provider. */
@Command(
        name = "market",
        description = {
            "How the prices of each provider are spread, and how far below on demand they lie.",
            "emplace market H100-SXM --band 8-12 --discount 60-80"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class MarketCommand implements Callable<Integer> {

    @Mixin
    private OfferOptions offers = new OfferOptions();

    @Option(
            names = "--band",
            converter = Ratios.Ranges.class,
            paramLabel = "USD-USD",
            description = "a published price of an accelerator-hour to hold against them: 8-12")
    private Ratios.@Nullable Range band;

    @Option(
            names = "--discount",
            converter = Ratios.Ranges.class,
            paramLabel = "PERCENT-PERCENT",
            description = "a published discount from on demand to hold against them: 60-80")
    private Ratios.@Nullable Range discount;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PricingOption server = new PricingOption();

    @Override
    public Integer call() {
        SummarizePricesRequest.Builder request =
                SummarizePricesRequest.newBuilder().setRequirement(offers.requirement());
        if (band != null) {
            request.setPublishedPrice(OwnCommand.priceBand(band));
        }
        if (discount != null) {
            request.setPublishedDiscount(ShareBand.newBuilder()
                    .setMinimumShare(discount.fromPercent())
                    .setMaximumShare(discount.toPercent()));
        }
        try (Connection connection = server.connect()) {
            SummarizePricesResponse response = connection.statistics().summarizePrices(request.build());
            screen.show(response, sheet -> {
                sheet.table(MarketTable.of(response));
                if (response.getGroupsCount() == 0) {
                    sheet.line("Nothing in the catalog meets that; leave out a condition.");
                }
                sheet.line(Tone.FAINT, "catalog revision " + response.getRevision());
            });
        }
        return ExitCode.DONE.number();
    }
}
