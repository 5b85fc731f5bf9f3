package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.GetProviderRequest;
import dev.emplace.api.pricing.v1.GetProviderResponse;
import dev.emplace.api.pricing.v1.ListProvidersRequest;
import dev.emplace.api.pricing.v1.ListProvidersResponse;
import dev.emplace.api.pricing.v1.ProviderServiceGrpc;
import dev.emplace.platform.paging.Page;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.providers.ProviderDirectory;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.EnumSet;
import java.util.Set;

/** ProviderService of the contract, from what ships with the service. */
@GrpcService
public class ProviderEndpoint extends ProviderServiceGrpc.ProviderServiceImplBase {

    private static final int DEFAULT_LIST = 100;
    private static final int MAXIMUM = 1000;

    private final CatalogReads reads;
    private final ProviderDirectory providers;

    ProviderEndpoint(CatalogReads reads, Reference reference) {
        this.reads = reads;
        this.providers = reference.providers();
    }

    @Override
    public void getProvider(GetProviderRequest request, StreamObserver<GetProviderResponse> out) {
        reads.answer(out, request.getMinRevision(), catalog -> {
            var id = request.getName().substring(ProviderMessages.COLLECTION.length());
            return GetProviderResponse.newBuilder()
                    .setProvider(ProviderMessages.message(providers.get("name", id)))
                    .setRevision(catalog.revision())
                    .build();
        });
    }

    @Override
    public void listProviders(ListProvidersRequest request, StreamObserver<ListProvidersResponse> out) {
        reads.answer(out, request.getMinRevision(), catalog -> list(catalog.revision(), request));
    }

    private ListProvidersResponse list(long revision, ListProvidersRequest request) {
        var page = Page.of(request, DEFAULT_LIST, MAXIMUM);
        var found = providers.list(kinds(request), page.after(), page.size() + 1);
        var shown = found.subList(0, Math.min(page.size(), found.size()));
        var response = ListProvidersResponse.newBuilder().setRevision(revision);
        shown.forEach(provider -> response.addProviders(ProviderMessages.message(provider)));
        if (found.size() > shown.size()) {
            response.setNextPageToken(page.next(shown.get(shown.size() - 1).id()));
        }
        return response.build();
    }

    private static Set<ProviderKind> kinds(ListProvidersRequest request) {
        var kinds = EnumSet.noneOf(ProviderKind.class);
        for (int i = 0; i < request.getKindsCount(); i++) {
            kinds.add(Choices.kind("kinds[" + i + "]", request.getKinds(i)));
        }
        return kinds;
    }
}
