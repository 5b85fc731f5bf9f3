package dev.emplace.bench.report;

/** One line of a report: measured beside its baseline in one run, or not run and why. */
public sealed interface Row {

    /** What is measured. */
    String name();

    /** What it is measured against. */
    String baseline();

    /** What the ratio should be. */
    Target target();

    /**
     * Measured.
     *
     * @param unit of both values, such as {@code us/search}
     * @param ratio as the target counts it: how many times faster, or how many times the cost
     * @param note more figures of the same run, for readers
     */
    record Measured(
            String name,
            String baseline,
            Target target,
            String unit,
            double value,
            double baselineValue,
            double ratio,
            String note)
            implements Row {

        public boolean met() {
            return target.isMetBy(ratio);
        }
    }

    /** The baseline's tool is missing here. */
    record NotRun(String name, String baseline, Target target, String reason) implements Row {}
}
