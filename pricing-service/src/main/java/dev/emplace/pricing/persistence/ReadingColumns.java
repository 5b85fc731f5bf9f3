package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.offers.Reading;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns that say how a price came out of its document; null for what was transcribed without remark. */
@Embeddable
class ReadingColumns {

    @Column(name = "source_authority")
    @Enumerated(EnumType.STRING)
    @Nullable
    Authority authority;

    @Column(name = "price_flags")
    @Nullable
    String flags;

    @Column(name = "stated_price")
    @Nullable
    String statedPrice;

    /** Of a row that is read in bulk, without Hibernate. */
    static ReadingColumns read(ResultSet row) throws SQLException {
        var columns = new ReadingColumns();
        columns.authority = Sql.choice(row, "source_authority", Authority::valueOf);
        columns.flags = row.getString("price_flags");
        columns.statedPrice = row.getString("stated_price");
        return columns;
    }

    Reading toDomain() {
        return new Reading(
                Optional.ofNullable(authority).orElse(Authority.AGGREGATOR),
                known(flags),
                Optional.ofNullable(statedPrice));
    }

    /** A flag that a newer version of the service has set means nothing to this one. */
    private static List<PriceFlag> known(@Nullable String names) {
        return names == null
                ? List.of()
                : Arrays.stream(PriceFlag.values())
                        .filter(flag -> Arrays.asList(names.split(",")).contains(flag.name()))
                        .toList();
    }
}
