package dev.emplace.pricing.config;

import dev.emplace.pricing.ingest.files.FileFormat;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one import may be, and where it is kept meanwhile. */
@ConfigMapping(prefix = "emplace.pricing.imports")
public interface ImportsConfig {

    /** The most bytes of one import, all of its pages together. They are kept on disk while they are read. */
    @WithDefault("8G")
    MemorySize maxSize();

    /** The most rows that one import keeps in memory, at about 200 bytes each, while they are compared. */
    @WithDefault("1000000")
    int maxRows();

    /** How many imports run at once in this replica, those of schedules among them. */
    @WithDefault("4")
    int atOnce();

    /** The folder for files while they are imported; the system's for temporary files by default. */
    Optional<String> directory();

    /** Whether servers in private networks, and by plain HTTP, may be read from: callers name addresses. */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long a server may take until a connection stands. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** How long a server may take until it begins to answer. */
    @WithDefault("60s")
    Duration answerTimeout();

    /** How long a body, or a caller who sends an import, may stand still. */
    @WithDefault("30s")
    Duration silence();

    /** How often a page is asked for where its server is busy, with growing pauses between. */
    @WithDefault("5")
    int attempts();

    /** The pause before the second attempt, doubled before each further one; a server's Retry-After counts instead. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest pause, whatever a server asks for. */
    @WithDefault("60s")
    Duration longestPause();

    /** How long all pages of one import may take. */
    @WithDefault("1h")
    Duration downloadLimit();

    /** How old what a source said last may be until the source counts as stale. */
    @WithDefault("7d")
    Duration staleAfter();

    /** How often it is looked whether a source is due, and how old the metrics of sources may be. */
    @WithDefault("15s")
    Duration lookInterval();

    /** What is read on a schedule, each under the name of its feed, such as {@code aws-karpenter}. */
    Map<String, Source> sources();

    /** A source that is read on a schedule, by one replica at a time. */
    interface Source {

        /** The address that is read; its first page, where there are several. */
        String url();

        /** The format that its server answers in: csv, skypilot, azure, aws or gcp. */
        FileFormat format();

        /** Whose prices they are, for skypilot, whose files do not say it: aws, gcp, lambda. */
        Optional<String> provider();

        /** How often it is read. */
        @WithDefault("6h")
        Duration every();

        /** How old what it said last may be; emplace.pricing.imports.stale-after by default. */
        Optional<Duration> staleAfter();

        /**
         * Who sees its prices, where it is a contracted sheet, named as the members of roles are: {@code
         * ISSUER:sub:SUBJECT}, {@code ISSUER:group:GROUP}, {@code certificate:uri:NAME}; {@code anonymous} is whoever calls
         * a service that does not tell callers apart. Everybody by default. What was public once cannot be a sheet.
         */
        Optional<Set<String>> readers();
    }
}
