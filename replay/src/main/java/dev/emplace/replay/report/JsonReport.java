package dev.emplace.replay.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.emplace.replay.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a replay found, for programs. Sums are decimal texts in USD. */
public final class JsonReport {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private JsonReport() {}

    public static String of(Found found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("trace", found.trace());
        document.put("figures", found.figures());
        document.put("share_of_baseline", found.share());
        document.put("headline_holds", Shortfalls.of(found).isEmpty());
        document.put(
                "policies",
                found.policies().stream().map(line -> line(line, true)).toList());
        document.put("clairvoyant_bound_usd", found.bound().toPlainString());
        document.put(
                "waterfall",
                found.waterfall().stream().map(line -> line(line, false)).toList());
        document.put(
                "sensitivities",
                found.sensitivities().stream().map(JsonReport::sensitivity).toList());
        document.put("decisions", decisions(found));
        document.put("assumptions", found.assumptions());
        return GSON.toJson(document);
    }

    private static Map<String, Object> line(Found.Line line, boolean checked) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", line.name());
        fields.put("total_usd", line.total().toPlainString());
        Map<String, String> parts = new LinkedHashMap<>();
        line.parts()
                .forEach((part, usd) ->
                        parts.put(part + "_usd", Amounts.cents(usd).toPlainString()));
        fields.put("parts", parts);
        fields.put("base_machines", line.base());
        if (checked) {
            List<String> violations = line.verdict().violations();
            fields.put("violation_count", violations.size());
            fields.put("violations", violations.stream().limit(100).toList());
            fields.put("total_added_up_anew_usd", line.verdict().bill().toPlainString());
        }
        return fields;
    }

    private static Map<String, Object> sensitivity(Found.Sensitivity sensitivity) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", sensitivity.name());
        share(fields, "share_of_baseline", sensitivity.ofBaseline());
        share(fields, "share_of_greedy", sensitivity.ofGreedy());
        fields.put("unplaced", sensitivity.unplaced());
        return fields;
    }

    /** A share of nothing is none: JSON has no number for it. */
    private static void share(Map<String, Object> fields, String name, double share) {
        if (Double.isFinite(share)) {
            fields.put(name, share);
        }
    }

    private static Map<String, Object> decisions(Found found) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("count", found.decisionNanos().size());
        fields.put("median_ms", found.latencyMillis(0.5));
        fields.put("p99_ms", found.latencyMillis(0.99));
        return fields;
    }
}
