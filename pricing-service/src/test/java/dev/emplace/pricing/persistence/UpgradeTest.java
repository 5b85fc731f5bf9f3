package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.testkit.postgres.EarlierSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** This version on a database that an earlier one made and filled. */
@QuarkusTest
@QuarkusTestResource(
        value = EarlierSchema.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "version", value = "2"),
            @ResourceArg(name = "rows", value = "src/test/resources/schema-2/rows.sql")
        })
class UpgradeTest {

    private final PriceBook book;
    private final Flyway migrations;
    private final DataSource database;

    @Inject
    UpgradeTest(PriceBook book, Flyway migrations, DataSource database) {
        this.book = book;
        this.migrations = migrations;
        this.database = database;
    }

    @Test
    void offersOfAnEarlierVersionAreReadBesideThoseOfThisOne() {
        assertThat(book.revision())
                .as("this version published its catalog after them")
                .isEqualTo(3);
        assertThat(offer("earlier.on-demand").hourlyPrice()).contains(Money.usd("21.75"));
        assertThat(offer("earlier.reserved").hourlyPrice()).contains(Money.usd("15.125"));
        assertThat(offer("earlier.reserved").commitment().map(Commitment::term)).contains(Term.ofMonths(12));
        assertThat(offer("earlier.reserved")
                        .commitment()
                        .map(Commitment::upfront)
                        .map(Money::amount))
                .hasValueSatisfying(upfront -> assertThat(upfront).isEqualByComparingTo(BigDecimal.valueOf(1000)));
        assertThat(offer("earlier.on-demand").commitment()).isEqualTo(Optional.empty());
    }

    @Test
    void schemaOfALaterVersionIsAccepted() throws SQLException {
        execute(
                "insert into flyway_schema_history values (99, '99', 'later', 'SQL', 'V99__later.sql', 0, 'x', now(), 1, true)");
        try {
            assertThat(migrations.validateWithResult().validationSuccessful).isTrue();
        } finally {
            execute("delete from flyway_schema_history where version = '99'");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Offer offer(String id) {
        return book.read().offers().stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
