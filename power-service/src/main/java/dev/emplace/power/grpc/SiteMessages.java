package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.ApplyTopologyResponse;
import dev.emplace.api.power.v1.Site;
import dev.emplace.api.power.v1.TopologyChange;
import dev.emplace.api.power.v1.TopologyChangeKind;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.reservation.Token;
import dev.emplace.power.domain.topology.Difference;
import java.util.List;

/** Sites, and what a topology changed, between the contract and the domain. */
final class SiteMessages {
    private SiteMessages() {}

    /** A site with its topology, and what it carries and has left. */
    static Site whole(SiteView view) {
        return toProto(view.site(), view.revision()).toBuilder()
                .setCapacity(CapacityMessages.toProto(view))
                .build();
    }

    /** The same without its nodes, cooling and racks. */
    static Site outline(SiteView view) {
        return outline(view.site(), view.revision()).toBuilder()
                .setCapacity(CapacityMessages.toProto(view))
                .build();
    }

    static Site toProto(dev.emplace.power.domain.reservation.Site site, long revision) {
        return outline(site, revision).toBuilder()
                .setTopology(TopologyMessages.toProto(site.topology()))
                .build();
    }

    private static Site outline(dev.emplace.power.domain.reservation.Site site, long revision) {
        return Site.newBuilder()
                .setName(Names.site(site.name()))
                .setTopology(TopologyMessages.outline(site.topology()))
                .setEtag(site.token().etag())
                .setCreateTime(Numbers.timestamp(site.created()))
                .setUpdateTime(Numbers.timestamp(site.updated()))
                .setRevision(revision)
                .build();
    }

    static dev.emplace.power.domain.reservation.Site toDomain(Site message) {
        String[] etag = message.getEtag().split("-", 2);
        return new dev.emplace.power.domain.reservation.Site(
                Names.siteId(message.getName(), "name"),
                TopologyMessages.toDomain(message.getTopology()),
                new Token(Long.parseLong(etag[0]), Long.parseLong(etag[1])),
                Numbers.instant(message.getCreateTime(), "create_time"),
                Numbers.instant(message.getUpdateTime(), "update_time"));
    }

    static ApplyTopologyResponse toProto(Change.OfSite change, long revision) {
        return outcome(change).toBuilder()
                .setSite(toProto(change.site(), revision))
                .setRevision(revision)
                .build();
    }

    /** What a topology changed, without the topology. */
    static ApplyTopologyResponse outcome(Change.OfSite change) {
        return ApplyTopologyResponse.newBuilder()
                .addAllChanges(change.differences().stream()
                        .map(SiteMessages::difference)
                        .toList())
                .addAllWarnings(change.warnings())
                .addAllBrokenReservations(names(change, change.broken()))
                .addAllCurtailedReservations(names(change, change.curtailed()))
                .build();
    }

    private static List<String> names(Change.OfSite change, List<String> ids) {
        return ids.stream()
                .map(id -> Names.reservation(change.site().name(), id))
                .toList();
    }

    private static List<String> ids(List<String> names) {
        return names.stream().map(name -> Names.reservation(name).reservation()).toList();
    }

    static Change.OfSite toDomain(ApplyTopologyResponse message, String forceReason) {
        return new Change.OfSite(
                toDomain(message.getSite()),
                message.getChangesList().stream().map(SiteMessages::difference).toList(),
                message.getWarningsList(),
                ids(message.getBrokenReservationsList()),
                ids(message.getCurtailedReservationsList()),
                forceReason);
    }

    private static TopologyChange difference(Difference difference) {
        return TopologyChange.newBuilder()
                .setKind(Choices.toProto(TopologyChangeKind.class, difference.kind(), "TOPOLOGY_CHANGE_KIND_"))
                .setPath(difference.path())
                .setDescription(difference.description())
                .build();
    }

    private static Difference difference(TopologyChange message) {
        return new Difference(
                Choices.toDomain(Difference.Kind.class, message.getKind(), "TOPOLOGY_CHANGE_KIND_"),
                message.getPath(),
                message.getDescription());
    }
}
