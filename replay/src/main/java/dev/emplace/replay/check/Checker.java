package dev.emplace.replay.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Reads what a replay left behind, and believes none of it: holds the constraints against the trace, each decision
 * against the constraints and the catalog's answers, and adds the bill up anew.
 */
public final class Checker {

    private final LogFolder log;
    private final JsonObject terms;
    private final Map<String, Bought> offers = new HashMap<>();
    private final Map<String, JsonObject> workloads = new HashMap<>();

    private final Map<String, JsonObject> machines = new HashMap<>();
    private final List<JsonObject> stays = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    private Checker(Path folder) {
        log = new LogFolder(folder);
        terms = log.terms();
        log.lines("offers.jsonl").forEach(offer -> offers.put(offer.get("name").getAsString(), new Bought(offer)));
        log.lines("workloads.jsonl")
                .forEach(work -> workloads.put(work.get("workload").getAsString(), work));
    }

    /**
     * Checks one policy's decisions.
     *
     * @param decisions the file of the folder that has them
     */
    public static Verdict check(Path folder, String decisions, TraceCheck trace) {
        Checker checker = new Checker(folder);
        trace.violations(checker.workloads, checker.terms).forEach(checker.violations::add);
        return checker.check(decisions);
    }

    private Verdict check(String decisions) {
        BigDecimal claimed = BigDecimal.ZERO;
        for (JsonObject line : log.lines(decisions)) {
            if (line.has("machine")) {
                machines.put(line.get("machine").getAsString(), line);
            } else if (line.has("on")) {
                stays.add(line);
            } else if (line.has("unplaced")) {
                violations.add(line.get("unplaced").getAsString() + " was not placed");
            } else {
                claimed = line.get("bill").getAsBigDecimal();
            }
        }
        machines.values().forEach(this::checkPrice);
        stays.forEach(this::checkStay);
        checkAllIsPlaced();
        violations.addAll(new Occupancy(machines, stays, workloads, this::offer).violations());
        violations.addAll(new Limits(machines.values(), terms, this::offer).violations());
        BigDecimal bill = new Addition(machines, stays, workloads, log.lines("providers.jsonl"), this::offer).total();
        if (bill.compareTo(claimed) != 0) {
            violations.add("the bill says " + claimed + " USD, and adds up to " + bill);
        }
        return new Verdict(violations, bill, claimed);
    }

    private Bought offer(JsonObject machine) {
        Bought offer = offers.get(machine.get("offer").getAsString());
        if (offer == null) {
            throw new IllegalStateException(machine + " is of an offer that the catalog did not answer");
        }
        return offer;
    }

    private void checkPrice(JsonObject machine) {
        Bought offer = offer(machine);
        String name = machine.get("offer").getAsString();
        boolean estimates = terms.get("estimated").getAsBoolean();
        Set<String> bases = offer.isOwned() ? Set.of("PRICE_BASIS_COMPUTED") : Set.of("PRICE_BASIS_LIST");
        if (!bases.contains(offer.basis()) && !(estimates && offer.basis().equals("PRICE_BASIS_ESTIMATED"))) {
            violations.add(name + " is priced by " + offer.basis());
        }
        Instant dayEnds = Instant.parse(terms.get("pricing_date").getAsString() + "T00:00:00Z")
                .plus(Duration.ofDays(1));
        Instant oldest = dayEnds.minus(Duration.ofDays(terms.get("oldest_days").getAsLong() + 1));
        if (!offer.isOwned()
                && (!offer.observed().isBefore(dayEnds) || offer.observed().isBefore(oldest))) {
            violations.add(name + " was seen on " + offer.observed());
        }
    }

    private void checkStay(JsonObject stay) {
        JsonObject work = workloads.get(stay.get("workload").getAsString());
        JsonObject machine = machines.get(stay.get("on").getAsString());
        if (work == null || machine == null) {
            violations.add(stay + " is of an unknown workload or machine");
            return;
        }
        Bought offer = offer(machine);
        String what = work.get("workload").getAsString() + " on "
                + machine.get("offer").getAsString();
        expect(texts(work, "accelerators").contains(offer.accelerator()), what + ": the accelerator");
        expect(!texts(work, "denied_providers").contains(offer.provider()), what + ": the provider is denied");
        expect(!work.get("eu_bound").getAsBoolean() || offer.inEu(), what + ": outside the EU");
        expect(work.get("preemptible").getAsBoolean() || !offer.isSpot(), what + ": may be interrupted");
        long from = stay.get("from").getAsLong();
        long to = stay.get("to").getAsLong();
        expect(
                from == work.get("from").getAsLong() && to - from >= workedSeconds(work, offer),
                what + ": not as long as it works");
        expect(
                machine.get("from").getAsLong() <= from
                        && to <= machine.get("to").getAsLong(),
                what + ": not paid");
    }

    /** With interruptions, the expectation of a run that begins anew after each: (1/λ + R)(e^λT − 1). */
    private long workedSeconds(JsonObject work, Bought offer) {
        long seconds = work.get("to").getAsLong() - work.get("from").getAsLong();
        if (!offer.isSpot()) {
            return seconds;
        }
        double rate = terms.get("interruptions_per_hour").getAsDouble();
        double hours = (1 / rate + terms.get("restart_hours").getAsDouble()) * (Math.exp(rate * seconds / 3600.0) - 1);
        return (long) (hours * 3600);
    }

    private void checkAllIsPlaced() {
        Set<String> missing = new HashSet<>(workloads.keySet());
        for (JsonObject stay : stays) {
            String id = stay.get("workload").getAsString();
            expect(missing.remove(id) || !workloads.containsKey(id), id + " is placed twice");
        }
        Set<String> said = new HashSet<>();
        violations.stream().filter(v -> v.endsWith(" was not placed")).forEach(v -> said.add(v.split(" ", 2)[0]));
        missing.stream().filter(id -> !said.contains(id)).forEach(id -> violations.add(id + " was forgotten"));
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }

    private static List<String> texts(JsonObject object, String field) {
        return StreamSupport.stream(object.getAsJsonArray(field).spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }
}
