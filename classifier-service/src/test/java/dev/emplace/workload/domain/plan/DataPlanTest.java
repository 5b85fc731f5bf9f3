package dev.emplace.workload.domain.plan;

import static dev.emplace.workload.domain.plan.Plans.offers;
import static dev.emplace.workload.domain.plan.Plans.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import org.junit.jupiter.api.Test;

/** Data that may not be everywhere. */
class DataPlanTest {
    private final World world = new World();

    private static Facts assistant() {
        return Facts.of(Activity.SERVING).model("Llama-3.1-70B").replicas(2);
    }

    @Test
    void dataThatMayNotLeaveGermanyStaysThere() {
        Plan plan = world.plan(assistant().in("DE").dataStays(true));
        assertThat(offers(plan)).containsExactly("offers/hall", "offers/azure.de");
        Rejection aws = rejection(plan, Constraint.JURISDICTION, "hyperscaler on demand");
        assertThat(aws.number()).isEqualTo("US");
        assertThat(aws.limit()).isEqualTo("DE");
        assertThat(aws.smallestChange()).isEqualTo("passes if its data may be in US");
        assertThat(offers(world.plan(assistant().in("DE", "US").dataStays(true))))
                .contains("offers/aws.us")
                .doesNotContain("offers/nebius.fi");
    }

    @Test
    void roomsOfOurOwnAreUsualForDataThatMayNotLeave() {
        world.shops.add(Shop.rented("room", "own", Family.ON_PREMISES, Purchase.OWNED, "DE", World.FRANKFURT, "30.00")
                .bindingFor(Shop.LIFE)
                .at("sites/room"));
        world.fitting.put("sites/room", 32);
        assertThat(offers(world.plan(assistant().in("DE").dataStays(true)))).contains("offers/room");
        assertThat(offers(world.plan(assistant().in("DE").dataStays(false)))).doesNotContain("offers/room");
    }

    @Test
    void europeanUnionIsAGroupOfCountries() {
        assertThat(offers(world.plan(assistant().in("EU"))))
                .containsExactly("offers/hall", "offers/nebius.fi", "offers/azure.de");
    }

    @Test
    void dataThatMayNotLeaveItsPlaceStaysOnOurOwn() {
        Plan plan = world.plan(assistant().dataStays(true));
        assertThat(offers(plan)).containsExactly("offers/hall");
        Rejection cloud = rejection(plan, Constraint.DATA_RESIDENCE, "gpu cloud on demand");
        assertThat(cloud.explanation()).contains("may not leave");
        assertThat(cloud.smallestChange()).isEqualTo("passes if its data may be in FI");
        assertThat(offers(world.plan(assistant().dataStays(true).in("FI")))).containsExactly("offers/nebius.fi");
        assertThat(plan.reading().edge()).hasSize(8);
    }
}
