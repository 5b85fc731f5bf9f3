package dev.emplace.cli.output;

import dev.emplace.api.power.v1.AcceleratorCount;
import dev.emplace.api.power.v1.Quota;
import dev.emplace.api.power.v1.QuotaUsage;
import java.util.List;
import java.util.stream.Collectors;

/** Quotas, and what is held of them. */
public final class QuotaView {

    private QuotaView() {}

    public static Table table(List<QuotaUsage> usages) {
        Table table = new Table(
                Column.name("TENANT", 30),
                Column.number("POWER"),
                Column.number("HELD"),
                Column.prose("ACCELERATORS", 24),
                Column.prose("HELD", 24),
                Column.prose("CALLERS", 16).leftOut(1));
        usages.forEach(usage -> table.row(
                isOver(usage) ? Tone.BAD : Tone.PLAIN,
                usage.getQuota().getTenant().equals("*")
                        ? "* (each other)"
                        : usage.getQuota().getTenant(),
                usage.getQuota().hasWatts() ? Figures.watts(usage.getQuota().getWatts()) : "any",
                Figures.watts(usage.getUsedWatts()),
                counts(usage.getQuota().getAcceleratorsList()),
                counts(usage.getUsedAcceleratorsList()),
                String.join(", ", usage.getQuota().getCallersList())));
        return table;
    }

    private static boolean isOver(QuotaUsage usage) {
        Quota quota = usage.getQuota();
        return quota.hasWatts() && usage.getUsedWatts() > quota.getWatts();
    }

    private static String counts(List<AcceleratorCount> counts) {
        return counts.stream()
                .map(count -> count.getCount() + " " + count.getAccelerator())
                .collect(Collectors.joining(", "));
    }
}
