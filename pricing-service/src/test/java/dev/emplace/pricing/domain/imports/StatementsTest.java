package dev.emplace.pricing.domain.imports;

import static dev.emplace.pricing.domain.imports.Judged.all;
import static dev.emplace.pricing.domain.imports.Judged.flags;
import static dev.emplace.pricing.domain.imports.Judged.priced;
import static dev.emplace.pricing.domain.imports.Judged.published;
import static dev.emplace.pricing.domain.imports.Judged.row;
import static dev.emplace.pricing.domain.imports.Judged.screening;
import static dev.emplace.pricing.domain.imports.Judged.spot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void theSameRowAgainChangesNothingAndAnotherPriceForItIsQuarantined() {
        var verdicts =
                all(List.of(row("r1", "cpu.large", "1"), row("r1", "cpu.large", "1"), row("r1", "cpu.large", "2")));
        assertThat(verdicts.get(1)).isInstanceOf(Verdict.Repeated.class);
        assertThat(verdicts.get(2))
                .isInstanceOfSatisfying(
                        Verdict.Quarantine.class,
                        quarantine -> assertThat(quarantine.reason()).isEqualTo(QuarantineReason.CONTRADICTION));
    }

    @Test
    void aBlankPriceGivesWayToOneFurtherDown() {
        var blank = priced(row("r1", "cpu.large", "1"), Optional.empty());
        var verdicts = all(List.of(blank, row("r1", "cpu.large", "2"), blank));
        assertThat(verdicts.get(0)).isInstanceOf(Verdict.Repeated.class);
        assertThat(verdicts.get(1)).isInstanceOf(Verdict.Publish.class);
        assertThat(verdicts.get(2)).isInstanceOf(Verdict.Repeated.class);
    }

    @Test
    void theSameZoneOfTwoRegionsIsTwoOffers() {
        assertThat(published(zone("r1", "a")).id()).isEqualTo("cloud.r1-a.gpu-1x.spot--a-feed");
        assertThat(published(zone("r2", "a")).id()).isEqualTo("cloud.r2-a.gpu-1x.spot--a-feed");
        assertThat(published(zone("r2", "r2a")).id()).isEqualTo("cloud.r2a.gpu-1x.spot--a-feed");
    }

    @Test
    void pricesForSeveralTimesFollowEachOther() {
        var today = row("r1", "cpu.large", "1");
        var later = from(row("r1", "cpu.large", "2"), "2026-12-01T00:00:00Z");
        var before = from(row("r1", "cpu.large", "3"), "2026-10-01T00:00:00Z");
        assertThat(said(List.of(later, today, before), List.of()))
                .containsExactlyInAnyOrder(
                        "3 from 2026-10-01T00:00:00Z until 2026-11-01T12:00:00Z",
                        "1 from 2026-11-01T12:00:00Z until 2026-12-01T00:00:00Z",
                        "2 from 2026-12-01T00:00:00Z");
    }

    @Test
    void aPriceStandsUntilTheNextThatIsPublished() {
        var today = row("r1", "cpu.large", "1");
        var implausible = from(row("r1", "cpu.large", "700"), "2026-11-15T00:00:00Z");
        var later = from(row("r1", "cpu.large", "2"), "2026-12-01T00:00:00Z");
        assertThat(said(List.of(today, implausible, later), List.of()))
                .containsExactlyInAnyOrder(
                        "1 from 2026-11-01T12:00:00Z until 2026-12-01T00:00:00Z", "2 from 2026-12-01T00:00:00Z");
    }

    @Test
    void aPriceEndsWhenItsSourceSaysSo() {
        var today = until(row("r1", "cpu.large", "1"), "2026-11-20T00:00:00Z");
        var later = from(row("r1", "cpu.large", "2"), "2026-12-01T00:00:00Z");
        assertThat(said(List.of(today, later), List.of()))
                .containsExactlyInAnyOrder(
                        "1 from 2026-11-01T12:00:00Z until 2026-11-20T00:00:00Z", "2 from 2026-12-01T00:00:00Z");
        var overlapping = until(row("r1", "cpu.large", "1"), "2026-12-24T00:00:00Z");
        assertThat(said(List.of(overlapping, later), List.of()))
                .containsExactlyInAnyOrder(
                        "1 from 2026-11-01T12:00:00Z until 2026-12-01T00:00:00Z", "2 from 2026-12-01T00:00:00Z");
    }

    @Test
    void whatIsHeldStandsUntilAnAnnouncedPriceBegins() {
        var before = published(row("r1", "cpu.large", "1"));
        var implausible = row("r1", "cpu.large", "700");
        var later = from(row("r1", "cpu.large", "2"), "2026-12-01T00:00:00Z");
        assertThat(said(List.of(later, implausible), List.of(before)))
                .containsExactlyInAnyOrder(
                        "1 from 2026-11-01T12:00:00Z until 2026-12-01T00:00:00Z [HELD]", "2 from 2026-12-01T00:00:00Z");
    }

    @Test
    void whatIsHeldEndsWhenItsSourceSaysSo() {
        var before = published(row("r1", "cpu.large", "1"));
        var implausible = until(row("r1", "cpu.large", "700"), "2026-11-20T00:00:00Z");
        assertThat(said(List.of(implausible), List.of(before)))
                .containsExactly("1 from 2026-11-01T12:00:00Z until 2026-11-20T00:00:00Z [HELD]");
        var announced = from(row("r1", "cpu.large", "2"), "2026-12-01T00:00:00Z");
        assertThat(said(List.of(implausible, announced), List.of(before)))
                .containsExactlyInAnyOrder(
                        "1 from 2026-11-01T12:00:00Z until 2026-11-20T00:00:00Z [HELD]", "2 from 2026-12-01T00:00:00Z");
        var endless = row("r1", "cpu.large", "800");
        assertThat(said(List.of(implausible, endless), List.of(before)))
                .containsExactly("1 from 2026-11-01T12:00:00Z [HELD]");
    }

    @Test
    void aBlockThatIsHeldEndsWithItsDates() {
        var before = published(block("1", Optional.empty()));
        assertThat(said(List.of(block("700", Optional.empty())), List.of(before)))
                .containsExactly("1 from 2026-11-01T12:00:00Z until 2026-12-03T11:30:00Z [HELD]");
    }

    @Test
    void aBlockIsSoldUntilTheEarlierOfItsEndAndThatOfItsPrice() {
        assertThat(said(List.of(block("1", Optional.of("2026-11-20T00:00:00Z"))), List.of()))
                .containsExactly("1 from 2026-11-01T12:00:00Z until 2026-11-20T00:00:00Z");
        assertThat(said(List.of(block("1", Optional.of("2026-12-20T00:00:00Z"))), List.of()))
                .containsExactly("1 from 2026-11-01T12:00:00Z until 2026-12-03T11:30:00Z");
    }

    @Test
    void aPriceThatBeginsWhenItsBlockIsOverIsNone() {
        assertThat(from(block("1", Optional.empty()), "2026-12-03T11:29:59Z").fault())
                .isEmpty();
        assertThat(from(block("1", Optional.empty()), "2026-12-03T11:30:00Z").fault())
                .contains("start_time is 2026-12-03T11:30:00Z; it must be before 2026-12-03T11:30:00Z, the earlier of "
                        + "end_time and block_end_time");
    }

    @Test
    void endsAreToTheMicrosecondAsStartsAre() {
        var row = until(row("r1", "cpu.large", "1"), "2026-11-20T00:00:00.000000999Z");
        assertThat(row.conditions().until()).contains(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(from(row, "2026-11-20T00:00:00.000000001Z").fault()).isPresent();
    }

    @Test
    void aRowThatIsHeldHidesNoOtherOfTheSameOffer() {
        var before = published(row("r1", "cpu.large", "1"));
        var rows = List.of(row("r1", "cpu.large", "700"), row("r1", "cpu.large", "2"));
        assertThat(said(rows, List.of(before))).containsExactly("2 from 2026-11-01T12:00:00Z");
    }

    @Test
    void aRowThatIsHeldBringsNoOlderPriceBack() {
        var before = published(row("r1", "cpu.large", "1"));
        var older = from(row("r1", "cpu.large", "2"), "2026-09-01T00:00:00Z");
        var implausible = from(row("r1", "cpu.large", "700"), "2026-10-15T00:00:00Z");
        var later = from(row("r1", "cpu.large", "3"), "2026-12-01T00:00:00Z");
        assertThat(said(List.of(older, implausible, later), List.of(before)))
                .containsExactlyInAnyOrder(
                        "2 from 2026-09-01T00:00:00Z until 2026-11-01T12:00:00Z",
                        "1 from 2026-11-01T12:00:00Z until 2026-12-01T00:00:00Z [HELD]",
                        "3 from 2026-12-01T00:00:00Z");
        var newer = from(row("r1", "cpu.large", "3"), "2026-10-20T00:00:00Z");
        assertThat(said(List.of(older, implausible, newer), List.of(before)))
                .containsExactlyInAnyOrder(
                        "2 from 2026-09-01T00:00:00Z until 2026-10-20T00:00:00Z", "3 from 2026-10-20T00:00:00Z");
    }

    @Test
    void whatIsHeldSeveralTimesStandsOnce() {
        var before = published(row("r1", "cpu.large", "1"));
        var rows = List.of(row("r1", "cpu.large", "700"), row("r1", "cpu.large", "0"));
        assertThat(said(rows, List.of(before))).containsExactly("1 from 2026-11-01T12:00:00Z [HELD]");
    }

    private static List<String> said(List<ObservedRow> rows, List<Offer> standing) {
        var screening = screening(rows, standing, Decisions.NONE);
        var statements = new Statements(screening.times());
        screening.forEach(statements::note);
        var said = new ArrayList<String>();
        statements.of(screening).forEachRemaining(statement -> said.add(text(statement)));
        return said;
    }

    private static String text(Statement statement) {
        var flags = flags(statement.offer());
        return statement
                        .offer()
                        .hourlyPrice()
                        .orElseThrow()
                        .amount()
                        .stripTrailingZeros()
                        .toPlainString()
                + " from " + statement.from()
                + statement.until().map(end -> " until " + end).orElse("")
                + (flags.isEmpty() ? "" : " " + flags);
    }

    private static ObservedRow zone(String region, String zone) {
        var row = spot(region, "1");
        return new ObservedRow(
                row.line(),
                row.provider(),
                region,
                Optional.of(zone),
                row.instanceType(),
                row.model(),
                row.term(),
                row.price(),
                row.currency(),
                row.currencyStated(),
                row.machine(),
                row.from());
    }

    private static ObservedRow until(ObservedRow row, String time) {
        return new ObservedRow(
                row.line(),
                row.provider(),
                row.region(),
                row.zone(),
                row.instanceType(),
                row.model(),
                row.term(),
                row.price(),
                row.currency(),
                row.currencyStated(),
                row.machine(),
                row.from(),
                new Conditions(Optional.of(Instant.parse(time)), BigDecimal.ZERO, 1, Optional.empty()));
    }

    /** Two days in December, sold until then or until the price ends. */
    private static ObservedRow block(String price, Optional<String> end) {
        var dates = new Window(Instant.parse("2026-12-01T11:30:00Z"), Instant.parse("2026-12-03T11:30:00Z"));
        return new ObservedRow(
                1,
                "cloud",
                "r1",
                Optional.empty(),
                "gpu.1x",
                CommercialModel.CAPACITY_BLOCK,
                Optional.of(dates.term()),
                Optional.of(price),
                "USD",
                false,
                Optional.empty(),
                Optional.empty(),
                new Conditions(end.map(Instant::parse), BigDecimal.ZERO, 1, Optional.of(dates)));
    }

    private static ObservedRow from(ObservedRow row, String time) {
        return new ObservedRow(
                row.line(),
                row.provider(),
                row.region(),
                row.zone(),
                row.instanceType(),
                row.model(),
                row.term(),
                row.price(),
                row.currency(),
                row.currencyStated(),
                row.machine(),
                Optional.of(Instant.parse(time)),
                row.conditions());
    }
}
