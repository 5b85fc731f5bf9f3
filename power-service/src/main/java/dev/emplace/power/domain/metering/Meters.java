package dev.emplace.power.domain.metering;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The last reading of each subject of each site. */
public interface Meters {
    /** The database's time. */
    Instant now();

    /** Keeps those that end later than what is known of their subject, all or none; says how many. */
    int keep(String site, List<Reading> readings);

    /** By id; those of which nothing is known are missing. */
    Map<String, Metered> last(String site, MeteredSubject.Kind kind, Collection<String> ids);
}
