package dev.emplace.cli.command;

import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListOffersResponse;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.PriceAbsence;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.QuoteUsageResponse;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.SearchOffersResponse;
import dev.emplace.api.pricing.v1.Usage;
import dev.emplace.cli.option.OfferOptions;
import dev.emplace.cli.option.PricingOption;
import dev.emplace.cli.option.UsageOptions;
import dev.emplace.cli.output.OfferTable;
import dev.emplace.cli.output.QuoteTable;
import dev.emplace.cli.output.Sheet;
import dev.emplace.cli.output.Tone;
import dev.emplace.cli.remote.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches offers, or quotes a use of them. */
@Command(
        name = "prices",
        description = {
            "Search offers, cheapest first, with those whose price is not known; or quote a use of them:",
            "emplace prices H100-SXM --count 8 --for 730h --utilization 40"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class PricesCommand implements Callable<Integer> {

    private static final int PAGE = 1000;

    @Mixin
    private OfferOptions offers = new OfferOptions();

    @Mixin
    private UsageOptions usage = new UsageOptions();

    @Option(names = "--explain", description = "with --for: every quote line by line")
    private boolean explain;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "15",
            description = "the most offers to answer, 1 to 100 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PricingOption server = new PricingOption();

    @Override
    public Integer call() {
        OfferRequirement requirement = offers.requirement();
        Optional<Usage> use = usage.usage(offers.count());
        try (Connection connection = server.connect()) {
            if (use.isPresent()) {
                quote(connection, requirement, use.get());
            } else {
                search(connection, requirement);
            }
        }
        return ExitCode.DONE.number();
    }

    private void quote(Connection connection, OfferRequirement requirement, Usage use) {
        QuoteUsageResponse response = connection
                .quotes()
                .quoteUsage(QuoteUsageRequest.newBuilder()
                        .addItems(QuoteItem.newBuilder()
                                .setRequirement(requirement)
                                .setUsage(use)
                                .setMaximumQuotes(limit))
                        .build());
        List<Quote> quotes = response.getResults(0).getQuotesList();
        screen.show(response, sheet -> {
            if (explain) {
                QuoteTable.explain(quotes, sheet);
            } else {
                sheet.table(QuoteTable.of(quotes));
            }
            noneMeets(quotes, sheet);
            sheet.line(Tone.FAINT, "catalog revision " + response.getRevision());
        });
    }

    private void search(Connection connection, OfferRequirement requirement) {
        SearchOffersResponse response = connection
                .catalog()
                .searchOffers(SearchOffersRequest.newBuilder()
                        .setRequirement(requirement)
                        .setPageSize(limit)
                        .build());
        screen.show(response, sheet -> {
            List<Offer> absent = withoutPrice(connection, requirement);
            OfferTable.showPriced(response.getOffersList(), sheet);
            if (!response.getNextPageToken().isEmpty()) {
                sheet.line(Tone.FAINT, "there are more: -n N shows N of them");
            }
            if (!absent.isEmpty()) {
                sheet.blank().table(OfferTable.absent(absent));
            }
            noneMeets(absent.isEmpty() ? response.getOffersList() : absent, sheet);
            sheet.line(Tone.FAINT, "catalog revision " + response.getRevision());
        });
    }

    /** A search leaves out what has no price; a list does not. */
    private static List<Offer> withoutPrice(Connection connection, OfferRequirement requirement) {
        List<Offer> absent = new ArrayList<>();
        String token = "";
        do {
            ListOffersResponse page = connection
                    .catalog()
                    .listOffers(ListOffersRequest.newBuilder()
                            .setRequirement(requirement)
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            page.getOffersList().stream()
                    .filter(offer -> offer.getPriceAbsence() != PriceAbsence.PRICE_ABSENCE_UNSPECIFIED)
                    .forEach(absent::add);
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return absent;
    }

    private static void noneMeets(List<?> found, Sheet sheet) {
        if (found.isEmpty()) {
            sheet.line("Nothing in the catalog meets that; leave out a condition.");
        }
    }
}
