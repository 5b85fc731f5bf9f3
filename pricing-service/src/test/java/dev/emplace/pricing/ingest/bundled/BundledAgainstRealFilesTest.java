package dev.emplace.pricing.ingest.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.PriceBasis;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list prices that cite the price file of a karpenter provider, against that file where it is at hand. */
class BundledAgainstRealFilesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"aws, 60", "azure, 30", "gcp, 40"})
    void everyListPriceIsThatOfItsSource(String provider, int atLeast) throws IOException {
        var file = prices().map(folder -> folder.resolve(provider + "_prices.csv"));
        assumeTrue(file.filter(Files::exists).isPresent(), "shared/data/pricing is not beside this repository");
        var listed = listed(file.orElseThrow());
        var compared = offers(provider).stream()
                .filter(offer -> offer.basis() == PriceBasis.LIST)
                .filter(offer -> offer.source().document().contains("karpenter-provider"))
                .filter(offer -> offer.hourlyPrice().isPresent())
                .toList();
        assertThat(compared).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(compared)
                .allSatisfy(offer -> assertThat(offer.hourlyPrice())
                        .isEqualTo(Optional.ofNullable(listed.get(
                                key(offer.region().code(), offer.instance().name(), purchase(offer))))));
    }

    private static List<Offer> offers(String provider) {
        return BundledCatalog.load(CatalogFiles.bundled()).offers().stream()
                .filter(offer -> offer.region().provider().id().equals(provider))
                .toList();
    }

    /** provider, region, instance_type, purchase, usd_per_hour. */
    private static Map<String, Money> listed(Path file) throws IOException {
        var prices = new HashMap<String, Money>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> prices.put(
                            key(cells[1], cells[2], cells[3]), Money.rounded("USD", new BigDecimal(cells[4]))));
        }
        return prices;
    }

    private static String key(String region, String instanceType, String purchase) {
        return region + " " + instanceType + " " + purchase;
    }

    private static String purchase(Offer offer) {
        return offer.model() == CommercialModel.SPOT ? "spot" : "on_demand";
    }

    /** The folder beside the repository, from whichever folder of it the tests run in. */
    private static Optional<Path> prices() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/pricing"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
