package dev.emplace.pricing.ingest.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.emplace.pricing.domain.imports.Decisions;
import dev.emplace.pricing.domain.imports.Feed;
import dev.emplace.pricing.domain.imports.QuarantineReason;
import dev.emplace.pricing.domain.imports.Screening;
import dev.emplace.pricing.domain.imports.Standing;
import dev.emplace.pricing.domain.imports.Verdict;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.pricing.ingest.bundled.CatalogFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The price files of three clouds as other projects publish them, where they lie beside the repository. */
class RealFilesTest {

    private static final BundledCatalog CATALOG = BundledCatalog.load(CatalogFiles.bundled());

    @Test
    void awsPublishesAllButTheRowsInYuan() {
        var verdicts = screen("aws");
        assertThat(verdicts).hasSize(3002);
        assertThat(reasons(verdicts)).isEqualTo(Map.of(QuarantineReason.CURRENCY, 316L));
        assertThat(published(verdicts)).hasSize(2686);
        assertThat(published(verdicts).filter(offer -> offer.region().partition() == Partition.GOVERNMENT))
                .hasSize(1319);
        assertThat(published(verdicts).filter(RealFilesTest::isAccelerated).map(Offer::id))
                .hasSize(193 - 28);
    }

    @Test
    void azureQuarantinesZerosAndWhatIsFarBelowItsType() {
        var verdicts = screen("azure");
        assertThat(verdicts).hasSize(64_947);
        assertThat(reasons(verdicts)).isEqualTo(Map.of(QuarantineReason.ZERO_PRICE, 68L, QuarantineReason.JUMP, 13L));
        assertThat(published(verdicts).filter(RealFilesTest::isAccelerated).map(Offer::id))
                .hasSize(1412);
        assertThat(published(verdicts)
                        .filter(RealFilesTest::isAccelerated)
                        .map(offer -> offer.instance().name())
                        .distinct())
                .hasSize(96);
    }

    @Test
    void googlePublishesEverythingAndFlagsSpotWithoutDiscount() {
        var verdicts = screen("gcp");
        assertThat(verdicts).hasSize(25_442);
        assertThat(reasons(verdicts)).isEmpty();
        assertThat(published(verdicts).filter(offer -> offer.model() == CommercialModel.SPOT))
                .hasSize(12_721);
        assertThat(flagged(verdicts, PriceFlag.NO_DISCOUNT))
                .hasSize(84)
                .allSatisfy(offer -> assertThat(offer.instance().name()).startsWith("m2-"));
        assertThat(flagged(verdicts, PriceFlag.ROUNDED))
                .hasSize(3533)
                .allSatisfy(offer ->
                        assertThat(offer.source().reading().statedPrice()).isPresent());
    }

    private static boolean isAccelerated(Offer offer) {
        return offer.instance().accelerator().isPresent();
    }

    private static Stream<Offer> published(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Publish.class::isInstance)
                .map(verdict -> ((Verdict.Publish) verdict).offer());
    }

    private static List<Offer> flagged(List<Verdict> verdicts, PriceFlag flag) {
        return published(verdicts)
                .filter(offer -> offer.source().reading().flags().contains(flag))
                .toList();
    }

    private static Map<QuarantineReason, Long> reasons(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Quarantine.class::isInstance)
                .map(verdict -> ((Verdict.Quarantine) verdict).reason())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<Verdict> screen(String cloud) {
        var file = folder().map(prices -> prices.resolve(cloud + "_prices.csv"));
        assumeTrue(file.isPresent(), "the price files are not beside the repository");
        var source = cloud + "-karpenter";
        var verdicts = new ArrayList<Verdict>();
        new Screening(
                        new Feed(
                                source,
                                Authority.AGGREGATOR,
                                PriceBasis.LIST,
                                "a price file",
                                LocalDate.of(2026, 7, 20)),
                        Instant.parse("2026-07-20T00:00:00Z"),
                        Reads.all(new PlainCsv(), List.of(() -> Files.newInputStream(file.get())))
                                .rows(),
                        CATALOG.reference(),
                        CATALOG.shapes(),
                        new Standing(source, CATALOG.offers()),
                        Decisions.NONE)
                .forEach(verdicts::add);
        return verdicts;
    }

    /** The folder beside the repository, from whichever folder of it the tests run in. */
    private static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/pricing"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
