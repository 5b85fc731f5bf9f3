package dev.emplace.pricing.ingest.formats;

import dev.emplace.pricing.domain.offers.Authority;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One upstream format. */
public interface PriceFormat {

    /** How near to the seller prices in this format are. */
    Authority authority();

    /** The media types that a server may send it as, in lower case. */
    List<String> mediaTypes();

    /**
     * Reads all pages, never holding one of them in memory.
     *
     * @throws dev.emplace.pricing.domain.imports.BrokenFileException where they are not this format, whole
     */
    void read(List<PricePage> pages, Rows rows) throws IOException;

    /** Where the next page is; empty for the last, and for formats of one page. */
    default Optional<URI> next(URI current, PricePage page) throws IOException {
        return Optional.empty();
    }
}
