package dev.emplace.cli.option;

import dev.emplace.cli.CliException;
import dev.emplace.replay.Settings;
import dev.emplace.replay.domain.Rework;
import dev.emplace.replay.suite.PriceRule;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** What a replay takes for granted. */
public final class ReplayOptions {

    private static final double RESTART_HOURS = 0.05;
    private static final double HUNDRED = 100;

    @Option(
            names = "--pricing-date",
            paramLabel = "DATE",
            defaultValue = "2026-08-03",
            description = "the day whose prices count (default: ${DEFAULT-VALUE})")
    private LocalDate pricingDate = LocalDate.EPOCH;

    @Option(
            names = "--oldest",
            paramLabel = "DAYS",
            defaultValue = "90",
            description = "how old a list price may be on that day, 0 to 3650 (default: ${DEFAULT-VALUE})")
    private int oldestDays;

    @Option(names = "--estimated", description = "count with estimated prices, too: a what-if, never the headline")
    private boolean estimated;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "draws the constraints that the trace does not tell (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--quota",
            paramLabel = "GPUS",
            defaultValue = "64",
            description = "the most that each GPU cloud rents to us at once, 0 to 1000000 (default: ${DEFAULT-VALUE})")
    private int quota;

    @Option(
            names = "--owned",
            paramLabel = "PERCENT",
            defaultValue = "60",
            description = "size of each site of our own, of the 95th percentile of use in the first half, 0 to 100"
                    + " (default: ${DEFAULT-VALUE})")
    private double owned;

    @Option(
            names = "--interruptions-per-hour",
            paramLabel = "RATE",
            defaultValue = "0.05",
            description =
                    "how often one spot machine is taken back, above 0 and at most 10 (default: ${DEFAULT-VALUE})")
    private double interruptions;

    public Settings settings() {
        require("--oldest", oldestDays, 0, 3650);
        require("--quota", quota, 0, 1_000_000);
        require("--owned", owned, 0, HUNDRED);
        require("--interruptions-per-hour", interruptions, 1e-6, 10);
        return new Settings(
                new PriceRule(pricingDate, oldestDays, estimated),
                seed,
                quota,
                owned / HUNDRED,
                new Rework(interruptions, RESTART_HOURS),
                Double.POSITIVE_INFINITY);
    }

    private static void require(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new CliException(option + " is " + value + "; it must be from " + least + " to " + most);
        }
    }
}
