package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.signal.Fact;
import dev.emplace.workload.domain.signal.Quantity;
import dev.emplace.workload.domain.signal.Signals;
import java.util.Locale;
import java.util.Optional;
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

    private static final String NIM = "nvcr.io/nim/";

    /** A field that its kind has for a model counts more than an option, an option more than a mere name. */
    private static final int OF_THE_KIND = 6;

    private static final int OF_AN_OPTION = 4;

    private final ModelTable table;
    private Optional<Found<String>> best = Optional.empty();
    private double rank;

    private ModelMention(ModelTable table) {
        this.table = table;
    }

    /** The model's name; empty where none is mentioned. */
    static Optional<Found<String>> in(Signals signals, ModelTable table) {
        ModelMention mention = new ModelMention(table);
        signals.models().forEach(fact -> mention.consider(withoutRegistry(fact.text()), OF_THE_KIND, fact));
        Tokens.each(signals, (before, token, fact) -> {
            boolean option = OPTIONS.contains(option(before));
            mention.consider(token, option ? OF_AN_OPTION : 0, fact);
        });
        return mention.best;
    }

    private void consider(String token, int asked, Fact fact) {
        if (Quantity.placeholder(token) || token.startsWith("-") || token.length() > 256 || token.length() < 3) {
            return;
        }
        String trimmed = trimmed(token);
        boolean known = table.find(trimmed).isPresent();
        long size = known
                ? table.find(trimmed).orElseThrow().parameters()
                : ModelTable.statedSize(trimmed).orElse(0);
        boolean credible = known || (asked > 0 && (size > 0 || trimmed.indexOf('/') > 0)) || asked == OF_THE_KIND;
        double score = asked + (known ? 3 : 0) + (size > 0 ? 1 : 0) + Math.log10((double) Math.max(1, size)) / 20;
        if (credible && score > rank) {
            rank = score;
            best = Optional.of(Found.at(fact, trimmed));
        }
    }

    /** Without the slash of a folder, or the brackets of JSON around it. */
    private static String trimmed(String token) {
        int end = token.length();
        while (end > 0 && "/}]".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(0, end);
    }

    /** An image of a model server names the model that it was built for. */
    private static String withoutRegistry(String name) {
        return name.startsWith(NIM) ? name.substring(NIM.length()) : name;
    }

    private static String option(String before) {
        String lower = before.toLowerCase(Locale.ROOT);
        return lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
