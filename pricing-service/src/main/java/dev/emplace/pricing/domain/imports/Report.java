package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.PriceFlag;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of one import. Each row counts once: rows = published + repeated + rejected + quarantined.
 *
 * @param leftOut what the format leaves out knowingly, such as Windows, by what it is; not among the rows
 */
public record Report(
        long rows,
        long published,
        long withoutPrice,
        long repeated,
        long rejected,
        Map<QuarantineReason, Long> quarantined,
        Map<PriceFlag, Long> flagged,
        Map<String, Long> leftOut) {
    public Report {
        quarantined = Map.copyOf(quarantined);
        flagged = Map.copyOf(flagged);
        leftOut = Map.copyOf(leftOut);
    }

    public long quarantinedInAll() {
        return quarantined.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts verdicts as they pass. */
    static final class Tally {

        private final Map<QuarantineReason, Long> quarantined = new EnumMap<>(QuarantineReason.class);
        private final Map<PriceFlag, Long> flagged = new EnumMap<>(PriceFlag.class);
        private long rows;
        private long published;
        private long withoutPrice;
        private long repeated;
        private long rejected;

        void count(Verdict verdict) {
            rows++;
            if (verdict instanceof Verdict.Publish publish) {
                published++;
                withoutPrice += publish.offer().hourlyPrice().isEmpty() ? 1 : 0;
                publish.offer().source().reading().flags().forEach(flag -> flagged.merge(flag, 1L, Long::sum));
            } else if (verdict instanceof Verdict.Quarantine quarantine) {
                quarantined.merge(quarantine.reason(), 1L, Long::sum);
            } else if (verdict instanceof Verdict.Rejected) {
                rejected++;
            } else {
                repeated++;
            }
        }

        Report report(Map<String, Long> leftOut) {
            return new Report(
                    rows, published, withoutPrice, repeated, rejected, quarantined, flagged, new TreeMap<>(leftOut));
        }
    }
}
