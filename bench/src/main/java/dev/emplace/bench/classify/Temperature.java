package dev.emplace.bench.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fits the temperature of confidences (Guo et al. 2017) by the likelihood of right and wrong answers, each repository
 * left out in turn.
 *
 * @param shipped temperature that the answers were given with
 */
record Temperature(double shipped) {
    private static final double LOWEST = 0.20;
    private static final double STEP = 0.01;
    private static final int STEPS = 180;

    /** The temperature under which the answers are likeliest. */
    double fit(Answers answers) {
        double best = LOWEST;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            double tried = LOWEST + i * STEP;
            double likelihood = answers.all().stream()
                    .mapToDouble(a -> Math.log(
                            a.right()
                                    ? at(a, tried).confidence()
                                    : 1 - at(a, tried).confidence()))
                    .sum();
            if (likelihood > most) {
                most = likelihood;
                best = tried;
            }
        }
        return best;
    }

    /** The best temperature of all repositories but one, by the one that is left out. */
    Map<String, Double> folds(Answers answers) {
        Map<String, Double> folds = new TreeMap<>();
        for (String repository : repositories(answers)) {
            folds.put(
                    repository, fit(answers.only(a -> !a.manifest().repository().equals(repository))));
        }
        return folds;
    }

    /** Each answer with the confidence that the temperature of the other repositories gives it. */
    Answers heldOut(Answers answers) {
        Map<String, Double> folds = folds(answers);
        List<Answer> held = new ArrayList<>();
        answers.all()
                .forEach(a -> held.add(at(a, folds.getOrDefault(a.manifest().repository(), shipped))));
        return new Answers(held);
    }

    private static List<String> repositories(Answers answers) {
        return answers.all().stream()
                .map(a -> a.manifest().repository())
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private Answer at(Answer answer, double temperature) {
        double odds = Math.log(answer.confidence() / (1 - answer.confidence())) * shipped / temperature;
        double confidence = Math.min(1 - 1e-6, Math.max(1e-6, 1 / (1 + Math.exp(-odds))));
        return new Answer(answer.manifest(), answer.answered(), confidence, answer.decision(), answer.refusal());
    }
}
