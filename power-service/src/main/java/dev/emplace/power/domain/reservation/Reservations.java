package dev.emplace.power.domain.reservation;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Reservations as callers use them: commands go to the writer of their site, reads to the archive. */
public final class Reservations {
    private final SiteBook book;
    private final Archive archive;
    private final Nearest nearest;

    public Reservations(SiteBook book, Archive archive, Nearest nearest) {
        this.book = book;
        this.archive = archive;
        this.nearest = nearest;
    }

    /**
     * Hands a command to the writer of its site.
     *
     * @param abandoned whether the caller has stopped waiting: such a command is dropped before it is decided
     */
    public CompletableFuture<Outcome> submit(String site, Command command, BooleanSupplier abandoned) {
        return book.submit(site, command, abandoned);
    }

    /** The refusal of a command with what would fit in its place. */
    public InsufficientCapacityException explained(
            String site, Command command, InsufficientCapacityException refusal) {
        if (command instanceof Command.Create create) {
            return refusal.with(nearest.to(site, create.demand()));
        }
        return command instanceof Command.Resize resize
                ? archive.find(site, resize.reservation())
                        .map(found -> refusal.with(nearest.to(site, found.reservation(), resize.load())))
                        .orElse(refusal)
                : refusal;
    }

    public Archive.Found find(String site, String reservation) {
        return archive.find(site, reservation).orElseThrow(() -> {
            book.site(site);
            return new UnknownReservationException(site, reservation);
        });
    }

    /** The reservation that the creation under that id led to. */
    public Archive.Created created(UUID request) {
        return archive.created(request).orElseThrow(() -> new UnknownReservationException(request));
    }

    public Archive.Listing list(String site, Set<ReservationState> states, Optional<String> after, int limit) {
        return archive.list(site, states, after, limit);
    }
}
