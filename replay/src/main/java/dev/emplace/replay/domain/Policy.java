package dev.emplace.replay.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides where a workload goes, knowing only what is known when it arrives. */
public interface Policy {

    /** The machine to join of those that are paid already and have room; empty to rent one. */
    Optional<Machine> join(Workload workload, List<Machine> withRoom);

    /** The machine to rent; empty where nothing meets the workload. {@code inQuota} is what is still sold to us. */
    Optional<Listing> rent(Workload workload, Predicate<Listing> inQuota);
}
