package dev.emplace.pricing.grpc;

import com.google.protobuf.Duration;
import com.google.type.Money;
import dev.emplace.api.pricing.v1.BandCounts;
import dev.emplace.api.pricing.v1.DataStatus;
import dev.emplace.api.pricing.v1.PriceDistribution;
import dev.emplace.api.pricing.v1.ShareDistribution;
import dev.emplace.api.pricing.v1.SummarizePricesRequest;
import dev.emplace.api.pricing.v1.SummarizePricesResponse;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.comparison.Band;
import dev.emplace.pricing.domain.comparison.Distribution;
import dev.emplace.pricing.domain.comparison.PriceGroup;
import dev.emplace.pricing.domain.comparison.PriceGroups;
import dev.emplace.pricing.domain.offers.CommercialModel;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What SummarizePrices answers. */
record StatisticsAnswer(CatalogSnapshot catalog, SummarizePricesRequest request) {

    private static final Set<CommercialModel> USUAL =
            EnumSet.of(CommercialModel.SPOT, CommercialModel.ON_DEMAND, CommercialModel.RESERVED);
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");

    SummarizePricesResponse answer() {
        var requirement =
                new RequirementReader(catalog.accelerators(), "requirement", request.getRequirement()).readToLook();
        var priceBand = request.hasPublishedPrice()
                ? Optional.of(Bands.prices("published_price", request.getPublishedPrice()))
                : Optional.<Band>empty();
        var discountBand = request.hasPublishedDiscount()
                ? Optional.of(Bands.shares("published_discount", request.getPublishedDiscount()))
                : Optional.<Band>empty();
        var models = requirement.models().isEmpty() ? USUAL : requirement.models();
        var offers = catalog.list(requirement.withModels(Set.of()), Optional.empty(), Integer.MAX_VALUE);
        var answer = SummarizePricesResponse.newBuilder().setRevision(catalog.revision());
        PriceGroups.of(offers, models).forEach(group -> answer.addGroups(message(group, priceBand, discountBand)));
        return answer.build();
    }

    private static dev.emplace.api.pricing.v1.PriceGroup message(
            PriceGroup group, Optional<Band> priceBand, Optional<Band> discountBand) {
        var key = group.key();
        var message = dev.emplace.api.pricing.v1.PriceGroup.newBuilder()
                .setAccelerator(AcceleratorNames.COLLECTION + key.acceleratorId())
                .setProvider(key.providerId())
                .setCommercialModel(Choices.message(key.model()))
                .setUnpricedCount(group.unpriced())
                .setPriceStatus(status(group.prices()));
        key.term()
                .map(term -> Duration.newBuilder().setSeconds(term.duration().toSeconds()))
                .ifPresent(message::setCommitmentDuration);
        group.prices().map(StatisticsAnswer::prices).ifPresent(message::setPrices);
        group.prices()
                .flatMap(each -> priceBand.map(band -> counts(each, band)))
                .ifPresent(message::setPriceBands);
        if (key.model() != CommercialModel.ON_DEMAND) {
            message.setDiscountStatus(status(group.discounts()));
            group.discounts()
                    .ifPresent(
                            each -> message.setDiscounts(shares(each)).setUndiscountedCount(each.countWithoutGain()));
            group.discounts()
                    .flatMap(each -> discountBand.map(band -> counts(each, band)))
                    .ifPresent(message::setDiscountBands);
        }
        return message.build();
    }

    private static DataStatus status(Optional<Distribution> values) {
        return values.isPresent() ? DataStatus.DATA_STATUS_AVAILABLE : DataStatus.DATA_STATUS_NO_DATA;
    }

    private static PriceDistribution prices(Distribution values) {
        return PriceDistribution.newBuilder()
                .setCount(values.count())
                .setMinimum(usd(values.quantile(BigDecimal.ZERO)))
                .setLowerQuartile(usd(values.quantile(QUARTER)))
                .setMedian(usd(values.quantile(HALF)))
                .setUpperQuartile(usd(values.quantile(THREE_QUARTERS)))
                .setMaximum(usd(values.quantile(BigDecimal.ONE)))
                .build();
    }

    private static ShareDistribution shares(Distribution values) {
        return ShareDistribution.newBuilder()
                .setCount(values.count())
                .setMinimum(QuoteParts.ratio(values.quantile(BigDecimal.ZERO)))
                .setLowerQuartile(QuoteParts.ratio(values.quantile(QUARTER)))
                .setMedian(QuoteParts.ratio(values.quantile(HALF)))
                .setUpperQuartile(QuoteParts.ratio(values.quantile(THREE_QUARTERS)))
                .setMaximum(QuoteParts.ratio(values.quantile(BigDecimal.ONE)))
                .build();
    }

    private static BandCounts counts(Distribution values, Band band) {
        return BandCounts.newBuilder()
                .setBelowCount(values.countOf(band, Band.Position.BELOW))
                .setWithinCount(values.countOf(band, Band.Position.WITHIN))
                .setAboveCount(values.countOf(band, Band.Position.ABOVE))
                .build();
    }

    private static Money usd(BigDecimal amount) {
        return Amounts.message(dev.emplace.pricing.domain.money.Money.rounded("USD", amount));
    }
}
