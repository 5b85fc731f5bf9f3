package dev.emplace.power.grpc;

import static dev.emplace.power.grpc.PowerClient.training;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.GetSiteRequest;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.power.domain.metering.Meters;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.metrics.Scrape;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class SiteMetricsTest {
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    private PowerClient client;
    private String site;
    private String label;

    private final Meters meters;

    @Inject
    SiteMetricsTest(Meters meters) {
        this.meters = meters;
    }

    @BeforeEach
    void makeSite() {
        client = new PowerClient();
        site = client.newSite(TestSites.twoPaths(100_000));
        label = "site=\"" + site.substring("sites/".length()) + "\"";
        Awaitility.await().until(() -> shown().text().contains(label));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void roomAtASiteIsWhatTheServiceAnswers() {
        Reservation held = client.create(site, training(16));

        var answer = client.sites
                .getSite(GetSiteRequest.newBuilder().setName(site).build())
                .getSite()
                .getCapacity();
        assertThat(watts("rated")).isEqualTo(answer.getRatedWatts());
        assertThat(watts("free")).isEqualTo(answer.getFreeWatts());
        assertThat(watts("reserved")).isEqualTo(answer.getReservedWatts()).isGreaterThanOrEqualTo(held.getHeldWatts());
    }

    @Test
    void reservationsAreCountedByWhereTheyStand() {
        Reservation one = client.create(site, training(8));
        client.create(site, training(8));
        assertThat(live("PENDING")).isEqualTo(2);
        assertThat(live("CONFIRMED")).isZero();

        client.confirm(one.getName());
        assertThat(live("PENDING")).isEqualTo(1);
        assertThat(live("CONFIRMED")).isEqualTo(1);

        client.release(one.getName());
        assertThat(live("PENDING")).isEqualTo(1);
        assertThat(live("CONFIRMED")).isZero();
    }

    @Test
    void eachChangeOfAReservationIsCounted() {
        Scrape before = shown();
        client.confirm(client.create(site, training(8)).getName());
        Scrape after = shown();

        assertThat(changes(after, "PENDING") - changes(before, "PENDING")).isEqualTo(1);
        assertThat(changes(after, "CONFIRMED") - changes(before, "CONFIRMED")).isEqualTo(1);
        assertThat(changes(after, "RELEASED") - changes(before, "RELEASED")).isZero();
    }

    @Test
    void aRefusalIsCountedUnderTheLimitInItsWay() {
        GrpcError refused = GrpcError.from(() -> client.create(site, training(800)));

        String limit = "limit=\"" + refused.metadata().get("limit_kind") + "\"";
        assertThat(shown().value("emplace_reservations_refused_total", label, limit))
                .isEqualTo(1);
    }

    @Test
    void whatDrawsMoreThanWasPromisedIsCounted() {
        Reservation held = client.create(site, training(8));
        client.meter(site, held, held.getHeldWatts(), "ups-a", 100_000, meters.now());
        assertThat(excess("RESERVATION")).isZero();
        assertThat(excess("NODE")).isZero();

        client.meter(site, held, held.getHeldWatts() + 1, "ups-a", 100_001, meters.now());
        assertThat(excess("RESERVATION")).isEqualTo(1);
        assertThat(excess("NODE")).isEqualTo(1);
    }

    private double excess(String kind) {
        return shown().value("emplace_metered_excess_total", label, "kind=\"" + kind + "\"");
    }

    @Test
    void theAgeOfTheLastLookAtTheDatabaseStaysBelowSomePolls() {
        assertThat(shown().value("emplace_sites_checked_age_seconds")).isBetween(0.0, 60.0);
    }

    private long watts(String what) {
        return Math.round(shown().value("emplace_site_" + what + "_watts", label));
    }

    private double live(String state) {
        return shown().value("emplace_site_reservations", label, "state=\"" + state + "\"");
    }

    private static double changes(Scrape scrape, String state) {
        return scrape.value("emplace_reservations_total", "by=\"caller\"", "state=\"" + state + "\"");
    }

    private Scrape shown() {
        return new Scrape(given().when().get(metrics).asString());
    }
}
