package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.SitePosition;
import dev.emplace.platform.errors.InvalidFieldException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a watch is to begin at each site, as its caller says it. */
record SiteStarts(Map<String, SitePosition> bySite) {
    static SiteStarts of(List<SitePosition> positions, CapacitySelection selection) {
        Map<String, SitePosition> starts = new TreeMap<>();
        for (int i = 0; i < positions.size(); i++) {
            String field = "starts[" + i + "].site";
            String site = Names.siteId(positions.get(i).getSite(), field);
            if (!selection.isOf(site)) {
                throw new InvalidFieldException(field, "is \"sites/" + site + "\", which is not among sites");
            }
            if (starts.put(site, positions.get(i)) != null) {
                throw new InvalidFieldException(field, "is \"sites/" + site + "\", which is there before");
            }
        }
        return new SiteStarts(starts);
    }

    /** The revision whose change comes first at a site; 0 for what is next. */
    long revision(String site) {
        if (bySite.isEmpty()) {
            return 0;
        }
        SitePosition start = bySite.get(site);
        return start == null ? 1 : start.getRevision();
    }

    /** The epoch of the change before it; 0 if unknown. */
    long epoch(String site) {
        SitePosition start = bySite.get(site);
        return start == null ? 0 : start.getEpoch();
    }
}
