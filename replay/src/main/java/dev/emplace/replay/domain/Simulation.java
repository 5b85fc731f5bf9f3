package dev.emplace.replay.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Lets workloads arrive one after another: each joins a machine that is paid already and has room, or one that the
 * policy rents for it. A machine is given back when its last workload ends.
 */
public final class Simulation {

    private static final int WHOLE = 1000;
    private static final long HOUR_SECONDS = 3600;

    private final Policy policy;
    private final Map<String, Integer> quotas;
    private final Rework rework;
    private final Span window;
    private final List<Machine> standing = new ArrayList<>();
    private final List<Machine> rented = new ArrayList<>();
    private final Map<String, Integer> rentedGpus = new HashMap<>();
    private final PriorityQueue<Ending> endings =
            new PriorityQueue<>(Comparator.comparingLong(Ending::at).thenComparingLong(Ending::number));
    private final List<Stay> stays = new ArrayList<>();
    private final List<Rental> rentals = new ArrayList<>();
    private final List<Workload> unplaced = new ArrayList<>();
    private long numbers;

    private record Ending(long at, long number, Machine machine, Workload workload) {}

    /**
     * @param standingMachines paid for the whole window, or their term if that is longer
     * @param quotas the most whole accelerators that a provider rents to us at once; others have no limit
     */
    public Simulation(
            Policy policy, List<Listing> standingMachines, Map<String, Integer> quotas, Rework rework, Span window) {
        this.policy = policy;
        this.quotas = Map.copyOf(quotas);
        this.rework = rework;
        this.window = window;
        standingMachines.forEach(listing -> standing.add(new Machine(nextId(), listing, window.from())));
    }

    /** Runs workloads in the order of their starts; {@code progress} is told how many have been placed. */
    public Run run(List<Workload> arrivals, LongConsumer progress) {
        long done = 0;
        for (Workload workload : arrivals) {
            endUntil(workload.runs().from());
            place(workload);
            progress.accept(++done);
        }
        endUntil(Long.MAX_VALUE);
        standing.forEach(machine -> rentals.add(new Rental(machine.id(), machine.listing(), paid(machine.listing()))));
        return new Run(stays, rentals, unplaced);
    }

    private Span paid(Listing listing) {
        return new Span(window.from(), Math.max(window.to(), window.from() + listing.termSeconds()));
    }

    private void place(Workload workload) {
        List<Machine> withRoom = Stream.concat(standing.stream(), rented.stream())
                .filter(machine -> machine.holds(workload.demand()) && ends(workload, machine.listing()))
                .toList();
        Optional<Machine> joined = withRoom.isEmpty() ? Optional.empty() : policy.join(workload, withRoom);
        Optional<Machine> machine =
                joined.or(() -> rent(workload)).or(() -> withRoom.stream().findFirst());
        machine.ifPresentOrElse(m -> stay(workload, m), () -> unplaced.add(workload));
    }

    private Optional<Machine> rent(Workload workload) {
        return policy.rent(workload, listing -> inQuota(listing) && ends(workload, listing))
                .map(listing -> {
                    Machine machine =
                            new Machine(nextId(), listing, workload.runs().from());
                    rented.add(machine);
                    rentedGpus.merge(listing.provider(), wholeGpus(listing), Integer::sum);
                    return machine;
                });
    }

    private boolean ends(Workload workload, Listing listing) {
        return listing.sale() != Listing.Sale.SPOT
                || rework.ends(workload.runs().hours());
    }

    private boolean inQuota(Listing listing) {
        Integer quota = quotas.get(listing.provider());
        return quota == null || rentedGpus.getOrDefault(listing.provider(), 0) + wholeGpus(listing) <= quota;
    }

    private static int wholeGpus(Listing listing) {
        return (listing.gpuMilli() + WHOLE - 1) / WHOLE;
    }

    private void stay(Workload workload, Machine machine) {
        machine.take(workload);
        Span span = span(workload, machine.listing());
        stays.add(new Stay(workload.id(), machine.id(), span));
        endings.add(new Ending(span.to(), numbers++, machine, workload));
    }

    /** Interruptions make the work longer, in expectation. */
    private Span span(Workload workload, Listing listing) {
        Span runs = workload.runs();
        if (listing.sale() != Listing.Sale.SPOT) {
            return runs;
        }
        return new Span(runs.from(), runs.from() + (long) Math.ceil(rework.billedHours(runs.hours()) * HOUR_SECONDS));
    }

    private void endUntil(long moment) {
        while (!endings.isEmpty() && endings.peek().at() <= moment) {
            Ending ending = endings.remove();
            ending.machine().release(ending.workload());
            if (ending.machine().isEmpty() && rented.remove(ending.machine())) {
                giveBack(ending.machine(), ending.at());
            }
        }
    }

    private void giveBack(Machine machine, long at) {
        Listing listing = machine.listing();
        rentedGpus.merge(listing.provider(), -wholeGpus(listing), Integer::sum);
        rentals.add(new Rental(machine.id(), listing, new Span(machine.openedAt(), at)));
    }

    private String nextId() {
        return "m" + numbers++;
    }
}
