package dev.emplace.replay.check;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Goes through the comings and goings on each machine: cards, CPUs and memory must suffice at all times. */
final class Occupancy {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Map<String, JsonObject> machines;
    private final Map<String, JsonObject> workloads;
    private final Function<JsonObject, Bought> offers;
    private final Map<String, List<Change>> changes = new HashMap<>();

    private record Change(long at, int sign, JsonObject work) {}

    Occupancy(
            Map<String, JsonObject> machines,
            List<JsonObject> stays,
            Map<String, JsonObject> workloads,
            Function<JsonObject, Bought> offers) {
        this.machines = machines;
        this.workloads = workloads;
        this.offers = offers;
        stays.forEach(this::add);
    }

    private void add(JsonObject stay) {
        JsonObject work = workloads.get(stay.get("workload").getAsString());
        if (work != null) {
            List<Change> there = changes.computeIfAbsent(stay.get("on").getAsString(), m -> new ArrayList<>());
            there.add(new Change(stay.get("from").getAsLong(), 1, work));
            there.add(new Change(stay.get("to").getAsLong(), -1, work));
        }
    }

    List<String> violations() {
        List<String> wrong = new ArrayList<>();
        machines.forEach((id, machine) -> {
            if (!suffices(offers.apply(machine), changes.getOrDefault(id, List.of()))) {
                wrong.add(id + " of " + machine.get("offer").getAsString() + " holds more than it has");
            }
        });
        return wrong;
    }

    private static boolean suffices(Bought offer, List<Change> there) {
        long cards = 0;
        long cpu = 0;
        long memory = 0;
        long most = offer.accelerators().multiply(THOUSAND).longValue();
        boolean suffices = true;
        for (Change change : there.stream()
                .sorted(Comparator.comparingLong(Change::at).thenComparingInt(Change::sign))
                .toList()) {
            cards += change.sign() * cards(change.work(), most);
            cpu += change.sign() * change.work().get("cpu_milli").getAsLong();
            memory += change.sign() * change.work().get("memory_bytes").getAsLong();
            suffices &= cards <= most && cpu <= offer.cpuMilli() && memory <= offer.memoryBytes();
        }
        return suffices;
    }

    /** A part of a card takes all of it, unless the machine itself has no more than a part; which must be enough. */
    private static long cards(JsonObject work, long most) {
        long wanted = work.get("gpu_milli").getAsLong();
        if (wanted >= 1000) {
            return wanted;
        }
        return most >= 1000 ? 1000 : Math.max(wanted, most);
    }
}
