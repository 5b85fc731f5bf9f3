package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.topology.TopologyReview;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** All sites: their views for readers, and the desks that write them. */
public final class SiteBook {
    private final Journal journal;
    private final DrawModel draws;
    private final TopologyReview review;
    private final Executor executor;
    private final Runnable news;
    private final ConcurrentSkipListMap<String, SiteDesk> desks = new ConcurrentSkipListMap<>();
    private volatile boolean loaded;

    public SiteBook(Journal journal, DrawModel draws, Executor executor) {
        this(journal, draws, executor, () -> {});
    }

    /** @param news told, on a writer's thread, when readers here see something new of a site */
    public SiteBook(Journal journal, DrawModel draws, Executor executor, Runnable news) {
        this.journal = journal;
        this.draws = draws;
        this.review = new TopologyReview(draws::knows);
        this.executor = executor;
        this.news = news;
    }

    /**
     * Looks at the journal once: catches up on sites that others wrote, and ends reservations that are due. Answers
     * when that is done.
     */
    public CompletableFuture<Void> poll() {
        Map<String, Long> seen = new HashMap<>();
        desks.keySet().forEach(site -> seen.put(site, revision(site)));
        Journal.Progress progress = journal.progress();
        return CompletableFuture.allOf(progress.revisions().entrySet().stream()
                        .filter(site -> isBehind(site.getKey(), site.getValue(), progress.time())
                                // What was seen before the journal was asked is no longer there: it was restored.
                                || seen.getOrDefault(site.getKey(), 0L) > site.getValue())
                        .map(site -> desk(site.getKey()).refresh())
                        .toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> loaded = true);
    }

    /** Whether all sites have been read once. */
    public boolean isLoaded() {
        return loaded;
    }

    private boolean isBehind(String site, long revision, Instant time) {
        return view(site)
                .map(view -> view.revision() < revision
                        || view.nextDue().filter(due -> !due.isAfter(time)).isPresent())
                .orElse(true);
    }

    public Optional<SiteView> view(String site) {
        return Optional.ofNullable(desks.get(site)).flatMap(SiteDesk::view);
    }

    /** The view of a site that must exist. */
    public SiteView site(String site) {
        return view(site).orElseThrow(() -> loaded ? new UnknownSiteException(site) : new SitesNotLoadedException());
    }

    /** Views of all sites in order of their names. */
    public List<SiteView> sites() {
        if (!loaded) {
            throw new SitesNotLoadedException();
        }
        return desks.values().stream().flatMap(desk -> desk.view().stream()).toList();
    }

    /** The revision that readers here see of a site; 0 of one that is not known. */
    public long revision(String site) {
        return view(site).map(SiteView::revision).orElse(0L);
    }

    /** Hands a command about a site that exists to its writer. */
    public CompletableFuture<Outcome> submit(String site, Command command, BooleanSupplier abandoned) {
        boolean known = command instanceof Command.Apply || desks.containsKey(site) || isInTheJournal(site);
        if (!known) {
            throw new UnknownSiteException(site);
        }
        return desk(site).submit(command, abandoned);
    }

    /** Another replica may have written it since the last poll. */
    private boolean isInTheJournal(String site) {
        return journal.progress().revisions().containsKey(site);
    }

    /** Has a site's writer look at once at what is due, and at what was metered. */
    public void refresh(String site) {
        try {
            desk(site).refresh().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Catches up at once on a site that must exist, for a reader who knows of a revision that is not seen here yet. */
    public void catchUp(String site, long revision) {
        if (revision(site) < revision && isInTheJournal(site)) {
            refresh(site);
        }
        site(site);
    }

    private SiteDesk desk(String site) {
        return desks.computeIfAbsent(site, name -> new SiteDesk(name, journal, draws, review, executor, news));
    }
}
