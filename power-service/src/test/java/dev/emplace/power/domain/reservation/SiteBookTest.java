package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import org.junit.jupiter.api.Test;

class SiteBookTest {
    private final SiteBook book = new SiteBook(new MemoryJournal(), new DrawModel(DrawTable.shipped()), Runnable::run);

    @Test
    void nothingIsSaidOfSitesThatAreNotReadYet() {
        assertThatThrownBy(() -> book.site("elsewhere")).isInstanceOf(SitesNotLoadedException.class);
        assertThatThrownBy(book::sites).isInstanceOf(SitesNotLoadedException.class);
    }

    @Test
    void onceTheyAreReadAnUnknownSiteIsUnknown() {
        book.poll().join();

        assertThatThrownBy(() -> book.site("elsewhere")).isInstanceOf(UnknownSiteException.class);
        assertThat(book.sites()).isEmpty();
    }
}
