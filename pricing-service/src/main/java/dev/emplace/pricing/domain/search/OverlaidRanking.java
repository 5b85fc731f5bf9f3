package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The merge of two rankings, of which the newer one replaces some offers of the older. */
final class OverlaidRanking implements Ranking {

    private final Ranking older;
    private final Set<String> replaced;
    private final Ranking newer;
    private Optional<RankedPosition> olderHead = Optional.empty();
    private RankedPosition last = RankedPosition.FIRST;

    /** @param replaced ids of offers that are not what the older ranking says: they are in the newer one, or gone */
    OverlaidRanking(Ranking older, Set<String> replaced, Ranking newer) {
        this.older = older;
        this.replaced = replaced;
        this.newer = newer;
        skipReplaced();
    }

    @Override
    public boolean hasNext() {
        return olderHead.isPresent() || newer.hasNext();
    }

    @Override
    public Offer next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the ranking has ended");
        }
        if (newerIsNext()) {
            var offer = newer.next();
            last = newer.position();
            return offer;
        }
        var offer = older.next();
        last = older.position();
        skipReplaced();
        return offer;
    }

    @Override
    public RankedPosition position() {
        return last;
    }

    @Override
    public Optional<RankedPosition> head() {
        return newerIsNext() ? newer.head() : olderHead;
    }

    private boolean newerIsNext() {
        var newerHead = newer.head();
        return olderHead.isEmpty()
                || newerHead.filter(head -> head.compareTo(olderHead.get()) < 0).isPresent();
    }

    private void skipReplaced() {
        olderHead = older.head();
        while (olderHead.isPresent() && replaced.contains(olderHead.get().offerId())) {
            older.next();
            olderHead = older.head();
        }
    }
}
