package dev.emplace.bench.accuracy;

import dev.emplace.bench.data.Csv;
import dev.emplace.power.domain.draw.LoadClass;
import dev.emplace.power.domain.draw.MeasuredFractions.Generation;
import dev.emplace.power.domain.draw.ServedModel;
import dev.emplace.power.domain.draw.ServingFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One measured configuration of the ML.ENERGY leaderboard: a model in one batch on one kind of accelerator.
 *
 * @param model without its maker and without the suffix of its precision: a model in 8 and in 16 bits is held out whole
 * @param fraction power over TDP of one accelerator
 */
record Configuration(String task, String model, Generation generation, int batch, ServedModel served, double fraction) {
    private static final String IMAGES = "text-to-image";

    static List<Configuration> read(Path file) {
        return Csv.read(file).rows().stream().map(Configuration::of).toList();
    }

    private static Configuration of(Csv.Line row) {
        return new Configuration(
                row.text("task"),
                row.text("model").replaceFirst("^.*/", "").replace("-FP8", ""),
                row.text("gpu").equals("B200") ? Generation.BLACKWELL : Generation.HOPPER,
                row.count("batch"),
                new ServedModel(
                        billions(row.number("total_params_b")),
                        billions(row.number("active_params_b")),
                        row.count("num_gpus")),
                row.number("frac_tdp"));
    }

    private static long billions(double number) {
        return Math.round(number * 1e9);
    }

    boolean images() {
        return task.equals(IMAGES);
    }

    /** Those of the fit; conversation about video, which is no class of the model, is told apart here too. */
    List<Double> features() {
        List<Double> features = new ArrayList<>(ServingFit.features(load(), generation, batch, served));
        if (!images()) {
            features.add(task.equals("video-chat") ? 1.0 : 0.0);
        }
        return features;
    }

    private LoadClass load() {
        return switch (task) {
            case IMAGES -> LoadClass.IMAGE_GENERATION;
            case "gpqa" -> LoadClass.LLM_REASONING;
            case "sourcegraph-fim" -> LoadClass.LLM_CODE;
            default -> LoadClass.LLM_CHAT;
        };
    }
}
