package dev.emplace.bench.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Intervals by drawing repositories with replacement: files of one repository are no independent samples. */
record Bootstrap(List<List<Answer>> repositories) {
    private static final int DRAWS = 2_000;
    private static final long SEED = 20_261_130;

    static Bootstrap of(Answers answers) {
        Map<String, List<Answer>> by = answers.all().stream()
                .collect(Collectors.groupingBy(a -> a.manifest().repository(), TreeMap::new, Collectors.toList()));
        return new Bootstrap(List.copyOf(by.values()));
    }

    /** "95% of draws from 95.1 to 99.2": the 2.5th and 97.5th percentile of a figure. */
    String interval(ToDoubleFunction<Answers> figure) {
        Random random = new Random(SEED);
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = figure.applyAsDouble(draw(random));
        }
        Arrays.sort(drawn);
        return String.format(
                Locale.ROOT,
                "95%% of %,d draws of %d repositories lie from %.3g to %.3g",
                DRAWS,
                repositories.size(),
                drawn[DRAWS * 25 / 1_000],
                drawn[DRAWS * 975 / 1_000]);
    }

    private Answers draw(Random random) {
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < repositories.size(); i++) {
            all.addAll(repositories.get(random.nextInt(repositories.size())));
        }
        return new Answers(all);
    }
}
