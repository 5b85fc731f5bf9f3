package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.platform.watch.CompactedException;
import dev.emplace.power.domain.reservation.Chronicle;
import dev.emplace.power.domain.reservation.SiteRestoredException;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.reservation.Token;
import dev.emplace.power.domain.reservation.Transition;
import java.util.List;
import java.util.Map;

/**
 * Where a watch stands at one site.
 *
 * @param next the revision whose change comes next
 * @param epoch that of the change before it, or a later one that was seen since; 0 if unknown
 * @param checked the site's epoch when its past was last compared with what was told; 0 for never
 */
record SiteCourse(String site, long next, long epoch, long checked) {
    /** Changes that are read at a time. */
    static final int BATCH = 100;

    static SiteCourse begin(SiteView view, SiteStarts starts) {
        String site = view.site().name();
        long revision = starts.revision(site);
        return revision == 0
                ? new SiteCourse(
                        site,
                        view.revision() + 1,
                        view.token().epoch(),
                        view.token().epoch())
                : new SiteCourse(site, revision, starts.epoch(site), 0);
    }

    boolean isBehind(SiteView view) {
        return view.revision() >= next || checked != view.token().epoch();
    }

    /** The same, once it is sure that the site has the past that was told. */
    SiteCourse checked(SiteView view, Chronicle chronicle) {
        if (checked == view.token().epoch()) {
            return this;
        }
        if (epoch > 0 && next > 1) {
            check(view, chronicle);
        }
        return new SiteCourse(site, next, epoch, view.token().epoch());
    }

    /**
     * An epoch rises with a restore, so an entry of a later one than what was told is not what was told. Of one that is no
     * longer kept only the revision is known.
     */
    private void check(SiteView view, Chronicle chronicle) {
        boolean there = chronicle.from(site, next - 1, 1).stream()
                .map(Transition::token)
                .filter(known -> known.revision() == next - 1)
                .findFirst()
                .map(known -> known.epoch() <= epoch)
                .orElse(view.revision() >= next - 1);
        if (!there) {
            throw new SiteRestoredException(site, new Token(epoch, next - 1));
        }
    }

    /** The changes that come next, at most a batch of them. */
    List<Transition> read(SiteView view, Chronicle chronicle) {
        if (view.revision() < next) {
            return List.of();
        }
        List<Transition> found = view.recent(next).orElseGet(() -> chronicle.from(site, next, BATCH));
        if (found.isEmpty() || found.get(0).token().revision() != next) {
            throw new CompactedException("starts", Map.of("site", Names.site(site)), next, chronicle.oldest(site));
        }
        // No further than the view, whatever others have written meanwhile: what is told beside them is of the view.
        long seen = Math.min(BATCH, view.revision() - next + 1);
        return found.subList(0, (int) Math.min(found.size(), seen));
    }

    SiteCourse behind(Transition last) {
        return new SiteCourse(site, last.token().revision() + 1, last.token().epoch(), checked);
    }

    SitePosition position() {
        return SitePosition.newBuilder()
                .setSite(Names.site(site))
                .setRevision(next)
                .setEpoch(epoch)
                .build();
    }
}
