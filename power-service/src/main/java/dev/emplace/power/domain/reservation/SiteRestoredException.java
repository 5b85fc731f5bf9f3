package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** Somebody knows of a past of a site that its journal does not have: the database was restored in between. */
public final class SiteRestoredException extends PowerFailure {
    /** @param seen the last change that he knows of */
    public SiteRestoredException(String site, Token seen) {
        super(
                PowerReason.SITE_RESTORED,
                "the database was restored: \"sites/" + site + "\" has no longer the change at revision "
                        + seen.revision() + " in epoch " + seen.epoch()
                        + "; list what there is, and watch from the revision after the one listed",
                Map.of(
                        "site", "sites/" + site,
                        "revision", Long.toString(seen.revision()),
                        "epoch", Long.toString(seen.epoch())));
    }
}
