package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import org.junit.jupiter.api.Test;

class SiteBookTest {
    private final MemoryJournal journal = new MemoryJournal();
    private final SiteBook book = replica();

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

    @Test
    void siteThatAnotherReplicaHasJustMadeIsFoundByWhoKnowsOfItsRevision() {
        book.poll().join();
        replica()
                .submit("test", new Command.Apply(SiteDeskTest.key(), SiteDeskTest.site(), "", false, ""), () -> false)
                .join();
        assertThatThrownBy(() -> book.site("test")).isInstanceOf(UnknownSiteException.class);

        book.catchUp("test", 1);

        assertThat(book.site("test").revision()).isEqualTo(1);
        assertThatThrownBy(() -> book.catchUp("elsewhere", 1)).isInstanceOf(UnknownSiteException.class);
    }

    @Test
    void aJournalThatBecameShorterIsReadAfresh() {
        book.submit("test", new Command.Apply(SiteDeskTest.key(), SiteDeskTest.site(), "", false, ""), () -> false)
                .join();
        book.submit("test", TestDesk.creating(TestDesk.watts(1, 4_000)), () -> false)
                .join();
        journal.kept.remove(1);
        journal.epoch = 2;

        book.poll().join();

        assertThat(book.site("test").token()).isEqualTo(new Token(2, 1));
        assertThat(book.site("test").capacity().reserved()).isZero();
        assertThat(book.site("test").recent(1)).isEmpty();
    }

    private SiteBook replica() {
        return new SiteBook(journal, new DrawModel(DrawTable.shipped()), Runnable::run);
    }
}
