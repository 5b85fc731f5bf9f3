package dev.emplace.power.domain.reservation;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A command that waits for its batch.
 *
 * @param abandoned whether its caller has stopped waiting: out of time, or gone
 */
record Ticket(Command command, BooleanSupplier abandoned, CompletableFuture<Outcome> answer) {}
