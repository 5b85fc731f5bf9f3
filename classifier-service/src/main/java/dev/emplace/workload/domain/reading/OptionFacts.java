package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.signal.Fact;
import dev.emplace.workload.domain.signal.InstanceType;
import dev.emplace.workload.domain.signal.Quantity;
import dev.emplace.workload.domain.signal.Signals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts that options, variables, labels and selectors state, whatever the kind of object they stand in. */
final class OptionFacts {
    private static final int MOST_DIGITS = 9;
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(us|ms|s)?}*");
    private static final Pattern TOPOLOGY = Pattern.compile("(\\d{1,4})x(\\d{1,4})(?:x(\\d{1,4}))?");
    private static final Set<String> PREEMPTIBLE = Set.of("true", "spot", "SPOT", "preemptible");
    private static final Set<String> SPOT_LABELS =
            Set.of("cloud.google.com/gke-spot", "cloud.google.com/gke-preemptible", "spot_recovery", "job_recovery");

    Optional<Found<Integer>> context = Optional.empty();
    Optional<Found<Integer>> concurrency = Optional.empty();
    Optional<Found<Integer>> bits = Optional.empty();
    Optional<Found<String>> accelerator = Optional.empty();
    Optional<Found<Integer>> chips = Optional.empty();
    Optional<Found<Duration>> objective = Optional.empty();
    Optional<Found<Boolean>> preemptible = Optional.empty();
    boolean toFirstToken;

    private OptionFacts() {}

    static OptionFacts of(Signals signals) {
        OptionFacts facts = new OptionFacts();
        Tokens.each(signals, facts::token);
        return facts;
    }

    private void token(String before, String token, Fact fact) {
        if (SPOT_LABELS.contains(token)) {
            preemptible = preemptible.or(() -> Optional.of(Found.at(fact, true)));
        }
        if (!Quantity.placeholder(token)) {
            Option.of(before).ifPresent(option -> option(option, token, fact));
        }
    }

    private void option(Option option, String token, Fact fact) {
        switch (option) {
            case CONTEXT -> context = number(token, fact).or(() -> context);
            case CONCURRENCY -> concurrency = number(token, fact).or(() -> concurrency);
            case PRECISION ->
                bits = precision(token).map(b -> Found.at(fact, b)).or(() -> bits);
            case ACCELERATOR -> accelerator = accelerator.or(() -> Optional.of(Found.at(fact, token)));
            case INSTANCE ->
                accelerator =
                        accelerator.or(() -> InstanceType.of(token).map(type -> Found.at(fact, type.accelerator())));
            case TOPOLOGY -> chips = chips.or(() -> product(token).map(p -> Found.at(fact, p)));
            case OBJECTIVE -> objective(token, fact, false);
            case FIRST_TOKEN -> objective(token, fact, true);
            case SPOT -> {
                if (PREEMPTIBLE.contains(token)) {
                    preemptible = preemptible.or(() -> Optional.of(Found.at(fact, true)));
                }
            }
        }
    }

    /** An objective from end to end goes before one to the first token. */
    private void objective(String token, Fact fact, boolean firstToken) {
        Optional<Found<Duration>> stated = time(token).map(time -> Found.at(fact, time));
        if (stated.isPresent() && (objective.isEmpty() || (toFirstToken && !firstToken))) {
            objective = stated;
            toFirstToken = firstToken;
        }
    }

    /** The bits of one weight that a name or an option states. */
    static Optional<Integer> precision(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("fp8") || lower.contains("int8") || lower.contains("w8a8") || lower.contains("q8")) {
            return Optional.of(8);
        }
        boolean four = List.of("awq", "gptq", "int4", "fp4", "4bit", "nf4", "w4a16", "q4_", "q4-").stream()
                .anyMatch(lower::contains);
        return four ? Optional.of(4) : Optional.empty();
    }

    private static Optional<Found<Integer>> number(String text, Fact fact) {
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit);
        int value = digits ? Integer.parseInt(text) : 0;
        return value > 0 ? Optional.of(Found.at(fact, value)) : Optional.empty();
    }

    /** "150ms", "0.2s" or "200", which is milliseconds. */
    static Optional<Duration> time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        String unit = time.group(2) == null ? "ms" : time.group(2);
        int toNanos = unit.equals("s") ? 9 : unit.equals("ms") ? 6 : 3;
        long nanos = new BigDecimal(time.group(1)).movePointRight(toNanos).longValue();
        return nanos > 0 ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
    }

    /** Chips of a slice such as 4x4x8. */
    private static Optional<Integer> product(String text) {
        Matcher sides = TOPOLOGY.matcher(text);
        if (!sides.matches()) {
            return Optional.empty();
        }
        long chips = Long.parseLong(sides.group(1)) * Long.parseLong(sides.group(2));
        chips *= sides.group(3) == null ? 1 : Long.parseLong(sides.group(3));
        return Optional.of((int) Math.min(chips, Integer.MAX_VALUE));
    }
}
