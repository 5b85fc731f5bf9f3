package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.Plant;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.facility.Facility;
import dev.emplace.power.domain.topology.TopologyReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The single writer of one site in this process: commands that arrive while a batch is under way make up the next one.
 *
 * <p>Other processes may write the same site; the lock in the database orders the batches, and each batch first
 * catches up on what others wrote.
 */
final class SiteDesk {
    private static final int LARGEST_BATCH = 256;

    /** How often a batch whose commit ended in the dark is looked into before its callers are told so. */
    private static final int ATTEMPTS = 5;

    private final String site;
    private final Journal journal;
    private final DrawModel draws;
    private final TopologyReview review;
    private final Executor executor;
    private final Runnable news;
    private final ConcurrentLinkedQueue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> refreshes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    // Only the batch under way touches these three.
    private @Nullable Ledger ledger;
    private @Nullable Facility facility;
    private RecentTransitions recent = RecentTransitions.NONE;

    private volatile @Nullable SiteView view;

    /** @param news told after each batch that readers see something new of */
    SiteDesk(String site, Journal journal, DrawModel draws, TopologyReview review, Executor executor, Runnable news) {
        this.site = site;
        this.journal = journal;
        this.draws = draws;
        this.review = review;
        this.executor = executor;
        this.news = news;
    }

    /** The site as of the last batch; empty if it has never been applied. */
    Optional<SiteView> view() {
        return Optional.ofNullable(view);
    }

    CompletableFuture<Outcome> submit(Command command, BooleanSupplier abandoned) {
        Ticket ticket = new Ticket(command, abandoned, new CompletableFuture<>());
        waiting.add(ticket);
        start();
        return ticket.answer();
    }

    /** Catches up on what other processes wrote, and ends what is due, or has fallen quiet. */
    CompletableFuture<Void> refresh() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        refreshes.add(done);
        start();
        return done;
    }

    private void start() {
        if (busy.compareAndSet(false, true)) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException rejected) {
                busy.set(false);
                throw rejected;
            }
        }
    }

    private void work() {
        try {
            while (!waiting.isEmpty() || !refreshes.isEmpty()) {
                runOnce();
            }
        } finally {
            busy.set(false);
        }
        // Whoever came between the last look and the line above found the desk busy.
        if (!waiting.isEmpty() || !refreshes.isEmpty()) {
            start();
        }
    }

    private void runOnce() {
        List<CompletableFuture<Void>> refreshed = new ArrayList<>();
        for (CompletableFuture<Void> next = refreshes.poll(); next != null; next = refreshes.poll()) {
            refreshed.add(next);
        }
        List<Ticket> tickets = new ArrayList<>();
        while (tickets.size() < LARGEST_BATCH && !waiting.isEmpty()) {
            tickets.add(waiting.remove());
        }
        try {
            run(tickets, !refreshed.isEmpty());
            refreshed.forEach(done -> done.complete(null));
        } catch (RuntimeException failed) {
            tickets.forEach(ticket -> ticket.answer().completeExceptionally(failed));
            refreshed.forEach(done -> done.completeExceptionally(failed));
        }
    }

    /**
     * Runs a batch. Where its commit ends in the dark, the same tickets run again: under the lock, so after whatever
     * became of the first attempt, their request ids tell what was kept.
     */
    private void run(List<Ticket> tickets, boolean metered) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                attempt(tickets, metered);
                return;
            } catch (FaultyTicketException faulty) {
                // One bad command does not fail the others; nothing was kept, so they are decided again without it.
                tickets.remove(faulty.ticket());
                faulty.ticket().answer().completeExceptionally(faulty.fault());
                attempt--;
            } catch (UnknownCommitException dark) {
                pause(attempt);
            } catch (StorageUnavailableException away) {
                if (attempt == 1) {
                    throw away;
                }
                pause(attempt);
            }
        }
        throw new OutcomeUnknownException();
    }

    private void attempt(List<Ticket> tickets, boolean metered) {
        Ledger remembered = ledger;
        // A batch that fails leaves its ledger half changed: it is taken back only after all went well.
        ledger = null;
        try (Journal.Session session = journal.lock(site)) {
            Batch batch = new Batch(site, draws, review, session, remembered);
            batch.run(tickets, metered);
            batch.ledger().ifPresent(current -> publish(current, batch));
            batch.answer();
        }
    }

    private void publish(Ledger current, Batch batch) {
        ledger = current;
        Plant plant = current.plant();
        Facility known = facility;
        if (known == null || !known.isOf(plant)) {
            known = new Facility(plant);
            facility = known;
        }
        recent = batch.recent(recent);
        SiteView before = view;
        SiteView after = new SiteView(current, known, batch.head(), recent);
        view = after;
        if (before == null || !before.token().equals(after.token())) {
            news.run();
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(50L << attempt);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknownException();
        }
    }
}
