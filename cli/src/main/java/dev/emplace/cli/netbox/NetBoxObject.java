package dev.emplace.cli.netbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.emplace.cli.CliException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One object of NetBox's REST API, with the endpoint that its {@code url} names. */
record NetBoxObject(String endpoint, JsonObject json) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    long id() {
        return number("id").map(BigDecimal::longValue).orElseThrow(() -> malformed("id", "a number"));
    }

    String name() {
        return text("name").or(() -> text("display")).orElseGet(() -> endpoint + " " + id());
    }

    Optional<String> text(String field) {
        return value(field)
                .filter(value -> value.isJsonPrimitive() && !value.getAsString().isBlank())
                .map(JsonElement::getAsString);
    }

    /** Decimals come as numbers, and as text. */
    Optional<BigDecimal> number(String field) {
        try {
            return text(field).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw malformed(field, "a number");
        }
    }

    /** Volts, amperes, watts: from 0 to 10^9, so that sums of them stay sums. */
    Optional<BigDecimal> amount(String field) {
        Optional<BigDecimal> amount = number(field);
        if (amount.filter(value -> value.signum() < 0 || value.compareTo(MOST) > 0)
                .isPresent()) {
            throw malformed(field, "from 0 to " + MOST.toPlainString());
        }
        return amount;
    }

    /** The {@code value} of a choice, such as a status; NetBox before 2.7 had the word itself. */
    String choice(String field) {
        return nested(field)
                .flatMap(choice -> choice.text("value"))
                .or(() -> text(field))
                .orElse("");
    }

    Optional<NetBoxObject> nested(String field) {
        return value(field)
                .filter(JsonElement::isJsonObject)
                .map(value -> new NetBoxObject(endpoint, value.getAsJsonObject()));
    }

    Optional<Long> reference(String field) {
        return nested(field).map(NetBoxObject::id);
    }

    /** Ids of what a cable leads to, where that is of a type such as {@code dcim.powerfeed}. */
    List<Long> connected(String type) {
        List<Long> ids = new ArrayList<>();
        if (text("connected_endpoints_type").filter(type::equals).isPresent()) {
            value("connected_endpoints")
                    .filter(JsonElement::isJsonArray)
                    .ifPresent(all -> all.getAsJsonArray().forEach(end -> {
                        if (end.isJsonObject()) {
                            ids.add(new NetBoxObject(endpoint, end.getAsJsonObject()).id());
                        }
                    }));
        }
        return ids;
    }

    private Optional<JsonElement> value(String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isJsonNull());
    }

    CliException malformed(String field, String wanted) {
        return new CliException("NetBox's " + endpoint + " has an object whose " + field + " is " + json.get(field)
                + "; must be " + wanted);
    }
}
