package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.Resolution;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Fabric;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Interconnect;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.Reading;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.offers.Window;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The columns that make an offer; what its source does not state is null. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class OfferColumns {

    String region;

    @Nullable
    String zone;

    @Column(name = "instance_type")
    String instanceType;

    @Nullable
    String accelerator;

    @Column(name = "accelerator_count")
    BigDecimal acceleratorCount;

    @Nullable
    Integer vcpus;

    @Column(name = "memory_bytes")
    @Nullable
    Long memoryBytes;

    @Column(name = "local_disk_bytes")
    @Nullable
    Long localDiskBytes;

    @Enumerated(EnumType.STRING)
    @Nullable
    Fabric fabric;

    @Column(name = "fabric_gbps")
    @Nullable
    Integer fabricGbps;

    @Column(name = "commercial_model")
    @Enumerated(EnumType.STRING)
    CommercialModel model;

    @Column(name = "term_months")
    @Nullable
    Integer termMonths;

    @Column(name = "term_days")
    @Nullable
    Integer termDays;

    @Nullable
    BigDecimal upfront;

    @Column(name = "block_start")
    @Nullable
    Instant blockStart;

    @Column(name = "block_end")
    @Nullable
    Instant blockEnd;

    @Column(name = "minimum_instances")
    int minimumInstances;

    String currency;

    @Column(name = "price_per_hour")
    @Nullable
    BigDecimal pricePerHour;

    @Column(name = "absence_reason")
    @Enumerated(EnumType.STRING)
    @Nullable
    AbsenceReason absenceReason;

    @Column(name = "absence_note")
    @Nullable
    String absenceNote;

    @Enumerated(EnumType.STRING)
    PriceBasis basis;

    @Column(name = "source_document")
    String sourceDocument;

    @Column(name = "source_observed")
    LocalDate sourceObserved;

    @Embedded
    @Nullable
    ReadingColumns reading;

    /** Of a row that is read in bulk, without Hibernate. */
    static OfferColumns read(ResultSet row) throws SQLException {
        var columns = new OfferColumns();
        columns.region = row.getString("region");
        columns.zone = row.getString("zone");
        columns.readInstance(row);
        columns.readTerms(row);
        columns.readPrice(row);
        columns.basis = PriceBasis.valueOf(row.getString("basis"));
        columns.sourceDocument = row.getString("source_document");
        columns.sourceObserved = row.getObject("source_observed", LocalDate.class);
        columns.reading = ReadingColumns.read(row);
        return columns;
    }

    private void readInstance(ResultSet row) throws SQLException {
        instanceType = row.getString("instance_type");
        accelerator = row.getString("accelerator");
        acceleratorCount = row.getBigDecimal("accelerator_count");
        vcpus = row.getObject("vcpus", Integer.class);
        memoryBytes = row.getObject("memory_bytes", Long.class);
        localDiskBytes = row.getObject("local_disk_bytes", Long.class);
        fabric = Sql.choice(row, "fabric", Fabric::valueOf);
        fabricGbps = row.getObject("fabric_gbps", Integer.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void readTerms(ResultSet row) throws SQLException {
        model = CommercialModel.valueOf(row.getString("commercial_model"));
        termMonths = row.getObject("term_months", Integer.class);
        termDays = row.getObject("term_days", Integer.class);
        upfront = row.getBigDecimal("upfront");
        blockStart = instant(row, "block_start");
        blockEnd = instant(row, "block_end");
        minimumInstances = row.getInt("minimum_instances");
    }

    private void readPrice(ResultSet row) throws SQLException {
        currency = row.getString("currency");
        pricePerHour = row.getBigDecimal("price_per_hour");
        absenceReason = Sql.choice(row, "absence_reason", AbsenceReason::valueOf);
        absenceNote = row.getString("absence_note");
    }

    Optional<Offer> toDomain(String id, Reference reference, Optional<OwnershipColumns> ownership) {
        var known = Optional.ofNullable(accelerator)
                .map(name -> reference.accelerators().resolve(name));
        if (known.isPresent() && !(known.get() instanceof Resolution.Resolved)) {
            return Optional.empty();
        }
        var resolved = known.map(resolution -> ((Resolution.Resolved) resolution).accelerator());
        return reference
                .region(region)
                .map(place -> new Offer(
                        id,
                        place,
                        Optional.ofNullable(zone),
                        instance(resolved),
                        model,
                        commitment(),
                        minimumInstances,
                        price(),
                        basis,
                        new Source(
                                sourceDocument,
                                sourceObserved,
                                Optional.ofNullable(reading)
                                        .map(ReadingColumns::toDomain)
                                        .orElse(Reading.TRANSCRIBED)),
                        ownership.map(columns -> columns.toDomain(currency))));
    }

    private Instance instance(Optional<Accelerator> resolved) {
        return new Instance(
                instanceType,
                resolved,
                acceleratorCount,
                integer(vcpus),
                integer(memoryBytes),
                integer(localDiskBytes),
                Optional.ofNullable(fabric).map(kind -> new Interconnect(kind, integer(fabricGbps))));
    }

    private Optional<Commitment> commitment() {
        return Optional.ofNullable(termMonths)
                .map(Term::ofMonths)
                .or(() -> Optional.ofNullable(termDays).map(Term::ofDays))
                .map(term -> new Commitment(
                        term, new Money(currency, Optional.ofNullable(upfront).orElse(BigDecimal.ZERO)), dates()));
    }

    private Optional<Window> dates() {
        return blockStart == null || blockEnd == null
                ? Optional.empty()
                : Optional.of(new Window(blockStart, blockEnd));
    }

    private Price price() {
        if (pricePerHour != null) {
            return new Price.Hourly(new Money(currency, pricePerHour));
        }
        return new Price.Absent(
                Optional.ofNullable(absenceReason).orElse(AbsenceReason.UNKNOWN),
                Optional.ofNullable(absenceNote).orElse(""));
    }

    private static OptionalInt integer(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static OptionalLong integer(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
