package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.signal.AcceleratorDemand;
import dev.emplace.workload.domain.signal.Count;
import dev.emplace.workload.domain.signal.Count.Role;
import dev.emplace.workload.domain.signal.ExtendedResource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How many accelerators a manifest asks for, over how many machines and in how many copies. */
final class ScaleFacts {
    private final List<AcceleratorDemand> demands;
    private final Optional<AcceleratorDemand> principal;

    ScaleFacts(List<AcceleratorDemand> demands) {
        this.demands = demands;
        this.principal = demands.stream()
                .filter(demand -> demand.perPod().isPresent())
                .reduce((first, next) ->
                        next.perPod().getAsInt() > first.perPod().getAsInt() ? next : first);
    }

    /** What the largest pod asks for. */
    Optional<Found<Integer>> each() {
        return principal.map(demand -> Found.at(demand, demand.perPod().getAsInt()));
    }

    /** "8", or "1 (a part: 2g.20gb)". */
    String eachShown() {
        return principal
                .map(demand -> demand.perPod().getAsInt()
                        + (demand.part().isEmpty() ? "" : " (a part: " + demand.part() + ")"))
                .orElse("");
    }

    /** A task names the kind where it asks for it; Kubernetes names only who makes it. */
    Optional<Found<String>> named() {
        return demands.stream()
                .filter(demand ->
                        demand.resource().indexOf('/') < 0 && !demand.resource().equals("gpu"))
                .findFirst()
                .map(demand -> Found.at(demand, demand.resource()));
    }

    /** Whose device plugin hands out what is asked for; empty where that is nobody's, or several makers'. */
    Optional<Found<String>> vendor() {
        List<Found<String>> vendors = demands.stream()
                .map(demand -> Found.at(demand, ExtendedResource.vendor(demand.resource())))
                .filter(vendor -> !vendor.value().isEmpty())
                .toList();
        boolean one = vendors.stream().map(Found::value).distinct().count() == 1;
        return one ? Optional.of(vendors.get(0)) : Optional.empty();
    }

    /** Machines over which one copy is spread, where that is more than one. */
    Optional<Found<Integer>> nodes(Optional<Found<Integer>> chips) {
        if (principal.isEmpty()) {
            return Optional.empty();
        }
        AcceleratorDemand largest = principal.get();
        int members = members(largest);
        int perPod = largest.perPod().getAsInt();
        if (members <= 1 && chips.isPresent() && perPod > 0 && chips.get().value() > perPod) {
            Found<Integer> slice = chips.get();
            return Optional.of(new Found<>(
                    (slice.value() + perPod - 1) / perPod, slice.document(), slice.location(), slice.line()));
        }
        if (members <= 1) {
            return Optional.empty();
        }
        return Optional.of(count(largest, Role.MEMBERS)
                .map(count -> Found.at(count, members))
                .orElseGet(() -> Found.at(largest, members)));
    }

    /** Copies that work on their own; empty where nothing is asked for or a placeholder hides it. */
    Optional<Found<Integer>> replicas() {
        if (principal.isEmpty()) {
            return Optional.empty();
        }
        AcceleratorDemand largest = principal.get();
        OptionalInt own = largest.copies();
        if (own.isEmpty() || demands.stream().anyMatch(demand -> !demand.known())) {
            return Optional.empty();
        }
        long each = Math.max(1, (long) largest.perPod().getAsInt() * members(largest));
        int copies = largest.gang() ? own.getAsInt() : ceiling(total(demands), each);
        return Optional.of(count(largest, Role.COPIES)
                .map(count -> Found.at(count, copies))
                .orElseGet(() -> Found.at(largest, copies)));
    }

    /** "2", or "2, up to 8 by an autoscaler". */
    String replicasShown(int replicas) {
        OptionalInt most = principal.stream()
                .flatMap(demand -> demand.counts().stream())
                .filter(count -> count.role() == Role.COPIES && count.most().isPresent())
                .mapToInt(count -> count.most().getAsInt())
                .max();
        boolean raised = most.isPresent() && most.getAsInt() > replicas;
        return replicas + (raised ? ", up to " + most.getAsInt() + " by an autoscaler" : "");
    }

    /** Pods of one copy: of a gang, all that its document describes; unknown numbers count as one. */
    private int members(AcceleratorDemand largest) {
        if (!largest.gang()) {
            return largest.members().orElse(1);
        }
        List<AcceleratorDemand> gang = demands.stream()
                .filter(demand -> demand.gang() && demand.document() == largest.document())
                .toList();
        long all = gang.stream()
                .mapToLong(demand ->
                        (long) demand.perPod().orElse(1) * demand.members().orElse(1))
                .sum();
        return ceiling(all, Math.max(1, largest.perPod().getAsInt()));
    }

    private static Optional<Count> count(AcceleratorDemand demand, Role role) {
        return demand.counts().stream()
                .filter(count -> count.role() == role && count.value().isPresent())
                .reduce((first, second) -> second);
    }

    private static long total(List<AcceleratorDemand> demands) {
        return demands.stream().mapToLong(AcceleratorDemand::atLeast).sum();
    }

    private static int ceiling(long all, long each) {
        return (int) Math.min((all + each - 1) / each, Integer.MAX_VALUE / 2);
    }
}
