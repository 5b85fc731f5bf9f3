package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.ImportHeader;
import dev.emplace.api.pricing.v1.ImportOffersRequest;
import dev.emplace.api.pricing.v1.ImportOffersResponse;
import dev.emplace.api.pricing.v1.PushedPrice;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.imports.Conditions;
import dev.emplace.pricing.domain.imports.Feed;
import dev.emplace.pricing.domain.imports.ImportLimit;
import dev.emplace.pricing.domain.imports.Importer;
import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.imports.Order;
import dev.emplace.pricing.domain.imports.StatedMachine;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.offers.Window;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Prices that a provider pushes itself. */
final class Push {

    private final MessageQueue<ImportOffersRequest> messages;
    private final Importer importer;
    private final Clock clock;
    private final ImportLimit limit;

    Push(MessageQueue<ImportOffersRequest> messages, Importer importer, Clock clock, ImportLimit limit) {
        this.messages = messages;
        this.importer = importer;
        this.clock = clock;
        this.limit = limit;
    }

    ImportOffersResponse run() throws Exception {
        var first = messages.take().orElseThrow(ImportHeaders::headerFirst);
        if (!first.hasHeader()) {
            throw ImportHeaders.headerFirst();
        }
        return limit.now(() -> take(first.getHeader()));
    }

    private ImportOffersResponse take(ImportHeader header) throws InterruptedException {
        var digest = ImportHeaders.sha256();
        var rows = new ArrayList<ObservedRow>();
        long bytes = 0;
        for (var message = messages.take(); message.isPresent(); message = messages.take()) {
            if (!message.get().hasPrices()) {
                throw ImportHeaders.headerFirst();
            }
            var body = message.get().toByteArray();
            digest.update(body);
            bytes += body.length;
            add(message.get().getPrices().getPricesList(), rows);
        }
        if (rows.isEmpty()) {
            throw new InvalidFieldException("prices", "are none; a push says all that its source has to say");
        }
        var order = order(header, HexFormat.of().formatHex(digest.digest()), bytes);
        return ImportOffersResponse.newBuilder()
                .setPriceImport(ImportMessages.message(importer.run(order, rows, Map.of())))
                .build();
    }

    private void add(List<PushedPrice> prices, List<ObservedRow> rows) {
        if (rows.size() + prices.size() > limit.rows()) {
            throw new InvalidFieldException("prices", "are more than " + limit.rows() + "; push fewer regions at once");
        }
        for (var price : prices) {
            var row = row(rows.size() + 1, price);
            row.fault().ifPresent(fault -> {
                throw new InvalidFieldException("prices", "number " + row.line() + ": " + fault);
            });
            rows.add(row);
        }
    }

    private Order order(ImportHeader header, String body, long bytes) {
        var observed = ImportHeaders.observed(header).orElseGet(clock::instant);
        return new Order(
                new Feed(
                        header.getSource(),
                        Authority.PROVIDER,
                        PriceBasis.LIST,
                        header.getDocument(),
                        observed.atOffset(ZoneOffset.UTC).toLocalDate()),
                ImportMessages.PUSH,
                observed,
                header.getAcceptLoss(),
                header.getValidateOnly(),
                bytes,
                ImportHeaders.caller(),
                Asking.sharing(header.getReadersList()),
                ImportHeaders.key(header, header, body),
                Optional.empty());
    }

    private static ObservedRow row(long line, PushedPrice price) {
        return new ObservedRow(
                line,
                price.getProvider().toLowerCase(Locale.ROOT),
                price.getRegion(),
                Optional.of(price.getZone()).filter(zone -> !zone.isEmpty()),
                price.getInstanceType(),
                Choices.model("commercial_model", price.getCommercialModel()),
                term(price),
                price.hasPrice() ? Optional.of(price.getPrice().getValue()) : Optional.empty(),
                price.getCurrencyCode(),
                true,
                machine(price),
                price.hasStartTime() ? Optional.of(ImportMessages.time(price.getStartTime())) : Optional.empty(),
                conditions(price));
    }

    private static Optional<Term> term(PushedPrice price) {
        return price.getTermMonths() == 0
                ? dates(price).map(Window::term)
                : Optional.of(Term.ofMonths(price.getTermMonths()));
    }

    private static Conditions conditions(PushedPrice price) {
        return new Conditions(
                price.hasEndTime() ? Optional.of(ImportMessages.time(price.getEndTime())) : Optional.empty(),
                price.hasUpfrontPrice() ? Amounts.decimal("upfront_price", price.getUpfrontPrice()) : BigDecimal.ZERO,
                Math.max(1, price.getMinimumMachineCount()),
                dates(price));
    }

    /** A block without dates could not be told from the next. */
    private static Optional<Window> dates(PushedPrice price) {
        boolean block = price.getCommercialModel() == CommercialModel.COMMERCIAL_MODEL_CAPACITY_BLOCK;
        if (price.hasBlockStartTime() != block || price.hasBlockEndTime() != block) {
            throw new InvalidFieldException(
                    "block_start_time", "and block_end_time belong to capacity blocks, and to all of them");
        }
        if (!block) {
            return Optional.empty();
        }
        try {
            var dates = new Window(
                    ImportMessages.time(price.getBlockStartTime()), ImportMessages.time(price.getBlockEndTime()));
            return Optional.of(dates.term()).map(wholeDays -> dates);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidFieldException("block_end_time", String.valueOf(wrong.getMessage()));
        }
    }

    private static Optional<StatedMachine> machine(PushedPrice price) {
        return price.getAccelerator().isEmpty()
                ? Optional.empty()
                : Optional.of(new StatedMachine(
                        Optional.of(price.getAccelerator()),
                        price.hasAcceleratorCount()
                                ? Optional.of(Amounts.decimal("accelerator_count", price.getAcceleratorCount()))
                                : Optional.empty(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty()));
    }
}
