package dev.emplace.power.domain.draw;

import java.util.List;
import java.util.Optional;

/**
 * The fraction of TDP at which a known model is served in a known batch: a logistic in the logarithms to base 2 of batch,
 * accelerators and parameters.
 *
 * <p>Least squares on the logit over the configurations of the ML.ENERGY leaderboard (GPU power by NVML, H100 and B200)
 * whose models calibrate; the others are kept apart. {@code ./emplace bench accuracy} fits them anew, prints both, and
 * scores each model by a fit without it.
 *
 * @param coefficients of {@link #features}, after the intercept
 */
public record ServingFit(double intercept, List<Double> coefficients) {
    /** What the fraction nears as the logistic nears one: the highest measured is 1.00. */
    public static final double LIMIT = 1.05;

    /** Measured over predicted for models that the fit has not seen, 5th and 95th percentile. */
    public static final double LOW = 0.72;

    public static final double HIGH = 1.26;

    /** Draw stops rising with the batch at about 256. */
    private static final double FULL_BATCH = 8;

    /** Serving of language models. The last two move reasoning and code against chat. */
    public static final ServingFit LANGUAGE =
            new ServingFit(-1.8718, List.of(-0.4440, 0.2084, -0.7192, 0.2390, 0.2873, -0.1293, 0.8879));

    /** Generation of images. */
    public static final ServingFit IMAGE = new ServingFit(0.7559, List.of(-0.3545, 0.2949, -0.4440, 0.1542));

    public ServingFit {
        coefficients = List.copyOf(coefficients);
    }

    static Optional<ServingFit> of(LoadClass load) {
        return switch (load) {
            case LLM_CHAT, LLM_REASONING, LLM_CODE -> Optional.of(LANGUAGE);
            case IMAGE_GENERATION -> Optional.of(IMAGE);
            case TRAINING, VISION, TEXT_ENCODING, RECOMMENDATION, SPEECH, IDLE -> Optional.empty();
        };
    }

    /** What the logit is linear in. */
    public static List<Double> features(LoadClass load, MeasuredFractions.Generation of, int batch, ServedModel model) {
        double generation = of == MeasuredFractions.Generation.BLACKWELL ? 1 : 0;
        double size = Math.min(FULL_BATCH, Log2.of(batch));
        double split = Log2.of(model.accelerators());
        double active = Log2.of(model.activeBillions());
        return load == LoadClass.IMAGE_GENERATION
                ? List.of(generation, size, split, active)
                : List.of(
                        generation,
                        size,
                        split,
                        active,
                        Log2.of(model.billions()),
                        load == LoadClass.LLM_REASONING ? 1.0 : 0.0,
                        load == LoadClass.LLM_CODE ? 1.0 : 0.0);
    }

    /** The fraction of TDP at those features. */
    public double at(List<Double> features) {
        double logit = intercept;
        for (int i = 0; i < coefficients.size(); i++) {
            logit += coefficients.get(i) * features.get(i);
        }
        return LIMIT * Logistic.at(logit);
    }

    Fraction fraction(List<Double> features) {
        double median = at(features);
        return new Fraction(median * LOW, median, Math.min(LIMIT, median * HIGH));
    }
}
