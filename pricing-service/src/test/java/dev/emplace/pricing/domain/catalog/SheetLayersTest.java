package dev.emplace.pricing.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetLayersTest {

    private final SheetLayers layers = new SheetLayers();

    @Test
    void beyondTheMostTheOneAskedForLongestAgoGivesWay() {
        for (int n = 0; n < SheetLayers.MOST; n++) {
            ask(layers, n);
        }
        ask(layers, 0);

        ask(layers, SheetLayers.MOST);

        assertThat(layers.kept(Set.of("sheet-0"))).isPresent();
        assertThat(layers.kept(Set.of("sheet-1"))).isEmpty();
        assertThat(layers.kept(Set.of("sheet-" + SheetLayers.MOST))).isPresent();
    }

    @Test
    void whoAskedLastIsKnownAfterAChange() {
        for (int n = 0; n < SheetLayers.MOST; n++) {
            ask(layers, n);
        }
        ask(layers, 0);

        var changed = layers.carried((sheets, layer) -> layer);
        ask(changed, SheetLayers.MOST);

        assertThat(changed.kept(Set.of("sheet-0"))).isPresent();
        assertThat(changed.kept(Set.of("sheet-1"))).isEmpty();
    }

    private static void ask(SheetLayers layers, int sheet) {
        layers.of(Set.of("sheet-" + sheet), any -> Layer.EMPTY);
    }
}
