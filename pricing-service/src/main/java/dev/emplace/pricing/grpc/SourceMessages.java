package dev.emplace.pricing.grpc;

import com.google.protobuf.Duration;
import dev.emplace.api.pricing.v1.ImportFormat;
import dev.emplace.api.pricing.v1.SourceSchedule;
import dev.emplace.api.pricing.v1.SourceStatus;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.SourceState;
import dev.emplace.pricing.domain.sheets.Identity;
import dev.emplace.pricing.domain.sheets.Sheets;
import dev.emplace.pricing.ingest.files.Subscription;
import dev.emplace.pricing.ingest.files.Subscriptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sources as the contract shows them.
 *
 * @param imports the last of each source
 * @param sheets which sources are shared with whom
 * @param asking who is answered
 */
record SourceMessages(
        Instant now, Subscriptions subscriptions, Map<String, ImportRecord> imports, Sheets sheets, Identity asking) {

    SourceStatus message(SourceState source) {
        var staleAfter = subscriptions.staleAfter(source.source());
        var message = SourceStatus.newBuilder()
                .setName("sources/" + source.source())
                .setStaleAfter(duration(staleAfter))
                .setStale(source.isStale(now, staleAfter))
                .addAllQuarantined(ImportMessages.counts(source.waiting()))
                .addAllReaders(readers(source.source()));
        source.observed().map(ImportMessages::time).ifPresent(message::setObservedTime);
        source.age(now).map(SourceMessages::duration).ifPresent(message::setAge);
        Optional.ofNullable(imports.get(source.source()))
                .map(ImportMessages::message)
                .ifPresent(message::setLastImport);
        subscriptions
                .of(source.source())
                .map(subscription -> schedule(subscription, source))
                .ifPresent(message::setSchedule);
        return message.build();
    }

    /** Readers of one sheet are nobody's business but of those who share it. */
    private List<String> readers(String source) {
        return sheets.of(source)
                .filter(sheet -> sheet.isManagedBy(asking))
                .map(sheet -> sheet.readers().stream().sorted().toList())
                .orElse(List.of());
    }

    private static SourceSchedule schedule(Subscription subscription, SourceState source) {
        var message = SourceSchedule.newBuilder()
                .setUrl(subscription.citation())
                .setFormat(ImportFormat.valueOf(
                        ImportMessages.FORMAT + subscription.format().name()))
                .setInterval(duration(subscription.every()));
        source.attempt()
                .ifPresent(attempt -> message.setAttemptTime(ImportMessages.time(attempt.time()))
                        .setProblem(attempt.problem()));
        return message.build();
    }

    /** In whole seconds: what follows is the time that the question took. */
    private static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder().setSeconds(duration.toSeconds()).build();
    }
}
