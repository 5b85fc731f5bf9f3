package dev.emplace.power.grpc;

import com.google.protobuf.Message;
import dev.emplace.api.power.v1.ApplyTopologyRequest;
import dev.emplace.api.power.v1.ApplyTopologyResponse;
import dev.emplace.api.power.v1.CreateReservationResponse;
import dev.emplace.api.power.v1.ReservationState;
import dev.emplace.api.power.v1.SetQuotasResponse;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Quotas;
import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Records in the messages of the contract, which stay readable from one release to the next by the rules that the
 * contract is kept by.
 */
@ApplicationScoped
public class ContractFormat implements RecordFormat {
    private static final int OF_RESERVATION = 1;
    private static final int OF_SITE = 2;

    /** In a record, the row says which site a reservation is of. */
    private static final String NO_SITE = "-";

    @Override
    public byte[] write(Change change) {
        if (change instanceof Change.OfSite of) {
            return delimited(
                    OF_SITE,
                    SiteMessages.toProto(of, of.site().token().revision()),
                    ApplyTopologyRequest.newBuilder()
                            .setForceReason(of.forceReason())
                            .build());
        }
        if (change instanceof Change.OfQuotas of) {
            // A version that knows no quotas reads a topology that changed nothing, and nothing behind it.
            Site same = of.site();
            return delimited(
                    OF_SITE,
                    ApplyTopologyResponse.newBuilder()
                            .setSite(SiteMessages.toProto(
                                    same, of.quotas().token().revision()))
                            .setRevision(of.quotas().token().revision())
                            .build(),
                    ApplyTopologyRequest.getDefaultInstance(),
                    QuotaMessages.stored(of.quotas()));
        }
        Change.OfReservation of = (Change.OfReservation) change;
        var outcome = CreateReservationResponse.newBuilder().setReservation(stored(of.reservation()));
        of.next().ifPresent(next -> outcome.setBinding(DemandMessages.toProto(next)));
        return delimited(OF_RESERVATION, outcome.build());
    }

    private static byte[] delimited(int kind, Message... parts) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(kind);
            for (Message part : parts) {
                part.writeDelimitedTo(bytes);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    @Override
    public Change readChange(byte[] bytes) {
        ByteArrayInputStream parts = new ByteArrayInputStream(bytes);
        if (parts.read() == OF_SITE) {
            var outcome = read(() -> ApplyTopologyResponse.parseDelimitedFrom(parts));
            var request = read(() -> ApplyTopologyRequest.parseDelimitedFrom(parts));
            if (parts.available() > 0) {
                var quotas = read(() -> SetQuotasResponse.parseDelimitedFrom(parts));
                return new Change.OfQuotas(SiteMessages.toDomain(outcome.getSite()), QuotaMessages.toDomain(quotas));
            }
            return SiteMessages.toDomain(outcome, request.getForceReason());
        }
        var outcome = read(() -> CreateReservationResponse.parseDelimitedFrom(parts));
        return new Change.OfReservation(
                ReservationMessages.toDomain(outcome.getReservation()),
                outcome.hasBinding() ? Optional.of(DemandMessages.toDomain(outcome.getBinding())) : Optional.empty());
    }

    @Override
    public byte[] write(Site site) {
        return SiteMessages.toProto(site, site.token().revision()).toByteArray();
    }

    @Override
    public Site readSite(byte[] bytes) {
        return SiteMessages.toDomain(read(() -> dev.emplace.api.power.v1.Site.parseFrom(bytes)));
    }

    @Override
    public byte[] write(Quotas quotas) {
        return QuotaMessages.stored(quotas).toByteArray();
    }

    @Override
    public Quotas readQuotas(byte[] bytes) {
        return QuotaMessages.toDomain(read(() -> SetQuotasResponse.parseFrom(bytes)));
    }

    @Override
    public byte[] write(Reservation reservation) {
        return stored(reservation).toByteArray();
    }

    /** A version that knows no leases takes a lapsed one for confirmed, and so holds its capacity. */
    private static dev.emplace.api.power.v1.Reservation stored(Reservation reservation) {
        var message = ReservationMessages.toProto(NO_SITE, reservation);
        return message.hasLapseTime()
                ? message.toBuilder()
                        .setState(ReservationState.RESERVATION_STATE_CONFIRMED)
                        .build()
                : message;
    }

    @Override
    public Reservation readReservation(byte[] bytes) {
        return ReservationMessages.toDomain(read(() -> dev.emplace.api.power.v1.Reservation.parseFrom(bytes)));
    }

    private interface Reading<M> {
        M read() throws IOException;
    }

    private static <M> M read(Reading<M> reading) {
        try {
            return reading.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a stored record cannot be read", unreadable);
        }
    }
}
