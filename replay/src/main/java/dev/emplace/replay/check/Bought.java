package dev.emplace.replay.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An offer as the catalog answered it, in the words of its JSON. */
record Bought(JsonObject offer) {

    /** Member states of the European Union (Treaty on European Union, article 52; without the United Kingdom). */
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    String provider() {
        return place("provider");
    }

    String kind() {
        return place("providerKind");
    }

    boolean inEu() {
        return EU.contains(place("country"));
    }

    String model() {
        return offer.get("commercialModel").getAsString();
    }

    boolean isOwned() {
        return model().equals("COMMERCIAL_MODEL_OWNED");
    }

    boolean isSpot() {
        return model().equals("COMMERCIAL_MODEL_SPOT");
    }

    String basis() {
        return offer.get("priceBasis").getAsString();
    }

    Instant observed() {
        return Instant.parse(offer.getAsJsonObject("source").get("observedTime").getAsString());
    }

    String accelerator() {
        return offer.getAsJsonObject("machine").get("accelerator").getAsString();
    }

    BigDecimal accelerators() {
        return new BigDecimal(offer.getAsJsonObject("machine")
                .getAsJsonObject("acceleratorCount")
                .get("value")
                .getAsString());
    }

    long cpuMilli() {
        return 1000 * whole(offer.getAsJsonObject("machine").get("vcpuCount"));
    }

    long memoryBytes() {
        return whole(offer.getAsJsonObject("machine").get("memoryBytes"));
    }

    /** USD for a machine and hour. */
    BigDecimal hourly() {
        return money(offer.getAsJsonObject("listUnitPrice"));
    }

    /** Seconds that a commitment binds for; 0 for all else. */
    long term() {
        JsonElement term = offer.get("commitmentDuration");
        boolean committed =
                model().equals("COMMERCIAL_MODEL_RESERVED") || model().equals("COMMERCIAL_MODEL_SAVINGS_PLAN");
        return committed && term != null ? Long.parseLong(term.getAsString().replace("s", "")) : 0;
    }

    static BigDecimal money(JsonObject money) {
        return BigDecimal.valueOf(whole(money.get("units"))).add(BigDecimal.valueOf(whole(money.get("nanos")), 9));
    }

    private static long whole(@Nullable JsonElement number) {
        return number == null ? 0 : number.getAsLong();
    }

    private String place(String field) {
        JsonElement value = offer.getAsJsonObject("place").get(field);
        return value == null ? "" : value.getAsString();
    }
}
