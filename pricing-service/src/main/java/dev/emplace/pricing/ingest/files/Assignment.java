package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.RequestKey;
import dev.emplace.pricing.domain.sheets.Sharing;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be imported, and how.
 *
 * @param source the feed's name
 * @param provider of files that do not name it
 * @param document a citation of the file; its name or address
 * @param sharing who imports it, and who is to see it
 * @param observed when the source said so; now where it is not known
 */
public record Assignment(
        String source,
        FileFormat format,
        String provider,
        String document,
        Optional<Instant> observed,
        boolean acceptLoss,
        boolean validateOnly,
        String caller,
        Sharing sharing,
        RequestKey request) {

    /** Where it comes from an address, that without its query: there are keys in some, and everybody may read this. */
    Assignment citing(URI address) {
        var citation = AddressRules.citation(address.toString());
        return new Assignment(
                source, format, provider, citation, observed, acceptLoss, validateOnly, caller, sharing, request);
    }
}
