package dev.emplace.pricing.domain.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What lies over a catalog for those who see some contracted sheets: made when it is first asked for, and made again with
 * each change while it is, so that their searches are as fast as anybody's.
 */
final class SheetLayers {

    /** Sets of sheets that somebody sees: more of them are made anew for each question. */
    private static final int MOST = 64;

    /** Changes for which a layer is kept that nobody asks for. */
    private static final int KEPT_IDLE = 1_000;

    private final Map<Set<String>, Kept> bySheets = new ConcurrentHashMap<>();

    private record Kept(Layer layer, AtomicInteger idle) {}

    Optional<Layer> kept(Set<String> sheets) {
        return Optional.ofNullable(bySheets.get(sheets)).map(kept -> {
            kept.idle().setPlain(0);
            return kept.layer();
        });
    }

    Layer of(Set<String> sheets, Function<Set<String>, Layer> make) {
        return kept(sheets).orElseGet(() -> {
            var layer = make.apply(sheets);
            if (bySheets.size() < MOST) {
                bySheets.put(sheets, new Kept(layer, new AtomicInteger()));
            }
            return layer;
        });
    }

    /** Those that were asked for lately, for a catalog that has changed since. */
    SheetLayers carried(BiFunction<Set<String>, Layer, Layer> change) {
        var next = new SheetLayers();
        bySheets.forEach((sheets, kept) -> {
            int idle = kept.idle().getPlain() + 1;
            if (idle <= KEPT_IDLE) {
                next.bySheets.put(sheets, new Kept(change.apply(sheets, kept.layer()), new AtomicInteger(idle)));
            }
        });
        return next;
    }
}
