package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteResult;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.QuoteUsageResponse;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.UnknownOfferException;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.quotes.CheapestQuotes;
import dev.emplace.pricing.domain.quotes.OnDemandPrices;
import dev.emplace.pricing.domain.quotes.Quote;
import dev.emplace.pricing.domain.quotes.Quoting;
import java.util.List;

/** What QuoteUsage answers. */
record QuoteAnswer(CatalogSnapshot catalog, OfferGallery gallery, QuoteUsageRequest request) {

    private static final int DEFAULT_QUOTES = 10;

    QuoteUsageResponse answer() {
        var quoting = new Quoting(
                new SiteConditionsReader(catalog.accelerators()).read(request.getSiteConditionsList()),
                ExchangeRatesReader.read(request.getExchangeRatesList()),
                OnDemandPrices.in(catalog));
        var response = QuoteUsageResponse.newBuilder().setRevision(catalog.revision());
        for (int i = 0; i < request.getItemsCount(); i++) {
            response.addResults(result(quoting, "items[" + i + "]", request.getItems(i)));
        }
        return response.build();
    }

    private QuoteResult result(Quoting quoting, String field, QuoteItem item) {
        var result = QuoteResult.newBuilder().setItemId(item.getItemId());
        quotes(quoting, field, item)
                .forEach(quote ->
                        result.addQuotes(QuoteMessages.message(gallery.message(catalog, quote.offer()), quote)));
        return result.build();
    }

    private List<Quote> quotes(Quoting quoting, String field, QuoteItem item) {
        var usage = UsageReader.read(field + ".usage", item.getUsage());
        if (item.hasOffer()) {
            var id = item.getOffer().substring(OfferMessages.COLLECTION.length());
            var offer = catalog.offer(id).orElseThrow(() -> new UnknownOfferException(field + ".offer", id));
            requireCommitment(field, item, offer);
            return List.of(quoting.quote(offer, usage));
        }
        if (item.getUsage().hasCommitment()) {
            throw new InvalidFieldException(
                    field + ".usage.commitment", "is given for a requirement; name the offer that has the commitment");
        }
        var requirement =
                new RequirementReader(catalog.accelerators(), field + ".requirement", item.getRequirement()).read();
        var limit = item.getMaximumQuotes() == 0 ? DEFAULT_QUOTES : item.getMaximumQuotes();
        return CheapestQuotes.of(catalog, quoting, requirement, usage, limit);
    }

    private static void requireCommitment(String field, QuoteItem item, Offer offer) {
        if (item.getUsage().hasCommitment() && offer.commitment().isEmpty()) {
            throw new InvalidFieldException(
                    field + ".usage.commitment",
                    "is given, but offer '" + offer.id() + "' has no commitment; leave it out");
        }
    }
}
