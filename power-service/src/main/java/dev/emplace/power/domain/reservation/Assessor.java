package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.Binding;
import dev.emplace.power.domain.capacity.LimitKind;
import dev.emplace.power.domain.capacity.LoadState;
import dev.emplace.power.domain.capacity.Placement;
import dev.emplace.power.domain.capacity.Placement.Placed;
import dev.emplace.power.domain.capacity.Placement.Refused;
import dev.emplace.power.domain.capacity.Placer;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.draw.DrawEstimate;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.Workload;
import java.util.List;
import java.util.Optional;

/** Says what fits where, from the views that readers have; it holds nothing. */
public final class Assessor {
    private final Demands demands;
    private final DrawModel draws;

    public Assessor(DrawModel draws) {
        this.draws = draws;
        this.demands = new Demands(draws);
    }

    /** Empty where the site has no machine of the kind, or no rack group of the name. */
    public Optional<Assessment> assess(SiteView view, Demand demand) {
        return mayStand(view, demand.load())
                ? Optional.of(assess(view, demand, view.statesOver(demand.window())))
                : Optional.empty();
    }

    /** @param states in which it must fit; they are filled */
    Assessment assess(SiteView view, Demand demand, List<LoadState> states) {
        Placement placement = demands.place(view.plant(), states, demand);
        if (placement instanceof Refused refused) {
            return assessment(
                    view, false, refused.binding(), refused.fittingAccelerators(), draw(view, demand, List.of()));
        }
        Placed placed = (Placed) placement;
        Binding next = placed.next().orElseGet(() -> unlimited(placed));
        int fitting = demand.load() instanceof Load.OfWorkload of
                ? of.workload().accelerators() + more(view, states, demand, of.workload())
                : 0;
        return assessment(view, true, next, fitting, draw(view, demand, placed.loads()));
    }

    /** Whether the demand fits, without asking how much more would. */
    boolean fits(Room room, Demand demand) {
        SiteView view = room.view();
        return mayStand(view, demand.load())
                && demands.place(view.plant(), room.statesOver(demand.window()), demand, room.standing())
                        instanceof Placed;
    }

    static boolean mayStand(SiteView view, Load load) {
        return view.site().topology().rackGroups().stream()
                .anyMatch(group -> load instanceof Load.OfWatts watts
                        ? group.id().equals(watts.rackGroup())
                        : group.servers().stream()
                                .anyMatch(slot -> slot.accelerator()
                                        .equals(((Load.OfWorkload) load)
                                                .workload()
                                                .accelerator())));
    }

    private int more(SiteView view, List<LoadState> states, Demand demand, Workload workload) {
        return new Placer(view.plant(), states, demand.survival())
                .fill(workload.accelerator(), Integer.MAX_VALUE / 2, draws.machine(workload));
    }

    private Optional<DrawEstimate> draw(SiteView view, Demand demand, List<RackLoad> held) {
        return demand.load() instanceof Load.OfWorkload of
                ? Optional.of(demands.estimate(view.plant(), of.workload(), held))
                : Optional.empty();
    }

    private static Binding unlimited(Placed placed) {
        long watts = placed.loads().stream().mapToLong(RackLoad::watts).sum();
        return new Binding(LimitKind.MACHINES, placed.loads().get(0).group(), "nothing failed", watts, 0, watts);
    }

    private static Assessment assessment(
            SiteView view, boolean fits, Binding binding, int fitting, Optional<DrawEstimate> draw) {
        return new Assessment(
                view.site().name(),
                fits,
                binding,
                fitting,
                draw,
                view.facility().yearlyMeanPue());
    }
}
