package dev.emplace.power.grpc;

import com.google.type.Decimal;
import dev.emplace.api.power.v1.DrawEstimate;
import dev.emplace.api.power.v1.DrawPart;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.ServedModel;
import dev.emplace.power.domain.draw.Workload;
import java.math.BigDecimal;
import java.util.Optional;

/** Workloads and their draw between the contract and the domain. */
final class DrawMessages {
    private DrawMessages() {}

    static Workload toDomain(PowerWorkload message) {
        return new Workload(
                Names.accelerator(message.getAccelerator()),
                message.getAcceleratorCount(),
                Choices.toDomain(dev.emplace.power.domain.draw.LoadClass.class, message.getLoad(), "LOAD_CLASS_"),
                message.getBatchSize(),
                message.getCapWattsPerAccelerator(),
                message.hasServedModel() ? Optional.of(model(message.getServedModel())) : Optional.empty());
    }

    private static dev.emplace.power.domain.draw.ServedModel model(ServedModel message) {
        return new dev.emplace.power.domain.draw.ServedModel(
                message.getParameterCount(),
                message.getActiveParameterCount() == 0
                        ? message.getParameterCount()
                        : message.getActiveParameterCount(),
                Math.max(1, message.getAcceleratorsPerReplica()));
    }

    static PowerWorkload toProto(Workload workload) {
        PowerWorkload.Builder message = PowerWorkload.newBuilder()
                .setAccelerator(workload.accelerator())
                .setAcceleratorCount(workload.accelerators())
                .setLoad(Choices.toProto(LoadClass.class, workload.load(), "LOAD_CLASS_"))
                .setBatchSize(workload.batchSize())
                .setCapWattsPerAccelerator(workload.capWatts());
        workload.model()
                .ifPresent(model -> message.setServedModel(ServedModel.newBuilder()
                        .setParameterCount(model.parameters())
                        .setActiveParameterCount(model.activeParameters())
                        .setAcceleratorsPerReplica(model.accelerators())));
        return message.build();
    }

    static DrawEstimate toProto(dev.emplace.power.domain.draw.DrawEstimate draw) {
        DrawEstimate.Builder message = DrawEstimate.newBuilder()
                .setP50Watts(draw.p50())
                .setP95Watts(draw.p95())
                .setPeakWatts(draw.peak())
                .setP50LowWatts(draw.p50Low())
                .setP50HighWatts(draw.p50High())
                .setNameplateWatts(draw.nameplate())
                .setServerCount(draw.servers())
                .setHeatAirWatts(draw.airWatts())
                .setHeatLiquidWatts(draw.liquidWatts())
                .addAllParts(draw.parts().stream().map(DrawMessages::part).toList());
        draw.coincidence().ifPresent(share -> message.setCoincidence(Numbers.decimal(share, 3)));
        return message.build();
    }

    private static DrawPart part(dev.emplace.power.domain.draw.DrawPart part) {
        DrawPart.Builder message = DrawPart.newBuilder()
                .setDescription(part.description())
                .setP50Watts(part.p50Watts())
                .setFormula(part.formula())
                .setSource(part.source());
        part.fractionOfTdp().ifPresent(fraction -> message.setFractionOfTdp(Numbers.decimal(fraction, 4)));
        return message.build();
    }

    static dev.emplace.power.domain.draw.DrawEstimate toDomain(DrawEstimate message) {
        return new dev.emplace.power.domain.draw.DrawEstimate(
                message.getP50Watts(),
                message.getP95Watts(),
                message.getPeakWatts(),
                message.getP50LowWatts(),
                message.getP50HighWatts(),
                message.getNameplateWatts(),
                message.getServerCount(),
                message.getHeatAirWatts(),
                message.getHeatLiquidWatts(),
                message.getPartsList().stream().map(DrawMessages::part).toList(),
                message.hasCoincidence() ? Optional.of(number(message.getCoincidence())) : Optional.empty());
    }

    private static dev.emplace.power.domain.draw.DrawPart part(DrawPart message) {
        return new dev.emplace.power.domain.draw.DrawPart(
                message.getDescription(),
                message.getP50Watts(),
                message.getFormula(),
                message.getSource(),
                message.hasFractionOfTdp() ? Optional.of(number(message.getFractionOfTdp())) : Optional.empty());
    }

    private static double number(Decimal written) {
        return new BigDecimal(written.getValue()).doubleValue();
    }
}
