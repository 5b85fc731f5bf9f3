package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.ElectricalCode;
import dev.emplace.api.power.v1.Loss;
import dev.emplace.api.power.v1.PowerNode;
import dev.emplace.api.power.v1.PowerNodeKind;
import dev.emplace.api.power.v1.RatingSide;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.topology.EmergencyLimit;
import dev.emplace.power.domain.topology.Losses;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.Rating;
import java.math.BigDecimal;
import java.util.Optional;

/** Power nodes between the contract and the domain. */
final class NodeMessages {
    private NodeMessages() {}

    static dev.emplace.power.domain.topology.PowerNode toDomain(PowerNode message, String field) {
        NodeKind kind = Choices.toDomain(NodeKind.class, message.getKind(), "POWER_NODE_KIND_");
        Rating.Side side =
                message.getRatingSide() == RatingSide.RATING_SIDE_INPUT ? Rating.Side.INPUT : Rating.Side.OUTPUT;
        return new dev.emplace.power.domain.topology.PowerNode(
                message.getNodeId(),
                kind,
                message.getFedByList(),
                new Rating(message.getRatedWatts(), derate(message, kind, field), side),
                emergency(message, field),
                losses(message.getLoss(), field + ".loss"),
                message.getCooledByList());
    }

    private static BigDecimal derate(PowerNode message, NodeKind kind, String field) {
        return message.hasDerate()
                ? Numbers.decimal(message.getDerate(), field + ".derate", "0.01", "1")
                : code(message.getCode()).derateOf(kind);
    }

    private static dev.emplace.power.domain.topology.ElectricalCode code(ElectricalCode code) {
        return switch (code) {
            case ELECTRICAL_CODE_NEC_FULL_RATED -> dev.emplace.power.domain.topology.ElectricalCode.NEC_FULL_RATED;
            case ELECTRICAL_CODE_IEC -> dev.emplace.power.domain.topology.ElectricalCode.IEC;
            case ELECTRICAL_CODE_UNSPECIFIED, ELECTRICAL_CODE_NEC, UNRECOGNIZED ->
                dev.emplace.power.domain.topology.ElectricalCode.NEC;
        };
    }

    private static Optional<EmergencyLimit> emergency(PowerNode message, String field) {
        if (message.getEmergencyWatts() == 0) {
            return Optional.empty();
        }
        java.time.Duration lasts = Numbers.duration(message.getEmergencyDuration());
        if (lasts.isNegative() || lasts.isZero()) {
            throw new InvalidFieldException(
                    field + ".emergency_duration", "must be above 0 where emergency_watts is given");
        }
        return Optional.of(new EmergencyLimit(message.getEmergencyWatts(), lasts));
    }

    private static Losses losses(Loss loss, String field) {
        double proportional = loss.hasProportional()
                ? Numbers.decimal(loss.getProportional(), field + ".proportional", "0", "0.9")
                        .doubleValue()
                : 0;
        double square = loss.hasSquarePerWatt()
                ? Numbers.decimal(loss.getSquarePerWatt(), field + ".square_per_watt", "0", "0.001")
                        .doubleValue()
                : 0;
        return new Losses(loss.getNoLoadWatts(), proportional, square);
    }

    static PowerNode toProto(dev.emplace.power.domain.topology.PowerNode node) {
        PowerNode.Builder message = PowerNode.newBuilder()
                .setNodeId(node.id())
                .setKind(Choices.toProto(PowerNodeKind.class, node.kind(), "POWER_NODE_KIND_"))
                .addAllFedBy(node.fedBy())
                .setRatedWatts(node.rating().ratedWatts())
                .setDerate(Numbers.decimal(node.rating().derate()))
                .setRatingSide(Choices.toProto(RatingSide.class, node.rating().side(), "RATING_SIDE_"))
                .addAllCooledBy(node.cooledBy());
        node.emergency()
                .ifPresent(limit -> message.setEmergencyWatts(limit.watts())
                        .setEmergencyDuration(Numbers.duration(limit.duration())));
        if (!node.losses().equals(Losses.NONE)) {
            message.setLoss(loss(node.losses()));
        }
        return message.build();
    }

    private static Loss loss(Losses losses) {
        return Loss.newBuilder()
                .setNoLoadWatts(losses.noLoadWatts())
                .setProportional(Numbers.decimal(BigDecimal.valueOf(losses.proportional())))
                .setSquarePerWatt(Numbers.decimal(BigDecimal.valueOf(losses.squarePerWatt())))
                .build();
    }
}
