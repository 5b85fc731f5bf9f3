package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.config.HistoryConfig;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OfferChangeLogTest {

    private static final String FEED = "of the log's test";

    private final LiveCatalog live = new LiveCatalog();
    private final PriceBook book;
    private final BundledCatalog bundled;
    private final OfferVersionRows versions;
    private final BookMarks marks;
    private final DataSource database;
    private final HistoryConfig config;

    @Inject
    OfferChangeLogTest(
            PriceBook book,
            BundledCatalog bundled,
            OfferVersionRows versions,
            BookMarks marks,
            DataSource database,
            HistoryConfig config) {
        this.book = book;
        this.bundled = bundled;
        this.versions = versions;
        this.marks = marks;
        this.database = database;
        this.config = config;
    }

    @Test
    void nothingIsToldThatTheReplicasCatalogDoesNotKnowYet() {
        var log = new OfferChangeLog(versions, marks, database, bundled.reference(), config, live);
        var before = load();
        publish(List.of(offer(bundled.offers().get(0))));
        assertThat(book.revision()).isGreaterThan(before);
        assertThat(log.revision()).isEqualTo(before);

        assertThat(load()).isEqualTo(book.revision());

        assertThat(log.revision()).isEqualTo(book.revision());
    }

    private long load() {
        live.replace(new CatalogSnapshot(bundled.reference().accelerators(), book.read()));
        return live.revision();
    }

    @AfterEach
    void withdrawWhatTheTestPublished() {
        publish(List.of());
    }

    private void publish(List<Offer> offers) {
        book.publish(
                new PriceFeed(FEED, 9, offers.toString(), Optional.empty()),
                offers.stream().map(Statement::of).iterator());
    }

    private static Offer offer(Offer like) {
        return new Offer(
                OfferNames.id(OfferNames.thingOf(like.id()), "log-test"),
                like.region(),
                like.zone(),
                like.instance(),
                like.model(),
                like.commitment(),
                1,
                new Price.Hourly(Money.usd("2")),
                like.basis(),
                like.source(),
                like.ownership());
    }
}
