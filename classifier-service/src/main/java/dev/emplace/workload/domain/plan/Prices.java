package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.workload.Coordinates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The catalog of accelerators and offers, and what they cost. */
public interface Prices {
    /** Every accelerator of the catalog, in order of their names. */
    List<AcceleratorFacts> accelerators();

    /** Answers all requests in one call and from one revision of the catalog. */
    Quotes quote(List<Request> requests, List<SiteConditions> sites, long minRevision);

    /**
     * One use to quote on every offer of one accelerator.
     *
     * @param purchases ways to buy; empty is all
     * @param limits what offers must keep to; those that do not are left out
     * @param utilization share of time in which it does useful work, above 0 and at most 1
     * @param needed when machines are needed: what is sold for given dates is no answer without it
     * @param interruptions those of spot machines, where they are known
     */
    record Request(
            AcceleratorFacts accelerator,
            int count,
            Set<Purchase> purchases,
            Duration duration,
            BigDecimal utilization,
            long monthlyEgressBytes,
            Limits limits,
            Optional<Window> needed,
            Optional<Interruptions> interruptions) {
        public Request {
            purchases = Set.copyOf(purchases);
        }

        boolean takes(Purchase purchase) {
            return purchases.isEmpty() || purchases.contains(purchase);
        }

        /** The same use, bought in one way for another time. */
        Request bought(Purchase purchase, Window when) {
            return new Request(
                    accelerator,
                    count,
                    Set.of(purchase),
                    duration,
                    utilization,
                    monthlyEgressBytes,
                    limits,
                    Optional.of(when),
                    interruptions);
        }
    }

    /** A time, half-open. */
    record Window(Instant start, Instant end) {}

    /** Narrows offers; an empty list does not. */
    record Limits(List<String> allowedProviders, List<String> deniedProviders, List<String> jurisdictions) {
        public static final Limits NONE = new Limits(List.of(), List.of(), List.of());

        public Limits {
            allowedProviders = List.copyOf(allowedProviders);
            deniedProviders = List.copyOf(deniedProviders);
            jurisdictions = List.copyOf(jurisdictions);
        }
    }

    /** What power-service knows of a site that the price of an owned offer depends on. */
    record SiteConditions(
            String site, String accelerator, int drawWattsPerAccelerator, BigDecimal pue, BigDecimal usdPerKwh) {}

    /** Quotes of all requests and the revision that they were read from. */
    record Quotes(List<Quote> quotes, long revision) {
        public Quotes {
            quotes = List.copyOf(quotes);
        }
    }

    /**
     * What one offer costs for one request.
     *
     * @param location empty for a device
     * @param site site of power-service; "" where its power is not ours
     * @param perMachine accelerators in one machine
     * @param fabric network fit for training over several machines; "" where there is none
     * @param commitment for how long it binds: a term, or the life of what is bought; zero without
     * @param availableFrom when the machines are there, of what is sold for given dates
     * @param reworkShare how much longer the work takes for interruptions, where they are stated and there are any
     */
    record Quote(
            AcceleratorFacts accelerator,
            String offer,
            String provider,
            Habitat habitat,
            String region,
            String country,
            Optional<Coordinates> location,
            int gridGramsPerKwh,
            String site,
            BigDecimal perMachine,
            String fabric,
            int machines,
            Duration commitment,
            Optional<Instant> availableFrom,
            Optional<BigDecimal> reworkShare,
            BigDecimal hourlyUsd,
            BigDecimal totalUsd,
            double confidence,
            Original original) {}
}
