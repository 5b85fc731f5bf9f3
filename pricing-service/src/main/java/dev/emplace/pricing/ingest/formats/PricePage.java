package dev.emplace.pricing.ingest.formats;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, or of a page of an interface; may be read more than once. */
@FunctionalInterface
public interface PricePage {

    InputStream open() throws IOException;
}
