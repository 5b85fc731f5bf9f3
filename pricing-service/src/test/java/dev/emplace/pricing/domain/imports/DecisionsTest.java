package dev.emplace.pricing.domain.imports;

import static dev.emplace.pricing.domain.imports.Judged.FEED;
import static dev.emplace.pricing.domain.imports.Judged.all;
import static dev.emplace.pricing.domain.imports.Judged.flags;
import static dev.emplace.pricing.domain.imports.Judged.machine;
import static dev.emplace.pricing.domain.imports.Judged.published;
import static dev.emplace.pricing.domain.imports.Judged.quarantined;
import static dev.emplace.pricing.domain.imports.Judged.row;
import static dev.emplace.pricing.domain.imports.Judged.screen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.offers.PriceFlag;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {

    @Test
    void aReleasedRowIsPublishedAndSaysSo() {
        var row = row("r1", "gpu.8x", "700");
        var fingerprint = quarantined(row).fingerprint();
        var verdict = screen(List.of(row), List.of(), new Decisions(Set.of(fingerprint), Set.of()))
                .get(0);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Publish.class,
                        publish -> assertThat(flags(publish.offer())).containsExactly(PriceFlag.RELEASED));
    }

    @Test
    void aReleasedZeroIsNoPriceEither() {
        var row = row("r1", "gpu.8x", "0");
        var fingerprint = quarantined(row).fingerprint();
        assertThat(screen(List.of(row), List.of(), new Decisions(Set.of(fingerprint), Set.of()))
                        .get(0))
                .isInstanceOf(Verdict.Quarantine.class);
    }

    @Test
    void aRejectedRowStaysOutAndWhatStoodBeforeStands() {
        var before = published(row("r1", "gpu.8x", "80"));
        var row = row("r1", "gpu.8x", "700");
        var fingerprint = quarantined(row).fingerprint();
        var verdict = screen(List.of(row), List.of(before), new Decisions(Set.of(), Set.of(fingerprint)))
                .get(0);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.standing()).contains(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1, 2", "2, 1"})
    void ofTwoPricesThatContradictEachOtherTheReleasedOneCounts(String order) {
        var rows = Stream.of(order.split(", "))
                .map(price -> row("r1", "cpu.large", price))
                .toList();
        var two = row("r1", "cpu.large", "2");
        var verdicts = screen(rows, List.of(), released(two));
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.row().price().equals(two.price()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Publish.class,
                        publish -> assertThat(flags(publish.offer())).containsExactly(PriceFlag.RELEASED));
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.row().price().equals(two.price()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Quarantine.class,
                        held -> assertThat(held.note()).isEqualTo("stands at 2 elsewhere"));
    }

    @Test
    void aContradictionCanBeReleased() {
        var verdicts = all(List.of(row("r1", "cpu.large", "1"), row("r1", "cpu.large", "2")));
        assertThat(((Verdict.Quarantine) verdicts.get(1)).offer()).isPresent();
    }

    @Test
    void aRowThatContradictsTheCatalogIsPublishedOnceReleased() {
        var row = machine(row("r1", "gpu.8x", "80"), "A100-80GB-SXM", "8", 81_920);
        assertThat(quarantined(row).offer()).isPresent();
        assertThat(screen(List.of(row), List.of(), released(row)).get(0))
                .isInstanceOfSatisfying(
                        Verdict.Publish.class,
                        publish -> assertThat(publish.offer().instance().accelerator())
                                .contains(Samples.H100));
    }

    @Test
    void aRowThatContradictsTheCatalogWithoutAPriceCannotBeReleased() {
        var row = machine(row("r1", "gpu.8x", "0"), "A100-80GB-SXM", "8", 81_920);
        assertThat(quarantined(row).reason()).isEqualTo(QuarantineReason.ZERO_PRICE);
        assertThat(quarantined(row).offer()).isEmpty();
    }

    private static Decisions released(ObservedRow row) {
        return new Decisions(Set.of(Fingerprint.of(FEED.name(), row)), Set.of());
    }
}
