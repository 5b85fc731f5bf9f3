package dev.emplace.cli.netbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.emplace.cli.CliException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was read from NetBox, by endpoint; each object once, however many pages told of it. */
public final class NetBoxInventory {
    static final String SITES = "sites";
    static final String PANELS = "power-panels";
    static final String FEEDS = "power-feeds";
    static final String RACKS = "racks";
    static final String DEVICES = "devices";
    static final String PORTS = "power-ports";
    static final String OUTLETS = "power-outlets";

    /** What is asked of a NetBox, in this order. */
    static final List<String> ENDPOINTS = List.of(SITES, PANELS, FEEDS, RACKS, DEVICES, PORTS, OUTLETS);

    private static final int MOST_OBJECTS = 500_000;
    private static final Pattern ENDPOINT = Pattern.compile("/api/dcim/([a-z-]+)/\\d+/?$");

    private final Map<String, Map<Long, NetBoxObject>> objects = new TreeMap<>();
    private int count;

    /**
     * Takes in a page of a list, {@code {"count": ..., "next": ..., "results": [...]}}, or a bare list of objects.
     *
     * @param origin where it is from, for errors
     * @return address of the next page
     */
    public Optional<String> add(String page, String origin) {
        JsonElement read = parsed(page, origin);
        JsonElement results = read.isJsonObject() ? read.getAsJsonObject().get("results") : read;
        if (results == null || !results.isJsonArray()) {
            throw new CliException(origin + " is no list of NetBox's REST API: it has no \"results\"; save what "
                    + "GET /api/dcim/power-feeds/?limit=1000 answers");
        }
        for (JsonElement result : results.getAsJsonArray()) {
            add(result, origin);
        }
        return read.isJsonObject() ? new NetBoxObject(origin, read.getAsJsonObject()).text("next") : Optional.empty();
    }

    private static JsonElement parsed(String page, String origin) {
        try {
            return JsonParser.parseString(page);
        } catch (JsonParseException e) {
            throw new CliException(origin + " is not JSON: " + e.getMessage(), e);
        }
    }

    private void add(JsonElement result, String origin) {
        JsonObject json = result.isJsonObject() ? result.getAsJsonObject() : new JsonObject();
        String url = new NetBoxObject(origin, json).text("url").orElse("");
        Matcher endpoint = ENDPOINT.matcher(url);
        if (!endpoint.find()) {
            throw new CliException(origin + " has an object whose url is '" + url
                    + "'; NetBox's end in /api/dcim/power-feeds/17/ or the like");
        }
        if (++count > MOST_OBJECTS) {
            throw new CliException("there are more than " + MOST_OBJECTS + " objects; import one site at a time");
        }
        NetBoxObject object = new NetBoxObject(endpoint.group(1), json);
        objects.computeIfAbsent(object.endpoint(), any -> new TreeMap<>()).put(object.id(), object);
    }

    /** In order of their names. */
    List<NetBoxObject> all(String endpoint) {
        List<NetBoxObject> all =
                new ArrayList<>(objects.getOrDefault(endpoint, Map.of()).values());
        all.sort(Comparator.comparing(NetBoxObject::name).thenComparing(NetBoxObject::id));
        return all;
    }

    Optional<NetBoxObject> find(String endpoint, long id) {
        return Optional.ofNullable(objects.getOrDefault(endpoint, Map.of()).get(id));
    }
}
