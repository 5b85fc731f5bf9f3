package dev.emplace.pricing.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.RandomCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloorTest {

    /** So a search without dates walks past none, however many there are. */
    @Test
    void whatHasDatesStandsInRacksOfItsOwn() {
        var offers = new RandomCatalog(7, 3, 10)
                .offers(300).stream()
                        .filter(PriceList::rankable)
                        .sorted(Comparator.comparing(offer -> offer.id()))
                        .toList();
        var floor = new FloorBuilder(new PriceList(offers)).everywhere();
        var accelerator = rows(floor.dated().all()).get(0).shelf().acceleratorId();

        for (var lasting : List.of(floor.all(), floor.of(accelerator))) {
            assertThat(rows(lasting))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.shelf().dates()).isEmpty());
        }
        for (var dated : List.of(floor.dated().all(), floor.dated().of(accelerator))) {
            assertThat(rows(dated))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.shelf().dates()).isPresent());
        }
    }

    private static List<Row> rows(Rack rack) {
        return IntStream.range(0, rack.size()).mapToObj(rack::row).toList();
    }
}
