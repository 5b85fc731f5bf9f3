package dev.emplace.power.domain.draw;

import static dev.emplace.power.domain.draw.LoadClass.IMAGE_GENERATION;
import static dev.emplace.power.domain.draw.LoadClass.LLM_CHAT;
import static dev.emplace.power.domain.draw.LoadClass.LLM_CODE;
import static dev.emplace.power.domain.draw.LoadClass.LLM_REASONING;
import static dev.emplace.power.domain.draw.LoadClass.RECOMMENDATION;
import static dev.emplace.power.domain.draw.LoadClass.SPEECH;
import static dev.emplace.power.domain.draw.LoadClass.TEXT_ENCODING;
import static dev.emplace.power.domain.draw.LoadClass.TRAINING;
import static dev.emplace.power.domain.draw.LoadClass.VISION;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fractions of TDP by class.
 *
 * <p>Serving on H100 and B200: 5th, 50th and 95th percentile over the configurations of the ML.ENERGY leaderboard
 * (GPU power by NVML). Training: solved from the wall power of 8 x H100 nodes in MLPerf Training v4.0 with the host
 * and supplies assumed here. Vision: solved in the same way from MLPerf Inference v4.1 (8 x H200).
 *
 * <p>No measurement of an accelerator alone tells encoding of text, recommendation and speech apart. Encoding multiplies
 * dense matrices as serving of a language model in large batches does, and is taken to draw as much; the other two, which
 * wait for memory or for the step before, halfway between that and vision. Their intervals reach both.
 *
 * @param generation whose serving was fitted, where the device behaves like one of them
 */
public record MeasuredFractions(Map<LoadClass, Fraction> byClass, Optional<Generation> generation) {
    static final MeasuredFractions H100 = with(
            Map.of(
                    TRAINING, new Fraction(0.87, 0.91, 0.95),
                    LLM_CHAT, new Fraction(0.50, 0.71, 0.97),
                    LLM_REASONING, new Fraction(0.57, 0.77, 0.90),
                    LLM_CODE, new Fraction(0.63, 0.79, 0.91),
                    IMAGE_GENERATION, new Fraction(0.35, 0.73, 0.96),
                    VISION, new Fraction(0.45, 0.59, 0.80)),
            new Fraction(0.55, 0.80, 0.97),
            new Fraction(0.45, 0.70, 0.97),
            Optional.of(Generation.HOPPER));

    static final MeasuredFractions B200 = with(
            Map.of(
                    TRAINING, new Fraction(0.80, 0.90, 0.97),
                    LLM_CHAT, new Fraction(0.54, 0.80, 0.97),
                    LLM_REASONING, new Fraction(0.32, 0.63, 0.89),
                    LLM_CODE, new Fraction(0.71, 0.87, 0.96),
                    IMAGE_GENERATION, new Fraction(0.33, 0.66, 0.88),
                    VISION, new Fraction(0.45, 0.62, 0.80)),
            new Fraction(0.55, 0.90, 0.97),
            new Fraction(0.45, 0.76, 0.97),
            Optional.of(Generation.BLACKWELL));

    /** For devices without a measurement of their own: the H100's medians between wider bounds. */
    static final MeasuredFractions LIKE_H100 = with(
            Map.of(
                    TRAINING, new Fraction(0.75, 0.91, 1.00),
                    LLM_CHAT, new Fraction(0.40, 0.71, 1.00),
                    LLM_REASONING, new Fraction(0.40, 0.77, 1.00),
                    LLM_CODE, new Fraction(0.45, 0.79, 1.00),
                    IMAGE_GENERATION, new Fraction(0.35, 0.73, 1.00),
                    VISION, new Fraction(0.40, 0.65, 1.00)),
            new Fraction(0.45, 0.80, 1.00),
            new Fraction(0.40, 0.72, 1.00),
            Optional.of(Generation.HOPPER));

    /** Small inference cards run at their limit: an L4 in MLPerf Inference v3.0 adds about its 72 W to the machine. */
    static final MeasuredFractions SMALL_CARD = with(
            Map.of(
                    TRAINING, new Fraction(0.80, 0.97, 1.00),
                    LLM_CHAT, new Fraction(0.60, 0.90, 1.00),
                    LLM_REASONING, new Fraction(0.60, 0.90, 1.00),
                    LLM_CODE, new Fraction(0.60, 0.90, 1.00),
                    IMAGE_GENERATION, new Fraction(0.70, 0.97, 1.00),
                    VISION, new Fraction(0.70, 0.95, 1.00)),
            new Fraction(0.60, 0.95, 1.00),
            new Fraction(0.60, 0.93, 1.00),
            Optional.empty());

    /** Jetson modules, whole system over the module's limit: AGX Orin, MLPerf Inference v3.0 power runs (MaxQ). */
    static final MeasuredFractions JETSON = with(
            Map.of(
                    TRAINING, new Fraction(0.40, 0.55, 0.90),
                    LLM_CHAT, new Fraction(0.35, 0.50, 0.85),
                    LLM_REASONING, new Fraction(0.35, 0.50, 0.85),
                    LLM_CODE, new Fraction(0.35, 0.50, 0.85),
                    IMAGE_GENERATION, new Fraction(0.40, 0.50, 0.85),
                    VISION, new Fraction(0.25, 0.38, 0.70)),
            new Fraction(0.30, 0.50, 0.85),
            new Fraction(0.25, 0.44, 0.85),
            Optional.empty());

    /** Generations of accelerators whose serving is measured over many models and batches. */
    public enum Generation {
        HOPPER,
        BLACKWELL
    }

    public MeasuredFractions {
        byClass = Map.copyOf(byClass);
        for (LoadClass load : LoadClass.values()) {
            if (load != LoadClass.IDLE && !byClass.containsKey(load)) {
                throw new IllegalArgumentException("no fraction for " + load);
            }
        }
    }

    Optional<Fraction> of(LoadClass load) {
        return Optional.ofNullable(byClass.get(load));
    }

    private static MeasuredFractions with(
            Map<LoadClass, Fraction> measured, Fraction encoding, Fraction halfway, Optional<Generation> generation) {
        Map<LoadClass, Fraction> all = new EnumMap<>(measured);
        all.put(TEXT_ENCODING, encoding);
        all.put(RECOMMENDATION, halfway);
        all.put(SPEECH, halfway);
        return new MeasuredFractions(all, generation);
    }
}
