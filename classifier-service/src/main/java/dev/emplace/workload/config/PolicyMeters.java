package dev.emplace.workload.config;

import dev.emplace.workload.domain.plan.RulesInForce;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows which policy is in force, and whether the configured file holds another. */
@Singleton
class PolicyMeters {
    private final RulesInForce rules;
    private final MultiGauge version;
    private final Counter applied;
    private final Counter refused;

    PolicyMeters(RulesInForce rules, MeterRegistry registry) {
        this.rules = rules;
        this.version = MultiGauge.builder("emplace.policy.info")
                .description("1, with the version of the policy in force")
                .register(registry);
        this.applied = changes(registry, "applied");
        this.refused = changes(registry, "refused");
        Gauge.builder(
                        "emplace.policy.refused",
                        rules,
                        now -> now.standing().refusal().isEmpty() ? 0 : 1)
                .description("1 while the configured policy file is not in force, since it was refused; else 0")
                .register(registry);
        show();
    }

    void applied() {
        applied.increment();
        show();
    }

    void refused() {
        refused.increment();
    }

    private void show() {
        Tags tags = Tags.of("version", rules.rulebook().policy().version());
        version.register(List.of(Row.of(tags, 1)), true);
    }

    private static Counter changes(MeterRegistry registry, String outcome) {
        return Counter.builder("emplace.policy.changes")
                .description("Changes of the configured policy file, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
