package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.ListPriceHistoryRequest;
import dev.emplace.api.pricing.v1.ListPriceHistoryResponse;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.platform.paging.InvalidPageTokenException;
import dev.emplace.platform.paging.Page;
import dev.emplace.pricing.domain.UnknownOfferException;
import dev.emplace.pricing.domain.catalog.OfferVersion;
import dev.emplace.pricing.domain.catalog.PricePoint;
import dev.emplace.pricing.domain.catalog.PriceTimeline;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of what was believed of one offer over time.
 *
 * @param said of an offer, by its id, as the caller may see them
 */
record PriceHistoryPage(
        Function<String, List<OfferVersion>> said, OfferGallery gallery, ListPriceHistoryRequest request) {

    private static final int DEFAULT = 100;
    private static final int MAXIMUM = 1000;

    ListPriceHistoryResponse answer(long revision) {
        var page = Page.of(request, DEFAULT, MAXIMUM);
        var rest = points(revision).stream()
                .filter(point -> page.after()
                        .map(position -> point.from().isAfter(instant(position)))
                        .orElse(true))
                .limit(page.size() + 1L)
                .toList();
        var shown = rest.subList(0, Math.min(page.size(), rest.size()));
        var response = ListPriceHistoryResponse.newBuilder().setRevision(revision);
        shown.forEach(point -> response.addPoints(message(point)));
        if (rest.size() > shown.size()) {
            response.setNextPageToken(
                    page.next(shown.get(shown.size() - 1).from().toString()));
        }
        return response.build();
    }

    private List<PricePoint> points(long revision) {
        var start = request.hasStartTime() ? Instants.read("start_time", request.getStartTime()) : Instant.MIN;
        var end = request.hasEndTime()
                ? Optional.of(Instants.read("end_time", request.getEndTime()))
                : Optional.<Instant>empty();
        if (end.filter(last -> !last.isAfter(start)).isPresent()) {
            throw new InvalidFieldException("end_time", "is " + end.get() + "; must be after start_time, " + start);
        }
        var id = request.getName().substring(OfferMessages.COLLECTION.length());
        var versions = said.apply(id);
        if (versions.stream().noneMatch(version -> version.revision() <= revision)) {
            throw new UnknownOfferException("name", id);
        }
        return PriceTimeline.of(versions, revision).points(start, end);
    }

    private dev.emplace.api.pricing.v1.PricePoint message(PricePoint point) {
        var version = point.version();
        var message = dev.emplace.api.pricing.v1.PricePoint.newBuilder()
                .setStartTime(Instants.message(point.from()))
                .setOffer(gallery.message(version.offer()))
                .setRevision(version.revision())
                .setKnownFromTime(Instants.message(version.published()))
                .setSupersededRevision(point.superseded().orElse(0));
        point.until().map(Instants::message).ifPresent(message::setEndTime);
        return message.build();
    }

    private static Instant instant(String position) {
        try {
            return Instant.parse(position);
        } catch (DateTimeException forged) {
            throw new InvalidPageTokenException();
        }
    }
}
