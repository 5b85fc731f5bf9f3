package dev.emplace.replay.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Adds a bill up from the catalog's own prices: machines by the second, what leaves by provider and month. */
final class Addition {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1073741824L);
    private static final long MONTH = 2_628_000;

    private final Map<String, JsonObject> machines;
    private final List<JsonObject> stays;
    private final Map<String, JsonObject> workloads;
    private final List<JsonObject> providers;
    private final Function<JsonObject, Bought> offers;

    Addition(
            Map<String, JsonObject> machines,
            List<JsonObject> stays,
            Map<String, JsonObject> workloads,
            List<JsonObject> providers,
            Function<JsonObject, Bought> offers) {
        this.machines = machines;
        this.stays = stays;
        this.workloads = workloads;
        this.providers = providers;
        this.offers = offers;
    }

    BigDecimal total() {
        BigDecimal sum = egress();
        for (JsonObject machine : machines.values()) {
            long seconds = machine.get("to").getAsLong() - machine.get("from").getAsLong();
            sum = sum.add(offers.apply(machine)
                    .hourly()
                    .multiply(BigDecimal.valueOf(seconds))
                    .divide(HOUR, MathContext.DECIMAL128));
        }
        return sum.setScale(2, RoundingMode.HALF_EVEN);
    }

    private BigDecimal egress() {
        Map<String, Map<Long, Long>> volumes = new HashMap<>();
        for (JsonObject stay : stays) {
            JsonObject work = workloads.get(stay.get("workload").getAsString());
            JsonObject machine = machines.get(stay.get("on").getAsString());
            if (work != null && machine != null) {
                volumes.computeIfAbsent(offers.apply(machine).provider(), p -> new HashMap<>())
                        .merge(
                                stay.get("from").getAsLong() / MONTH,
                                work.get("egress_bytes").getAsLong(),
                                Long::sum);
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Map<Long, Long>> provider : volumes.entrySet()) {
            for (long volume : provider.getValue().values()) {
                sum = sum.add(price(provider.getKey(), volume));
            }
        }
        return sum;
    }

    private BigDecimal price(String provider, long volume) {
        JsonObject tariff = tariff("providers/" + provider);
        BigDecimal sum = BigDecimal.ZERO;
        long below = 0;
        for (JsonElement element : tariff.getAsJsonArray("tiers")) {
            JsonObject tier = element.getAsJsonObject();
            long end = tier.has("endBytes") ? tier.get("endBytes").getAsLong() : Long.MAX_VALUE;
            if (volume > below) {
                long part = Math.min(volume, end) - below;
                sum = sum.add(Bought.money(tier.getAsJsonObject("gibibytePrice"))
                        .multiply(BigDecimal.valueOf(part))
                        .divide(GIBIBYTE));
            }
            below = end;
        }
        return sum;
    }

    /** A provider without a tariff is charged the one whose dearest step is the dearest. */
    private JsonObject tariff(String provider) {
        JsonObject dearest = new JsonObject();
        BigDecimal most = BigDecimal.valueOf(-1);
        for (JsonObject known : providers) {
            if (known.has("egressTariff")) {
                JsonObject tariff = known.getAsJsonObject("egressTariff");
                if (known.get("name").getAsString().equals(provider)) {
                    return tariff;
                }
                for (JsonElement tier : tariff.getAsJsonArray("tiers")) {
                    BigDecimal price = Bought.money(tier.getAsJsonObject().getAsJsonObject("gibibytePrice"));
                    if (price.compareTo(most) > 0) {
                        most = price;
                        dearest = tariff;
                    }
                }
            }
        }
        return dearest;
    }
}
