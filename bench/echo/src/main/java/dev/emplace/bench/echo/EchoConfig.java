package dev.emplace.bench.echo;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** What is answered. */
@ConfigMapping(prefix = "emplace.echo")
interface EchoConfig {

    /** File that holds the answer to every search, one SearchOffersResponse in binary. */
    Path answer();
}
