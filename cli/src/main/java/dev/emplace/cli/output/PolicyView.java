package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.CheckPolicyResponse;
import dev.emplace.api.workload.v1.GetPolicyResponse;
import dev.emplace.api.workload.v1.PolicyCheckResult;
import dev.emplace.api.workload.v1.PolicyRuling;
import java.time.Instant;
import java.util.Locale;

/** Policies, and what another one would change. */
public final class PolicyView {
    private PolicyView() {}

    public static void show(GetPolicyResponse policy, Sheet sheet) {
        sheet.item("policy", policy.getPolicyVersion());
        sheet.item("source", policy.getSource());
        sheet.item(
                "since",
                Instant.ofEpochSecond(policy.getLoadTime().getSeconds()).toString());
        if (!policy.getRefusal().isEmpty()) {
            sheet.item(Tone.BAD, "refused", policy.getRefusal());
        }
    }

    public static void show(CheckPolicyResponse check, Sheet sheet) {
        sheet.line(
                Tone.GOOD,
                check.getPolicyVersionAfter() + " may be put in force; " + check.getPolicyVersionBefore()
                        + " is, and nothing was changed");
        check.getChangesList().forEach(change -> sheet.indented().line(change));
        if (check.getResultsCount() == 0) {
            return;
        }
        sheet.blank();
        Table table = new Table(
                Column.name("WORKLOAD", 12),
                Column.prose("CLASS", 14),
                Column.text("CONFIDENCE"),
                Column.prose("OUTCOME", 8),
                Column.name("FIRST PLACE", 16),
                Column.text("TOTAL"));
        check.getResultsList().forEach(result -> row(result, table));
        sheet.table(table);
        sheet.line(check.getChangedCount() + " of " + check.getResultsCount() + " workloads change");
    }

    private static void row(PolicyCheckResult result, Table table) {
        if (result.hasError()) {
            table.row(Tone.BAD, result.getItemId(), result.getError().getMessage(), "", "", "", "");
            return;
        }
        PolicyRuling before = result.getBefore();
        PolicyRuling after = result.getAfter();
        table.row(
                result.getChangedFieldsCount() == 0 ? Tone.PLAIN : Tone.DOUBTFUL,
                result.getItemId(),
                change(Names.bare(before.getWorkloadClass()), Names.bare(after.getWorkloadClass())),
                change(confidence(before), confidence(after)),
                change(Names.words(before.getOutcome()), Names.words(after.getOutcome())),
                change(Names.id(before.getOffer()), Names.id(after.getOffer())),
                change(total(before), total(after)));
    }

    private static String change(String before, String after) {
        return before.equals(after)
                ? before
                : (before.isEmpty() ? "none" : before) + " -> " + (after.isEmpty() ? "none" : after);
    }

    private static String confidence(PolicyRuling ruling) {
        return String.format(Locale.ROOT, "%.2f", ruling.getConfidence());
    }

    private static String total(PolicyRuling ruling) {
        return ruling.getOffer().isEmpty() ? "" : Figures.price(ruling.getTotalPrice());
    }
}
