package dev.emplace.pricing.grpc;

import com.google.protobuf.Timestamp;
import dev.emplace.api.pricing.v1.FlagCount;
import dev.emplace.api.pricing.v1.ImportFormat;
import dev.emplace.api.pricing.v1.ImportOutcome;
import dev.emplace.api.pricing.v1.LeftOutCount;
import dev.emplace.api.pricing.v1.PriceImport;
import dev.emplace.api.pricing.v1.QuarantineCount;
import dev.emplace.api.pricing.v1.QuarantineState;
import dev.emplace.api.pricing.v1.QuarantinedRow;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.QuarantineReason;
import dev.emplace.pricing.domain.imports.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports and quarantined rows as the contract shows them. */
final class ImportMessages {

    static final String QUARANTINED_ROWS = "quarantined-rows/";

    private static final String REASON = "QUARANTINE_REASON_";
    private static final String STATE = "QUARANTINE_STATE_";
    private static final String OUTCOME = "IMPORT_OUTCOME_";
    static final String FORMAT = "IMPORT_FORMAT_";

    private ImportMessages() {}

    static PriceImport message(ImportRecord ended) {
        var report = ended.report();
        var message = PriceImport.newBuilder()
                .setName(ended.id() == 0 ? "" : "imports/" + ended.id())
                .setSource(ended.source())
                .setFormat(
                        ended.format().equals(PUSH)
                                ? ImportFormat.IMPORT_FORMAT_UNSPECIFIED
                                : ImportFormat.valueOf(FORMAT + ended.format()))
                .setDocument(ended.document())
                .setObservedTime(time(ended.observed()))
                .setEndTime(time(ended.ended()))
                .setSizeBytes(ended.bytes())
                .setOutcome(ImportOutcome.valueOf(OUTCOME + ended.outcome().name()))
                .setRevision(ended.publication().revision())
                .setAddedOfferCount(ended.publication().added())
                .setChangedOfferCount(ended.publication().changed())
                .setWithdrawnOfferCount(ended.publication().withdrawn())
                .setLostOfferCount(ended.lost());
        return counted(message, report).build();
    }

    /** The format of what came by no file. */
    static final String PUSH = "PUSH";

    private static PriceImport.Builder counted(PriceImport.Builder message, Report report) {
        message.setRowCount(report.rows())
                .setPublishedRowCount(report.published())
                .setPricelessRowCount(report.withoutPrice())
                .setRepeatedRowCount(report.repeated())
                .setRejectedRowCount(report.rejected());
        message.addAllQuarantined(counts(report.quarantined()));
        report.flagged().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(count -> message.addFlagged(FlagCount.newBuilder()
                        .setFlag(Choices.message(count.getKey()))
                        .setRowCount(count.getValue())));
        report.leftOut().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(count -> message.addLeftOut(
                        LeftOutCount.newBuilder().setCause(count.getKey()).setEntryCount(count.getValue())));
        return message;
    }

    static List<QuarantineCount> counts(Map<QuarantineReason, Long> quarantined) {
        return quarantined.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> QuarantineCount.newBuilder()
                        .setReason(message(count.getKey()))
                        .setRowCount(count.getValue())
                        .build())
                .toList();
    }

    static QuarantinedRow message(dev.emplace.pricing.domain.imports.QuarantinedRow row) {
        var message = QuarantinedRow.newBuilder()
                .setName(QUARANTINED_ROWS + row.fingerprint())
                .setSource(row.source())
                .setState(QuarantineState.valueOf(STATE + row.state().name()))
                .setReason(message(row.reason()))
                .setNote(row.note())
                .setProvider(row.provider())
                .setRegion(row.region())
                .setZone(row.zone())
                .setInstanceType(row.instanceType())
                .setCommercialModel(row.model() + (row.term().isEmpty() ? "" : "-" + row.term()))
                .setStatedPrice(row.price())
                .setCurrencyCode(row.currency())
                .setLine(row.line())
                .setReleasable(row.publishable())
                .setStandingOffer(
                        row.standing().map(id -> OfferMessages.COLLECTION + id).orElse(""))
                .setFirstSeenTime(time(row.firstSeen()))
                .setLastSeenTime(time(row.lastSeen()))
                .setDecidedBy(row.decidedBy())
                .setComment(row.comment());
        row.decided().ifPresent(when -> message.setDecidedTime(time(when)));
        return message.build();
    }

    /** Empty for what means any. */
    static Optional<QuarantineReason> reason(dev.emplace.api.pricing.v1.QuarantineReason message) {
        return message.getNumber() == 0
                ? Optional.empty()
                : Optional.of(QuarantineReason.valueOf(message.name().substring(REASON.length())));
    }

    /** Empty for what means any. */
    static Optional<dev.emplace.pricing.domain.imports.QuarantinedRow.State> state(QuarantineState message) {
        return message.getNumber() == 0
                ? Optional.empty()
                : Optional.of(dev.emplace.pricing.domain.imports.QuarantinedRow.State.valueOf(
                        message.name().substring(STATE.length())));
    }

    private static dev.emplace.api.pricing.v1.QuarantineReason message(QuarantineReason reason) {
        return dev.emplace.api.pricing.v1.QuarantineReason.valueOf(REASON + reason.name());
    }

    static Timestamp time(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    static Instant time(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
