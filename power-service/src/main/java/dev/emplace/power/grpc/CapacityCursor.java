package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.CapacityChange;
import dev.emplace.api.power.v1.WatchCapacityResponse;
import dev.emplace.platform.watch.Cursor;
import dev.emplace.platform.watch.Resumption;
import dev.emplace.power.domain.reservation.Chronicle;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.reservation.Transition;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One watch of capacity: a position at each of its sites, served in turn. */
final class CapacityCursor implements Cursor<WatchCapacityResponse> {
    /** A message ends behind the change with which it is larger. Clients take 4 MiB unless they say otherwise. */
    private static final int FULL_BYTES = 1 << 20;

    private final SiteBook book;
    private final Chronicle chronicle;
    private final CapacitySelection selection;
    private final SiteStarts starts;
    private final Runnable wake;
    private final Map<String, SiteCourse> courses = new ConcurrentSkipListMap<>();
    private volatile boolean begun;
    private volatile @Nullable CompletableFuture<Void> catchUp;
    private String servedLast = "";

    /** @param wake told when it may go on that had to wait */
    CapacityCursor(SiteBook book, Chronicle chronicle, CapacitySelection selection, SiteStarts starts, Runnable wake) {
        this.book = book;
        this.chronicle = chronicle;
        this.selection = selection;
        this.starts = starts;
        this.wake = wake;
    }

    @Override
    public boolean hasBegun() {
        return begun;
    }

    @Override
    public boolean isBehind() {
        return begun ? views().anyMatch(this::isBehind) : !isCatchingUp();
    }

    /** A site that came later is told from its beginning. */
    private boolean isBehind(SiteView view) {
        SiteCourse course = courses.get(view.site().name());
        return course == null || course.isBehind(view);
    }

    private Stream<SiteView> views() {
        return selection.sites().isEmpty()
                ? book.sites().stream()
                : selection.sites().stream().sorted().map(book::site);
    }

    @Override
    public Optional<WatchCapacityResponse> advance() {
        if (begun) {
            return inTurn().flatMap(this::advance);
        }
        if (catchUp == null && isAhead()) {
            catchUp();
        }
        if (isCatchingUp()) {
            return Optional.empty();
        }
        begin();
        return Optional.of(bookmark());
    }

    /** Whether a start is further on than its site is seen here. */
    private boolean isAhead() {
        return Stream.concat(selection.sites().stream(), starts.bySite().keySet().stream())
                .anyMatch(site -> book.revision(site) < Math.max(1, starts.revision(site) - 1));
    }

    /** The writers of sites may take their time; nobody waits for them here. */
    private void catchUp() {
        CompletableFuture<Void> polled = book.poll();
        catchUp = polled;
        var unused = polled.whenComplete((done, failed) -> wake.run());
    }

    private boolean isCatchingUp() {
        CompletableFuture<Void> polled = catchUp;
        return polled != null && !polled.isDone();
    }

    private void begin() {
        // What failed is thrown here.
        Optional.ofNullable(catchUp).ifPresent(CompletableFuture::join);
        starts.bySite().keySet().forEach(book::site);
        views().forEach(view -> courses.put(view.site().name(), SiteCourse.begin(view, starts)));
        courses.replaceAll((site, course) -> course.checked(book.site(site), chronicle));
        begun = true;
    }

    /** The next site with something to tell behind the one that was served last. */
    private Optional<SiteView> inTurn() {
        Collection<SiteView> behind = views().filter(this::isBehind).toList();
        return behind.stream()
                .filter(view -> view.site().name().compareTo(servedLast) > 0)
                .findFirst()
                .or(() -> behind.stream().findFirst());
    }

    private Optional<WatchCapacityResponse> advance(SiteView view) {
        String site = view.site().name();
        servedLast = site;
        SiteCourse course =
                courses.getOrDefault(site, new SiteCourse(site, 1, 0, 0)).checked(view, chronicle);
        WatchCapacityResponse.Builder message = WatchCapacityResponse.newBuilder();
        int bytes = 0;
        for (Transition transition : course.read(view, chronicle)) {
            if (selection.isTold(transition)) {
                CapacityChange change = CapacityChangeMessages.toProto(site, transition);
                message.addChanges(change);
                bytes += change.getSerializedSize();
            }
            course = course.behind(transition);
            if (bytes >= FULL_BYTES) {
                break;
            }
        }
        courses.put(site, course);
        if (message.getChangesCount() == 0) {
            return Optional.empty();
        }
        if (selection.levels()) {
            message.setLevel(CapacityChangeMessages.level(view));
        }
        return Optional.of(message.addNext(course.position()).build());
    }

    @Override
    public WatchCapacityResponse bookmark() {
        return WatchCapacityResponse.newBuilder()
                .addAllNext(courses.values().stream().map(SiteCourse::position).toList())
                .build();
    }

    @Override
    public Resumption resumption() {
        return new Resumption("watch again from where the messages that were read say", Map.of());
    }
}
