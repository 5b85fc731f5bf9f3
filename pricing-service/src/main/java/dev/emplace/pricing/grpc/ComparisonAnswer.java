package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.CompareDeploymentsRequest;
import dev.emplace.api.pricing.v1.CompareDeploymentsResponse;
import dev.emplace.api.pricing.v1.DeploymentCost;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.UnknownOfferException;
import dev.emplace.pricing.domain.WorkNeverEndsException;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.comparison.Comparing;
import dev.emplace.pricing.domain.comparison.Comparison;
import dev.emplace.pricing.domain.comparison.Contenders;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.quotes.OnDemandPrices;
import dev.emplace.pricing.domain.quotes.Quoting;
import dev.emplace.pricing.domain.quotes.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What CompareDeployments answers. */
record ComparisonAnswer(CatalogSnapshot catalog, OfferGallery gallery, CompareDeploymentsRequest request) {

    private static final int DEFAULT_DEPLOYMENTS = 20;
    private static final BigDecimal USUAL_STEP = new BigDecimal("0.1");

    CompareDeploymentsResponse answer() {
        requireSomething();
        var usage = UsageReader.read("usage", request.getUsage());
        var named = IntStream.range(0, request.getOffersCount())
                .mapToObj(i -> offer("offers[" + i + "]", request.getOffers(i)))
                .toList();
        var found = meeting(usage);
        var comparing = new Comparing(
                quoting(),
                usage,
                baseline(named, found),
                request.hasSensitivityStep()
                        ? OwnershipAnswer.step("sensitivity_step", request.getSensitivityStep())
                        : USUAL_STEP,
                request.hasClaimedSaving()
                        ? Optional.of(Bands.shares("claimed_saving", request.getClaimedSaving()))
                        : Optional.empty());
        return answer(comparing, named, found);
    }

    private CompareDeploymentsResponse answer(Comparing comparing, List<Offer> named, List<Offer> found) {
        var spend = request.hasMonthlyBaselineSpend()
                ? Optional.of(Amounts.usd(
                        "monthly_baseline_spend", request.getMonthlyBaselineSpend(), OwnershipReader.MOST_MONEY))
                : Optional.<Money>empty();
        var base = comparing.baselineQuote();
        var answer = CompareDeploymentsResponse.newBuilder()
                .setBaseline(DeploymentCost.newBuilder()
                        .setQuote(QuoteMessages.message(gallery.message(catalog, base.offer()), base))
                        .setMonthlyPrice(Amounts.message(Comparison.monthly(base))))
                .setRevision(catalog.revision());
        var limit = request.getMaximumDeployments() == 0 ? DEFAULT_DEPLOYMENTS : request.getMaximumDeployments();
        comparisons(comparing, named, found).stream()
                .sorted(Comparator.comparing((Comparison each) -> each.quote().total())
                        .thenComparing(each -> each.quote().offer().id()))
                .limit(limit)
                .forEach(each -> answer.addDeployments(ComparisonMessages.message(
                        gallery.message(catalog, each.quote().offer()), each, spend)));
        return answer.build();
    }

    private List<Comparison> comparisons(Comparing comparing, List<Offer> named, List<Offer> found) {
        var seen = new TreeSet<>(Set.of(comparing.baseline().id()));
        var comparisons = new ArrayList<Comparison>();
        named.stream()
                .filter(offer -> seen.add(offer.id()))
                .map(comparing::with)
                .forEach(comparisons::add);
        for (var offer : found) {
            if (seen.add(offer.id())) {
                try {
                    comparisons.add(comparing.with(offer));
                } catch (WorkNeverEndsException tooOften) {
                    // An offer that merely meets the requirement is no contender then, as the contract says.
                    seen.remove(offer.id());
                }
            }
        }
        return comparisons;
    }

    private Offer baseline(List<Offer> named, List<Offer> found) {
        if (!request.getBaselineOffer().isEmpty()) {
            return offer("baseline_offer", request.getBaselineOffer());
        }
        var all = new ArrayList<>(named);
        all.addAll(found);
        return all.stream()
                .filter(offer -> offer.model() == CommercialModel.ON_DEMAND
                        && offer.pricePerAcceleratorHour().isPresent())
                .min(Comparator.comparing(
                        offer -> offer.pricePerAcceleratorHour().orElseThrow().amount()))
                .orElseThrow(() -> new InvalidFieldException(
                        "baseline_offer", "is absent, and none of the offers compared is on demand; name one"));
    }

    private List<Offer> meeting(Usage usage) {
        if (!request.hasRequirement()) {
            return List.of();
        }
        var requirement = new RequirementReader(catalog.accelerators(), "requirement", request.getRequirement()).read();
        return Contenders.meeting(catalog, requirement, usage.accelerators());
    }

    private Quoting quoting() {
        return new Quoting(
                new SiteConditionsReader(catalog.accelerators()).read(request.getSiteConditionsList()),
                ExchangeRatesReader.read(request.getExchangeRatesList()),
                OnDemandPrices.in(catalog));
    }

    private Offer offer(String field, String name) {
        var id = name.substring(OfferMessages.COLLECTION.length());
        return catalog.offer(id).orElseThrow(() -> new UnknownOfferException(field, id));
    }

    private void requireSomething() {
        if (!request.hasRequirement() && request.getOffersCount() == 0) {
            throw new InvalidFieldException("offers", "is empty, and there is no requirement; give one of the two");
        }
        if (request.getUsage().hasCommitment()) {
            throw new InvalidFieldException(
                    "usage.commitment", "is given for a comparison; quote the offer that has the commitment instead");
        }
    }
}
