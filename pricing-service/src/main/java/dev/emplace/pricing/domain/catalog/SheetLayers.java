package dev.emplace.pricing.domain.catalog;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What lies over a catalog for those who see some contracted sheets: made when it is first asked for, and made again with
 * each change while it is, so that their searches are as fast as anybody's.
 */
final class SheetLayers {

    /** Sets of sheets that somebody sees; beyond, the one that was asked for longest ago is forgotten. */
    static final int MOST = 64;

    /** Changes for which a layer is kept that nobody asks for. */
    private static final int KEPT_IDLE = 1_000;

    private final Map<Set<String>, Kept> bySheets = new ConcurrentHashMap<>();

    private final AtomicLong questions;

    /**
     * A layer that somebody asked for.
     *
     * @param asked the number of the question that was the last
     * @param idle changes since
     */
    private record Kept(Layer layer, AtomicLong asked, AtomicInteger idle) {}

    SheetLayers() {
        this(0);
    }

    private SheetLayers(long questions) {
        this.questions = new AtomicLong(questions);
    }

    Optional<Layer> kept(Set<String> sheets) {
        return Optional.ofNullable(bySheets.get(sheets)).map(kept -> {
            kept.idle().setPlain(0);
            kept.asked().setPlain(questions.incrementAndGet());
            return kept.layer();
        });
    }

    Layer of(Set<String> sheets, Function<Set<String>, Layer> make) {
        return kept(sheets).orElseGet(() -> {
            var layer = make.apply(sheets);
            if (bySheets.size() >= MOST) {
                forgetOne();
            }
            bySheets.put(sheets, new Kept(layer, new AtomicLong(questions.incrementAndGet()), new AtomicInteger()));
            return layer;
        });
    }

    private void forgetOne() {
        bySheets.entrySet().stream()
                .min(Comparator.comparingLong(each -> each.getValue().asked().getPlain()))
                .map(Map.Entry::getKey)
                .ifPresent(bySheets::remove);
    }

    /** Those that were asked for lately, for a catalog that has changed since. */
    SheetLayers carried(BiFunction<Set<String>, Layer, Layer> change) {
        var next = new SheetLayers(questions.get());
        bySheets.forEach((sheets, kept) -> {
            int idle = kept.idle().getPlain() + 1;
            if (idle <= KEPT_IDLE) {
                var asked = new AtomicLong(kept.asked().getPlain());
                next.bySheets.put(sheets, new Kept(change.apply(sheets, kept.layer()), asked, new AtomicInteger(idle)));
            }
        });
        return next;
    }
}
