package dev.emplace.workload.config;

import dev.emplace.workload.domain.plan.RulesInForce;
import dev.emplace.workload.domain.policy.InvalidPolicyException;
import dev.emplace.workload.domain.policy.PolicyFiles;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Puts the policy in force that the configured file holds, whenever that changes. The file is read each time rather than
 * watched: a ConfigMap is replaced by moving a symbolic link two folders up, which watches of the file do not see. What
 * two looks in a row read alike is taken: a file that is written in place may be read half.
 */
@Singleton
class PolicyFollower {
    private static final Logger LOG = Logger.getLogger(PolicyFollower.class);

    private final RulesInForce rules;
    private final PolicyConfig config;
    private final PolicyMeters meters;
    private final Clock clock;
    private byte[] seen = {};
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(PolicyFollower::thread);

    PolicyFollower(RulesInForce rules, PolicyConfig config, PolicyMeters meters, Clock clock) {
        this.rules = rules;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** The text of a policy, and no more of a file than a policy may have. */
    static byte[] read(Path file) throws IOException {
        try (InputStream text = Files.newInputStream(file)) {
            return text.readNBytes(PolicyFiles.MOST_BYTES + 1);
        }
    }

    void atStart(@Observes StartupEvent start) {
        LOG.infof("Workloads are judged by policy %s, %s", version(), rules.source());
        long nanos = config.poll().toNanos();
        config.file().ifPresent(file -> {
            var unused = timer.scheduleWithFixedDelay(() -> look(file), nanos, nanos, TimeUnit.NANOSECONDS);
        });
    }

    /** Also after an error: thrown on, it would end the schedule for good. */
    void look(Path file) {
        String before = rules.standing().refusal();
        try {
            byte[] text = read(file);
            if (settled(text) && rules.replace(text, clock.instant())) {
                meters.applied();
                LOG.infof("Workloads are judged by policy %s from now on, %s", version(), rules.source());
            }
        } catch (IOException unreadable) {
            // Callers read this too, so what kind of fault it was stays in the log.
            LOG.debugf(unreadable, "%s cannot be read", file);
            rules.refuse("cannot be read: is it there, and may this process read it?");
        } catch (InvalidPolicyException refused) {
            // The rules in force have noted why.
        } catch (RuntimeException | Error failed) {
            rules.refuse("could not be looked at: a fault of the service, which the log tells");
            LOG.error("Looking at the policy failed; it is tried again", failed);
        }
        tell(before, rules.standing().refusal());
    }

    /** Whether the look before read the same. */
    private boolean settled(byte[] text) {
        boolean same = Arrays.equals(text, seen);
        seen = text;
        return same;
    }

    /** Once for each new refusal, rather than at each look. */
    private void tell(String before, String now) {
        if (!now.isEmpty() && !now.equals(before)) {
            meters.refused();
            LOG.errorf("%s was refused, policy %s stays in force: %s", rules.source(), version(), now);
        }
    }

    private String version() {
        return rules.rulebook().policy().version();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "emplace-policy");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
