package dev.emplace.bench.power.site;

import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import dev.emplace.power.domain.draw.LoadClass;
import dev.emplace.power.domain.draw.Workload;
import dev.emplace.power.domain.reservation.Command;
import dev.emplace.power.domain.reservation.Demand;
import dev.emplace.power.domain.reservation.InsufficientCapacityException;
import dev.emplace.power.domain.reservation.Load;
import dev.emplace.power.domain.reservation.Payload;
import dev.emplace.power.domain.reservation.RequestKey;
import dev.emplace.power.domain.reservation.SiteBook;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.reservation.Window;
import dev.emplace.power.domain.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** Synthetic sites in process, filled by random workloads, for good or for a window. */
public final class FilledSites {
    public static final DrawModel DRAWS = new DrawModel(DrawTable.shipped());

    private static final Duration TTL = Duration.ofHours(1);

    private final SiteBook book = new SiteBook(new HeldInMemory(), DRAWS, Runnable::run);
    private final Random random;
    private final int starts;
    private final Duration step;

    /**
     * @param starts how many different times to come windows start at
     * @param step from one such time to the next
     */
    public FilledSites(long seed, int starts, Duration step) {
        this.random = new Random(seed);
        this.starts = starts;
        this.step = step;
    }

    /** So many sites alike in plan, each filled to a random share of its machines. */
    public List<SiteView> fill(int sites, Topology topology, double least, double most) {
        return IntStream.range(0, sites)
                .mapToObj(i -> fill("site-" + i, topology, least + (most - least) * random.nextDouble()))
                .toList();
    }

    private SiteView fill(String name, Topology topology, double share) {
        submit(name, new Command.Apply(key(), topology, "", false, ""));
        int machines = topology.rackCount() * SyntheticSite.MACHINES_PER_RACK;
        int wanted = (int) (machines * share);
        for (int held = 0; held < wanted; ) {
            int some = Math.min(wanted - held, 8 + random.nextInt(120));
            held += some;
            try {
                Demand demand = new Demand(new Load.OfWorkload(workload(some)), window(), Survival.ANY_SINGLE_FAILURE);
                submit(name, new Command.Create(key(), demand, TTL, "", false, Payload.NONE));
            } catch (InsufficientCapacityException full) {
                // The next one may be of another kind, or smaller.
            }
        }
        return book.site(name);
    }

    private void submit(String site, Command command) {
        try {
            book.submit(site, command, () -> false).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** A workload on so many whole machines. */
    private Workload workload(int machines) {
        String accelerator = SyntheticSite.ACCELERATORS.get(random.nextInt(SyntheticSite.ACCELERATORS.size()));
        return new Workload(accelerator, machines * SyntheticSite.PER_MACHINE, LoadClass.TRAINING, 0, 0);
    }

    /** What somebody may ask next. */
    public Demand demand(int mostMachines) {
        return new Demand(
                new Load.OfWorkload(workload(1 + random.nextInt(mostMachines))), window(), Survival.ANY_SINGLE_FAILURE);
    }

    private Window window() {
        if (starts == 0 || random.nextInt(3) > 0) {
            return Window.FROM_NOW_ON;
        }
        var start = HeldInMemory.NOW.plus(step.multipliedBy(1 + random.nextInt(starts)));
        return new Window(Optional.of(start), Optional.of(start.plus(step.multipliedBy(1 + random.nextInt(3)))));
    }

    private static RequestKey key() {
        return new RequestKey(UUID.randomUUID(), "");
    }
}
