package dev.emplace.bench.accuracy;

import dev.emplace.power.domain.draw.LoadClass;
import dev.emplace.power.domain.draw.ServedModel;
import java.util.Map;
import java.util.Optional;

/** What the benchmarks of MLPerf Inference run, as EstimateDraw is told of it. */
final class Benchmarks {
    /** MLPerf publishes no batch size; on such machines batches are large. */
    private static final int BATCH = 256;

    private static final Map<String, LoadClass> CLASSES = Map.ofEntries(
            Map.entry("llama2-70b", LoadClass.LLM_CHAT),
            Map.entry("mixtral-8x7b", LoadClass.LLM_CHAT),
            Map.entry("gptj", LoadClass.LLM_CHAT),
            Map.entry("stable-diffusion-xl", LoadClass.IMAGE_GENERATION),
            Map.entry("bert", LoadClass.TEXT_ENCODING),
            Map.entry("dlrm", LoadClass.RECOMMENDATION),
            Map.entry("dlrm-v2", LoadClass.RECOMMENDATION),
            Map.entry("rnnt", LoadClass.SPEECH),
            Map.entry("whisper", LoadClass.SPEECH),
            Map.entry("resnet50", LoadClass.VISION),
            Map.entry("retinanet", LoadClass.VISION),
            Map.entry("3d-unet", LoadClass.VISION));

    /** Parameters as their makers publish them: all, and those that one token passes through. */
    private static final Map<String, ServedModel> MODELS = Map.of(
            "llama2-70b", new ServedModel(70_000_000_000L, 70_000_000_000L, 1),
            "mixtral-8x7b", new ServedModel(47_000_000_000L, 13_000_000_000L, 1),
            "gptj", new ServedModel(6_000_000_000L, 6_000_000_000L, 1));

    private Benchmarks() {}

    static LoadClass load(String benchmark) {
        return Optional.ofNullable(CLASSES.get(benchmark))
                .orElseThrow(() -> new IllegalArgumentException("no class is declared for benchmark " + benchmark));
    }

    static Optional<ServedModel> model(String benchmark) {
        return Optional.ofNullable(MODELS.get(benchmark));
    }

    static int batch(String benchmark) {
        return MODELS.containsKey(benchmark) ? BATCH : 0;
    }
}
