package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.Rejection;
import java.util.List;

/** What a plan ruled out: each with the number that failed, its limit, and the smallest change that passes. */
final class RejectionTable {

    private RejectionTable() {}

    static Table of(List<Rejection> rejections) {
        Table table = new Table(
                Column.prose("REJECTED", 16),
                Column.prose("FAILED", 12),
                Column.prose("NUMBER", 10),
                Column.prose("LIMIT", 11),
                Column.prose("SMALLEST CHANGE", 18));
        rejections.forEach(r -> table.row(
                Tone.FAINT,
                family(r),
                Names.words(r.getConstraint()),
                r.getNumber(),
                r.getLimit(),
                r.getSmallestChange()));
        return table;
    }

    private static String family(Rejection rejection) {
        return rejection.getClosest().isEmpty()
                ? rejection.getFamily()
                : rejection.getFamily() + ": " + Names.id(rejection.getClosest());
    }
}
