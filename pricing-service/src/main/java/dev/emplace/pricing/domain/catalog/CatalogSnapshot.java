package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.search.RankedPosition;
import dev.emplace.pricing.domain.search.Ranking;
import dev.emplace.pricing.domain.search.Requirement;
import dev.emplace.pricing.domain.sheets.Sheets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalog at one revision and time: immutable, read by any number of threads without a lock. A large base stays as it
 * is while small changes are laid over it, until they are too many. It answers with what everybody may see; contracted
 * sheets are laid over it for those who {@link #including include} them.
 */
public final class CatalogSnapshot {

    /** Changes that may lie over a base: each costs a search a little, and a new base costs much. */
    private static final int MOST_OVERLAID = 1_000;

    private final AliasTable accelerators;
    private final BookMark mark;
    private final SnapshotBase base;
    private final Layer changes;

    /** What only the readers of some sheets see; empty for everybody. */
    private final Layer sheets;

    private final ContractedOffers contracted;
    private final SheetLayers layers;
    private final boolean past;

    public CatalogSnapshot(AliasTable accelerators, PublishedOffers published) {
        this(accelerators, published, false);
    }

    private CatalogSnapshot(AliasTable accelerators, PublishedOffers published, boolean past) {
        var mark = published.mark();
        var seen = published.standing().stream().map(mark::seen).toList();
        this.accelerators = accelerators;
        this.mark = mark;
        this.base = new SnapshotBase(open(seen));
        this.changes = Layer.EMPTY;
        this.sheets = Layer.EMPTY;
        this.contracted = ContractedOffers.among(seen);
        this.layers = new SheetLayers();
        this.past = past;
    }

    private CatalogSnapshot(
            CatalogSnapshot like,
            BookMark mark,
            SnapshotBase base,
            Layer changes,
            Layer sheets,
            ContractedOffers contracted,
            SheetLayers layers) {
        this.accelerators = like.accelerators;
        this.mark = mark;
        this.base = base;
        this.changes = changes;
        this.sheets = sheets;
        this.contracted = contracted;
        this.layers = layers;
        this.past = like.past;
    }

    /** What held at another time, or was believed at one. */
    public static CatalogSnapshot ofThePast(AliasTable accelerators, PublishedOffers published) {
        return new CatalogSnapshot(accelerators, published, true);
    }

    public boolean isPast() {
        return past;
    }

    public long revision() {
        return mark.revision();
    }

    public BookMark mark() {
        return mark;
    }

    /** Which sources are contracted sheets, and whose. */
    public Sheets sheets() {
        return mark.sheets();
    }

    public AliasTable accelerators() {
        return accelerators;
    }

    /** The same with contracted sheets, for whoever may see them: the names of their sources. */
    public CatalogSnapshot including(Set<String> sources) {
        var some = contracted.among(sources);
        return some.isEmpty() ? this : with(layers.of(some, this::layer));
    }

    /** Whether {@link #including} these is as good as done. */
    public boolean isReadyFor(Set<String> sources) {
        var some = contracted.among(sources);
        return some.isEmpty() || layers.kept(some).isPresent();
    }

    private CatalogSnapshot with(Layer laid) {
        return new CatalogSnapshot(this, mark, base, changes, laid, contracted, layers);
    }

    private Layer layer(Set<String> some) {
        return Layer.EMPTY.with(contracted.of(some), Set.of(), this::openOf);
    }

    public int size() {
        return base.byId().size() + changes.addedTo(this::isInBase) + sheets.addedTo(this::isOpen);
    }

    /** At least how many offers there are for all callers together; told without looking at any. */
    public int sizeAtMost() {
        return base.byId().size() + changes.offers().byId().size() + contracted.size();
    }

    public Optional<Offer> offer(String id) {
        var top = sheets.replaced().contains(id) ? sheets.offers().byId().get(id) : open(id);
        return Optional.ofNullable(top).map(StandingOffer::offer);
    }

    private @Nullable StandingOffer open(String id) {
        return (changes.replaced().contains(id) ? changes.offers() : base)
                .byId()
                .get(id);
    }

    private boolean isOpen(String id) {
        return open(id) != null;
    }

    private boolean isInBase(String id) {
        return base.byId().containsKey(id);
    }

    /** The offers that meet a requirement, in order of their ids, those without a price too. */
    public List<Offer> list(Requirement requirement, Optional<String> afterId, int limit) {
        var merged = new TreeMap<String, Offer>();
        standing(base, this::isReplaced, requirement, afterId, limit, merged);
        standing(changes.offers(), sheets.replaced()::contains, requirement, afterId, limit, merged);
        standing(sheets.offers(), id -> false, requirement, afterId, limit, merged);
        return merged.values().stream().limit(limit).toList();
    }

    private boolean isReplaced(String id) {
        return changes.replaced().contains(id) || sheets.replaced().contains(id);
    }

    private static void standing(
            SnapshotBase from,
            Predicate<String> replaced,
            Requirement requirement,
            Optional<String> afterId,
            int limit,
            Map<String, Offer> into) {
        var rest = afterId.isPresent() ? from.byId().tailMap(afterId.get(), false) : from.byId();
        rest.values().stream()
                .map(StandingOffer::offer)
                .filter(offer -> !replaced.test(offer.id()) && requirement.admits(offer))
                .limit(limit)
                .forEach(offer -> into.put(offer.id(), offer));
    }

    /** The offers that meet a requirement and have a price, cheapest first. */
    public Ranking rank(Requirement requirement, Optional<RankedPosition> after) {
        var open = changes.over(base.index().rank(requirement, after), requirement, after);
        return sheets.over(open, requirement, after);
    }

    /** All offers that hold, in no order. */
    public List<Offer> offers() {
        return Stream.concat(
                        open().filter(each -> !sheets.replaced().contains(each.id())),
                        sheets.offers().byId().values().stream())
                .map(StandingOffer::offer)
                .toList();
    }

    /** With changes: laid over the base while they are few, which takes little; else on a base of their own. */
    public CatalogSnapshot with(BookChanges news) {
        var come = news.standing().stream().map(news.mark()::seen).toList();
        var gone = new HashSet<>(news.gone());
        gone.removeIf(contracted::have);
        var laid = changes.with(open(come), gone, thing -> base.of(thing).stream());
        var sold = contracted.with(come, news.gone());
        var over = new CatalogSnapshot(this, news.mark(), base, laid, Layer.EMPTY, sold, new SheetLayers());
        var changed = laid.replaced().size() > MOST_OVERLAID ? over.onOneBase() : over;
        return changed.carrying(layers, (some, layer) -> isTouched(layer, some, news) ? changed.layer(some) : layer);
    }

    private static boolean isTouched(Layer layer, Set<String> some, BookChanges news) {
        return news.ids()
                .anyMatch(id -> OfferNames.sourceOf(id).filter(some::contains).isPresent()
                        || layer.offers().speaksOf(OfferNames.thingOf(id)));
    }

    /** The same on a base of its own, each offer as old as its feed's last reading makes it. */
    public CatalogSnapshot rebased() {
        var one = onOneBase();
        return one.carrying(layers, (some, layer) -> one.layer(some));
    }

    private CatalogSnapshot onOneBase() {
        var all = new ArrayList<StandingOffer>(size());
        open().forEach(all::add);
        contracted.all().forEach(all::add);
        return new CatalogSnapshot(accelerators, new PublishedOffers(mark, all), past);
    }

    private CatalogSnapshot carrying(SheetLayers before, BiFunction<Set<String>, Layer, Layer> change) {
        return new CatalogSnapshot(this, mark, base, changes, sheets, contracted, before.carried(change));
    }

    private Stream<StandingOffer> open() {
        return Stream.concat(
                base.byId().values().stream().filter(each -> !changes.replaced().contains(each.id())),
                changes.offers().byId().values().stream());
    }

    /** What everybody sees of a thing. */
    private Stream<StandingOffer> openOf(String thing) {
        return Stream.concat(
                base.of(thing).stream().filter(each -> !changes.replaced().contains(each.id())),
                changes.offers().of(thing).stream());
    }

    private static List<StandingOffer> open(Collection<StandingOffer> all) {
        return all.stream().filter(each -> !each.offer().isContracted()).toList();
    }
}
