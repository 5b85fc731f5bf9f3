package dev.emplace.workload.clients;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.ListAcceleratorsRequest;
import dev.emplace.api.pricing.v1.ListAcceleratorsResponse;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.QuoteUsageResponse;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.plan.Prices;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prices of pricing-service. The table of accelerators is kept for a while, so that a plan costs one call. */
public final class GrpcPrices implements Prices {
    /** What is asked of pricing-service; none of it changes anything. */
    public static final List<MethodDescriptor<?, ?>> READS =
            List.of(CatalogServiceGrpc.getListAcceleratorsMethod(), QuoteServiceGrpc.getQuoteUsageMethod());

    private static final int PAGE = 1_000;

    private final Connection connection;
    private final Duration kept;
    private final Clock clock;
    private volatile @Nullable Kept accelerators;

    private record Kept(List<AcceleratorFacts> accelerators, Instant until) {}

    public GrpcPrices(Connection connection, Duration kept, Clock clock) {
        this.connection = connection;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public List<AcceleratorFacts> accelerators() {
        Kept known = accelerators;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.accelerators();
        }
        List<AcceleratorFacts> read = readAccelerators();
        accelerators = new Kept(read, clock.instant().plus(kept));
        return read;
    }

    private List<AcceleratorFacts> readAccelerators() {
        List<AcceleratorFacts> all = new ArrayList<>();
        String token = "";
        do {
            ListAcceleratorsRequest request = ListAcceleratorsRequest.newBuilder()
                    .setPageSize(PAGE)
                    .setPageToken(token)
                    .build();
            ListAcceleratorsResponse page = answered(() ->
                    connection.ask(CatalogServiceGrpc::newBlockingStub, catalog -> catalog.listAccelerators(request)));
            page.getAcceleratorsList().stream()
                    .filter(QuoteMessages::runsModels)
                    .map(QuoteMessages::facts)
                    .forEach(all::add);
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return List.copyOf(all);
    }

    @Override
    public Quotes quote(List<Request> requests, List<SiteConditions> sites, long minRevision) {
        if (requests.isEmpty()) {
            return new Quotes(List.of(), 0);
        }
        QuoteUsageRequest request = QuoteMessages.request(requests, sites, minRevision);
        QuoteUsageResponse response =
                answered(() -> connection.ask(QuoteServiceGrpc::newBlockingStub, quotes -> quotes.quoteUsage(request)));
        return QuoteMessages.quotes(requests, response);
    }

    /** A refusal is the caller's to read and passes on as it is; silence is named. */
    private <R> R answered(Supplier<R> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException failed) {
            // Our own time-out; where the caller's deadline passed, the caller is told so already.
            boolean tooSlow = failed.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
                    && !Context.current().isCancelled();
            if (tooSlow || Refusals.faulty(failed)) {
                throw new DependencyUnavailableException(
                        connection.service(), failed.getStatus().getCode().name());
            }
            throw failed;
        }
    }
}
