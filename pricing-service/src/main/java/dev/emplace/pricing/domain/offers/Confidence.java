package dev.emplace.pricing.domain.offers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How far a price can be relied on, from 0 to 1: tabulated from what it rests on and how old it is, so that anyone can
 * look up why. It is a ranking aid by convention, not a measured probability.
 */
public record Confidence(BigDecimal value) {

    private static final int FRESH_DAYS = 30;
    private static final int RECENT_DAYS = 90;
    private static final int AGED_DAYS = 180;
    private static final int OLD_DAYS = 365;

    public static Confidence of(PriceBasis basis, LocalDate observed, LocalDate today) {
        var percent = onTheDay(basis) - lostByAge(ChronoUnit.DAYS.between(observed, today));
        return new Confidence(BigDecimal.valueOf(percent, 2));
    }

    private static int onTheDay(PriceBasis basis) {
        return switch (basis) {
            case CONTRACTED -> 98;
            case LIST -> 95;
            case COMPUTED -> 80;
            case ESTIMATED -> 50;
        };
    }

    private static int lostByAge(long days) {
        if (days <= FRESH_DAYS) {
            return 0;
        }
        if (days <= RECENT_DAYS) {
            return 5;
        }
        if (days <= AGED_DAYS) {
            return 15;
        }
        return days <= OLD_DAYS ? 25 : 40;
    }
}
