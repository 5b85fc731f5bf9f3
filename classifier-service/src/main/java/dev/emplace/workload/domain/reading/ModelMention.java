package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.signal.Signals;
import java.util.Locale;
import java.util.Set;

/** Finds the model that a manifest is about: named by an option, else known by its name; of several the largest. */
final class ModelMention {
    private static final Set<String> OPTIONS = Set.of(
            "--model",
            "--model-path",
            "--model_path",
            "--model-id",
            "--model_id",
            "--model-name",
            "--model_name",
            "--model_name_or_path",
            "--hf-repo",
            "--pretrained_model_name_or_path",
            "--base_model",
            "-m",
            "model",
            "model_id",
            "modelid",
            "model_name",
            "modelname",
            "model_path",
            "modelpath",
            "base_model",
            "basemodel",
            "model_source",
            "storageuri",
            "uri",
            "huggingface_model",
            "hf_model",
            "modeluri",
            "--served-model-name",
            "served_model_name",
            "model.path",
            "model_size",
            "--model-uri",
            "modeldeploymentname",
            "artifacturi");

    private final ModelTable table;
    private String name = "";
    private double rank;

    private ModelMention(ModelTable table) {
        this.table = table;
    }

    /** The model's name; "" where none is mentioned. */
    static String in(Signals signals, ModelTable table) {
        ModelMention mention = new ModelMention(table);
        Tokens.each(signals, mention::consider);
        return mention.name;
    }

    private void consider(String before, String token) {
        if (token.startsWith("$") || token.startsWith("-") || token.length() > 256 || token.length() < 3) {
            return;
        }
        String trimmed = token.endsWith("/") ? token.substring(0, token.length() - 1) : token;
        boolean asked = OPTIONS.contains(option(before));
        boolean known = table.find(trimmed).isPresent();
        long size = known
                ? table.find(trimmed).orElseThrow().parameters()
                : ModelTable.statedSize(trimmed).orElse(0);
        boolean credible = known || (asked && size > 0) || (asked && trimmed.indexOf('/') > 0);
        double score =
                (asked ? 4 : 0) + (known ? 2 : 0) + (size > 0 ? 1 : 0) + Math.log10((double) Math.max(1, size)) / 20;
        if (credible && score > rank) {
            rank = score;
            name = trimmed;
        }
    }

    private static String option(String before) {
        String lower = before.toLowerCase(Locale.ROOT);
        return lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
