package dev.emplace.workload.grpc;

import com.google.protobuf.Duration;
import dev.emplace.api.workload.v1.AcceleratorChoice;
import dev.emplace.api.workload.v1.AcceleratorEstimate;
import dev.emplace.api.workload.v1.EstimateFootprintRequest;
import dev.emplace.api.workload.v1.EstimateFootprintResponse;
import dev.emplace.api.workload.v1.Figure;
import dev.emplace.api.workload.v1.FootprintMode;
import dev.emplace.api.workload.v1.Quantity;
import dev.emplace.api.workload.v1.Tuning;
import dev.emplace.workload.domain.estimate.Choice;
import dev.emplace.workload.domain.estimate.Estimate;
import dev.emplace.workload.domain.estimate.EstimateRequest;
import dev.emplace.workload.domain.footprint.Training;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import java.util.Optional;

/** Reads for what a footprint is asked, and tells what came of it. */
final class EstimateMessages {
    private EstimateMessages() {}

    static EstimateRequest read(EstimateFootprintRequest request) {
        return new EstimateRequest(
                request.getAcceleratorsList().stream()
                        .map(EstimateMessages::choice)
                        .toList(),
                training(request.getTuning()),
                request.hasTokenObjective() ? Optional.of(millis(request.getTokenObjective())) : Optional.empty(),
                request.getInputsMap());
    }

    private static Choice choice(AcceleratorChoice choice) {
        return new Choice(
                choice.getAccelerator(),
                choice.hasAcceleratorsPerReplica() ? Optional.of(choice.getAcceleratorsPerReplica()) : Optional.empty(),
                choice.hasMemoryBytes() ? Optional.of(choice.getMemoryBytes()) : Optional.empty(),
                choice.hasMemoryBandwidthBytesPerSecond()
                        ? Optional.of(choice.getMemoryBandwidthBytesPerSecond())
                        : Optional.empty(),
                choice.hasBf16Flops() ? Optional.of(choice.getBf16Flops()) : Optional.empty());
    }

    private static Optional<Training> training(Tuning tuning) {
        return switch (tuning) {
            case TUNING_FULL -> Optional.of(Training.FULL);
            case TUNING_LORA -> Optional.of(Training.LORA);
            case TUNING_QLORA -> Optional.of(Training.QLORA);
            case TUNING_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static double millis(Duration duration) {
        return duration.getSeconds() * 1e3 + duration.getNanos() / 1e6;
    }

    static EstimateFootprintResponse of(Estimate estimate, Reading reading, Policy policy) {
        EstimateFootprintResponse.Builder message = EstimateFootprintResponse.newBuilder()
                .setClassification(ClassificationMessages.of(reading, policy))
                .setMode(FootprintMode.valueOf("FOOTPRINT_MODE_" + estimate.mode()))
                .setPolicyVersion(policy.version());
        estimate.accelerators().forEach(each -> message.addEstimates(of(each)));
        estimate.assumptions().forEach(assumed -> message.addAssumptions(FootprintMessages.of(assumed)));
        return message.build();
    }

    private static AcceleratorEstimate of(Estimate.PerAccelerator each) {
        AcceleratorEstimate.Builder message = AcceleratorEstimate.newBuilder()
                .setFootprint(FootprintMessages.of(each.footprint()))
                .setFits(each.footprint().fits())
                .setShortfall(each.shortfall());
        each.figures().forEach(figure -> message.addFigures(of(figure)));
        return message.build();
    }

    private static Figure of(dev.emplace.workload.domain.estimate.Figure figure) {
        return Figure.newBuilder()
                .setQuantity(Quantity.valueOf("QUANTITY_" + figure.quantity()))
                .setExpected(figure.expected())
                .setLow(figure.low())
                .setHigh(figure.high())
                .setFormula(figure.formula())
                .addAllOverriddenBy(figure.overriddenBy())
                .build();
    }
}
