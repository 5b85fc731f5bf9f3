package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.ImportLimit;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.Outcome;
import dev.emplace.pricing.domain.imports.RequestKey;
import dev.emplace.pricing.domain.imports.SourceBook;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Reads sources when they are due, each beside the others, so that one that fails or takes long delays none. */
public final class ScheduledImports {

    /** Stands for the caller in the record of an import. */
    public static final String CALLER = "schedule";

    private static final int LONGEST_PROBLEM = 500;

    private final List<Subscription> subscriptions;
    private final UrlImport urls;
    private final ImportLimit limit;
    private final SourceBook sources;
    private final Executor workers;
    private final Listener listener;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    public ScheduledImports(
            Collection<Subscription> subscriptions,
            UrlImport urls,
            ImportLimit limit,
            SourceBook sources,
            Executor workers,
            Listener listener) {
        this.subscriptions = List.copyOf(subscriptions);
        this.urls = urls;
        this.limit = limit;
        this.sources = sources;
        this.workers = workers;
        this.listener = listener;
    }

    /** Begins whatever is due and not under way. */
    public void look() {
        for (var subscription : subscriptions) {
            if (running.add(subscription.source())) {
                workers.execute(() -> readIfDue(subscription));
            }
        }
    }

    private void readIfDue(Subscription subscription) {
        try {
            if (sources.claim(subscription.source(), subscription.every())) {
                var problem = read(subscription);
                sources.ended(subscription.source(), problem);
                listener.ended(subscription.source(), problem);
            }
        } catch (RuntimeException failed) {
            listener.failed(subscription.source(), failed);
        } finally {
            running.remove(subscription.source());
        }
    }

    /** What went wrong; empty for nothing. */
    private String read(Subscription subscription) {
        try {
            return limit.whenFree(() -> urls.run(assignment(subscription), bytes -> {}, rows -> {}))
                    .map(ScheduledImports::problem)
                    .orElse("");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "the service was stopped meanwhile";
        } catch (Exception failed) {
            listener.failed(subscription.source(), failed);
            var message = String.valueOf(failed.getMessage());
            return message.length() > LONGEST_PROBLEM ? message.substring(0, LONGEST_PROBLEM) : message;
        }
    }

    private static String problem(ImportRecord ended) {
        return ended.outcome() == Outcome.HELD
                ? "held: " + ended.lost()
                        + " of its offers are no longer in it; import it with accept_loss if that is right"
                : "";
    }

    private static Assignment assignment(Subscription subscription) {
        var id = UUID.randomUUID();
        return new Assignment(
                subscription.source(),
                subscription.format(),
                subscription.provider(),
                subscription.url(),
                Optional.empty(),
                false,
                false,
                CALLER,
                subscription.sharing(),
                new RequestKey(id, id.toString()));
    }

    /** Is told what happens. */
    public interface Listener {

        /** An attempt ended; the problem is empty where it went well. */
        void ended(String source, String problem);

        /** With all that is known, for the log. */
        void failed(String source, Exception failure);
    }
}
