package dev.emplace.workload.grpc;

import com.google.protobuf.ByteString;
import dev.emplace.api.workload.v1.ReservePlacementRequest;
import dev.emplace.api.workload.v1.ReservePlacementResponse;
import dev.emplace.api.workload.v1.ReservedPlan;
import dev.emplace.workload.domain.reserve.RequestIdReusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The first answer to a request, as power-service keeps it with the reservation. */
final class ReservedRecord {
    /** What the contract of power-service takes. */
    static final int MOST_BYTES = 128 << 10;

    /** A record is a few hundred KiB; what is not ours could unfold to anything. */
    private static final int MOST_UNFOLDED = 64 << 20;

    private final ReservePlacementRequest request;
    private final String fingerprint;

    ReservedRecord(ReservePlacementRequest request) {
        this.request = request;
        this.fingerprint = sha256(request.toBuilder().clearRequestId().build().toByteArray());
    }

    byte[] written(ReservePlacementResponse response) {
        ReservePlacementResponse fitting = response;
        byte[] bytes = compressed(fitting);
        // The last placements first: what is held is the first.
        while (bytes.length > MOST_BYTES && fitting.getPlan().getPlacementsCount() > 1) {
            fitting = halved(fitting);
            bytes = compressed(fitting);
        }
        return bytes;
    }

    private static ReservePlacementResponse halved(ReservePlacementResponse response) {
        var plan = response.getPlan();
        var kept = plan.getPlacementsList().subList(0, plan.getPlacementsCount() / 2);
        return response.toBuilder()
                .setPlan(plan.toBuilder().clearPlacements().addAllPlacements(kept))
                .build();
    }

    private byte[] compressed(ReservePlacementResponse response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            ReservedPlan.newBuilder()
                    .setFingerprint(fingerprint)
                    .setResponse(response)
                    .build()
                    .writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    /** The first answer; another request's, or no record at all, means that the id is somebody else's. */
    ReservePlacementResponse read(ByteString payload) {
        ReservedPlan record;
        try (InputStream in = new GZIPInputStream(payload.newInput())) {
            record = ReservedPlan.parseFrom(in.readNBytes(MOST_UNFOLDED));
        } catch (IOException notOurs) {
            throw new RequestIdReusedException(request.getRequestId());
        }
        if (!record.getFingerprint().equals(fingerprint)) {
            throw new RequestIdReusedException(request.getRequestId());
        }
        return record.getResponse();
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
