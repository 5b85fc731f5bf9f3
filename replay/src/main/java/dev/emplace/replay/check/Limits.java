package dev.emplace.replay.check;

import com.google.gson.JsonObject;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What may be had at once: quotas of GPU clouds, machines of own sites; and terms that are paid in full. */
final class Limits {

    private final Collection<JsonObject> machines;
    private final JsonObject terms;
    private final Function<JsonObject, Bought> offers;

    Limits(Collection<JsonObject> machines, JsonObject terms, Function<JsonObject, Bought> offers) {
        this.machines = machines;
        this.terms = terms;
        this.offers = offers;
    }

    List<String> violations() {
        List<String> wrong = new ArrayList<>();
        quotas(wrong);
        ownMachines(wrong);
        terms(wrong);
        return wrong;
    }

    private void quotas(List<String> wrong) {
        Map<String, TreeMap<Long, Long>> use = new HashMap<>();
        machines.stream()
                .filter(machine -> offers.apply(machine).kind().equals("PROVIDER_KIND_GPU_CLOUD"))
                .forEach(machine -> {
                    Bought offer = offers.apply(machine);
                    long cards = offer.accelerators()
                            .setScale(0, RoundingMode.CEILING)
                            .longValue();
                    TreeMap<Long, Long> changes = use.computeIfAbsent(offer.provider(), p -> new TreeMap<>());
                    changes.merge(machine.get("from").getAsLong(), cards, Long::sum);
                    changes.merge(machine.get("to").getAsLong(), -cards, Long::sum);
                });
        long quota = terms.get("quota_gpus").getAsLong();
        use.forEach((provider, changes) -> {
            long now = 0;
            long most = 0;
            for (long change : changes.values()) {
                now += change;
                most = Math.max(most, now);
            }
            if (most > quota) {
                wrong.add(provider + " rents out " + most + " accelerators at once; the quota is " + quota);
            }
        });
    }

    private void ownMachines(List<String> wrong) {
        Map<String, Long> counts = new HashMap<>();
        machines.stream()
                .filter(machine -> offers.apply(machine).isOwned())
                .forEach(machine -> counts.merge(machine.get("offer").getAsString(), 1L, Long::sum));
        JsonObject sizes = terms.getAsJsonObject("own_machines");
        counts.forEach((offer, count) -> {
            if (!sizes.has(offer) || sizes.get(offer).getAsLong() < count) {
                wrong.add(offer + " has not as many machines as " + count);
            }
        });
    }

    /** What is committed or owned is paid for the whole window, and for its term if that is longer. */
    private void terms(List<String> wrong) {
        long from = terms.get("from").getAsLong();
        long to = terms.get("to").getAsLong();
        for (JsonObject machine : machines) {
            Bought offer = offers.apply(machine);
            boolean standing = offer.isOwned() || offer.term() > 0;
            boolean whole = machine.get("from").getAsLong() == from
                    && machine.get("to").getAsLong() >= Math.max(to, from + offer.term());
            if (standing && !whole) {
                wrong.add(machine + " is not paid for its whole term");
            }
        }
    }
}
