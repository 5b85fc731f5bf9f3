package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.BandPosition;
import dev.emplace.api.pricing.v1.PriceBand;
import dev.emplace.api.pricing.v1.ShareBand;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.comparison.Band;
import java.math.BigDecimal;

/** Published ranges, read from requests; and where an answer lies against one. */
final class Bands {

    private static final BigDecimal LEAST_SHARE = BigDecimal.TEN.negate();

    private Bands() {}

    static Band prices(String field, PriceBand message) {
        return band(
                field,
                Amounts.usd(field + ".minimum_price", message.getMinimumPrice()).amount(),
                field + ".maximum_price",
                Amounts.usd(field + ".maximum_price", message.getMaximumPrice()).amount());
    }

    static Band shares(String field, ShareBand message) {
        return band(
                field,
                Amounts.within(field + ".minimum_share", message.getMinimumShare(), LEAST_SHARE, BigDecimal.ONE),
                field + ".maximum_share",
                Amounts.within(field + ".maximum_share", message.getMaximumShare(), LEAST_SHARE, BigDecimal.ONE));
    }

    static BandPosition message(Band.Position position) {
        return switch (position) {
            case BELOW -> BandPosition.BAND_POSITION_BELOW;
            case WITHIN -> BandPosition.BAND_POSITION_WITHIN;
            case ABOVE -> BandPosition.BAND_POSITION_ABOVE;
        };
    }

    private static Band band(String field, BigDecimal minimum, String maximumField, BigDecimal maximum) {
        if (maximum.compareTo(minimum) < 0) {
            throw new InvalidFieldException(
                    maximumField,
                    "is " + maximum.toPlainString() + "; must be no less than the lower end of " + field + ", which is "
                            + minimum.toPlainString());
        }
        return new Band(minimum, maximum);
    }
}
