package dev.emplace.cli.suite;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.type.Money;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.Plan;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.seed.Example;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** A bundled example that is about to be planned, and may be changed before. */
record Asked(Example example, Workload stated, PlacementConstraints constraints) {
    private static final int ALL_PLACEMENTS = 100;

    static Asked example(String name) {
        return new Asked(Example.named(name), Workload.getDefaultInstance(), PlacementConstraints.getDefaultInstance());
    }

    Asked but(Consumer<Workload.Builder> change) {
        Workload.Builder changed = stated.toBuilder();
        change.accept(changed);
        return new Asked(example, changed.build(), constraints);
    }

    Asked forDays(BigDecimal days) {
        long seconds = days.multiply(BigDecimal.valueOf(86_400)).longValueExact();
        return but(workload -> workload.setDuration(Duration.newBuilder().setSeconds(seconds)));
    }

    Asked within(BigDecimal millis) {
        int nanos = millis.movePointRight(6).intValueExact();
        return but(workload -> workload.setLatencyObjective(
                Duration.newBuilder().setSeconds(nanos / 1_000_000_000).setNanos(nanos % 1_000_000_000)));
    }

    Asked constrained(Consumer<PlacementConstraints.Builder> change) {
        PlacementConstraints.Builder changed = constraints.toBuilder();
        change.accept(changed);
        return new Asked(example, stated, changed.build());
    }

    Asked withBudget(BigDecimal usd) {
        return constrained(c -> c.setMaximumHourlyPrice(money(usd)));
    }

    Asked withMonthlyBudget(BigDecimal usd) {
        return constrained(c -> c.setMaximumMonthlyPrice(money(usd)));
    }

    private static Money money(BigDecimal usd) {
        return Money.newBuilder()
                .setCurrencyCode("USD")
                .setUnits(usd.longValue())
                .setNanos(usd.remainder(BigDecimal.ONE).movePointRight(9).intValueExact())
                .build();
    }

    Plan plan(Connection classifier) {
        PlanPlacementRequest.Builder request = PlanPlacementRequest.newBuilder()
                .setOverrides(stated)
                .setConstraints(constraints)
                .setMaximumPlacements(ALL_PLACEMENTS);
        Optional<Workload> facts = example.facts();
        facts.ifPresentOrElse(request::setWorkload, () -> request.setManifest(ByteString.copyFromUtf8(example.text())));
        return classifier.placement().planPlacement(request.build()).getPlan();
    }
}
