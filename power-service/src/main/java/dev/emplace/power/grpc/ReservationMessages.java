package dev.emplace.power.grpc;

import com.google.protobuf.ByteString;
import dev.emplace.api.power.v1.FencingToken;
import dev.emplace.api.power.v1.Reservation;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.power.domain.reservation.Archive.Found;
import dev.emplace.power.domain.reservation.Load;
import dev.emplace.power.domain.reservation.Token;
import java.util.Optional;

/** Reservations between the contract and the domain. */
final class ReservationMessages {
    private ReservationMessages() {}

    /** With what is kept with it, as far as its reader may see that. */
    static Reservation toProto(String site, Found found, Optional<String> reader) {
        return toProto(site, found.reservation()).toBuilder()
                .setPayload(ByteString.copyFrom(found.payload().shownTo(reader).bytes()))
                .build();
    }

    static Reservation toProto(String site, dev.emplace.power.domain.reservation.Reservation reservation) {
        Reservation.Builder message = Reservation.newBuilder()
                .setName(Names.reservation(site, reservation.id()))
                .setState(Choices.toProto(ReservationState.class, reservation.state(), "RESERVATION_STATE_"))
                .setDemand(DemandMessages.toProto(reservation.demand()))
                .addAllHeld(RackMessages.held(reservation.held()))
                .setHeldWatts(reservation.heldWatts())
                .setFencingToken(token(reservation.token()))
                .setHolder(reservation.holder())
                .setCreateTime(Numbers.timestamp(reservation.created()))
                .setEtag(reservation.token().etag());
        reservation.draw().ifPresent(draw -> message.setDraw(DrawMessages.toProto(draw)));
        reservation.expires().ifPresent(at -> message.setExpireTime(Numbers.timestamp(at)));
        reservation.leaseEnds().ifPresent(at -> message.setLeaseEndTime(Numbers.timestamp(at)));
        reservation.resolved().ifPresent(at -> message.setResolveTime(Numbers.timestamp(at)));
        if (reservation.state() == dev.emplace.power.domain.reservation.ReservationState.LAPSED) {
            reservation.resolved().ifPresent(at -> message.setLapseTime(Numbers.timestamp(at)));
        }
        reservation.quiet().ifPresent(run -> message.setQuietRun(MeteredMessages.toProto(run)));
        reservation.resized().ifPresent(at -> message.setResizeTime(Numbers.timestamp(at)));
        return message.build();
    }

    static dev.emplace.power.domain.reservation.Reservation toDomain(Reservation message) {
        var demand = DemandMessages.toDomain(message.getDemand(), "demand");
        String accelerator =
                demand.load() instanceof Load.OfWorkload of ? of.workload().accelerator() : "";
        return new dev.emplace.power.domain.reservation.Reservation(
                Names.reservation(message.getName()).reservation(),
                message.hasLapseTime()
                        ? dev.emplace.power.domain.reservation.ReservationState.LAPSED
                        : state(message.getState()),
                demand,
                RackMessages.held(message.getHeldList(), accelerator, demand.survival()),
                message.hasDraw() ? Optional.of(DrawMessages.toDomain(message.getDraw())) : Optional.empty(),
                new Token(
                        message.getFencingToken().getEpoch(),
                        message.getFencingToken().getRevision()),
                message.getHolder(),
                Numbers.instant(message.getCreateTime(), "create_time"),
                message.hasExpireTime()
                        ? Optional.of(Numbers.instant(message.getExpireTime(), "expire_time"))
                        : Optional.empty(),
                message.hasLeaseEndTime()
                        ? Optional.of(Numbers.instant(message.getLeaseEndTime(), "lease_end_time"))
                        : Optional.empty(),
                message.hasResolveTime()
                        ? Optional.of(Numbers.instant(message.getResolveTime(), "resolve_time"))
                        : Optional.empty(),
                message.hasQuietRun() ? Optional.of(MeteredMessages.toDomain(message.getQuietRun())) : Optional.empty(),
                message.hasResizeTime()
                        ? Optional.of(Numbers.instant(message.getResizeTime(), "resize_time"))
                        : Optional.empty());
    }

    static dev.emplace.power.domain.reservation.ReservationState state(ReservationState state) {
        return Choices.toDomain(
                dev.emplace.power.domain.reservation.ReservationState.class, state, "RESERVATION_STATE_");
    }

    static FencingToken token(Token token) {
        return FencingToken.newBuilder()
                .setEpoch(token.epoch())
                .setRevision(token.revision())
                .build();
    }
}
