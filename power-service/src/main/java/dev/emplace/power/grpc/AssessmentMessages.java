package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.SiteKind;
import dev.emplace.api.power.v1.SiteSummary;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.topology.Surroundings;
import dev.emplace.power.domain.topology.Topology;

/** Assessments between the domain and the contract. */
final class AssessmentMessages {
    private AssessmentMessages() {}

    static Assessment toProto(dev.emplace.power.domain.reservation.Assessment assessment) {
        Assessment.Builder message = Assessment.newBuilder()
                .setSite(Names.site(assessment.site()))
                .setFits(assessment.fits())
                .setBinding(DemandMessages.toProto(assessment.binding()))
                .setHeadroomWatts(assessment.fits() ? assessment.binding().headroom() : 0)
                .setFittingAcceleratorCount(assessment.fittingAccelerators())
                .setPue(CapacityMessages.pue(assessment.pue()));
        assessment.draw().ifPresent(draw -> message.setDraw(DrawMessages.toProto(draw)));
        return message.build();
    }

    static SiteSummary summary(SiteView view) {
        Topology topology = view.site().topology();
        Surroundings around = topology.surroundings();
        return SiteSummary.newBuilder()
                .setSite(Names.site(view.site().name()))
                .setDisplayName(topology.displayName())
                .setKind(Choices.toProto(SiteKind.class, topology.kind(), "SITE_KIND_"))
                .setCountry(around.country())
                .setLocation(TopologyMessages.location(around))
                .setEnergyUnitPrice(Numbers.usd(around.usdPerKilowattHour()))
                .setGridGco2EPerKwh(around.gramsCarbonPerKilowattHour())
                .setRevision(view.revision())
                .build();
    }
}
