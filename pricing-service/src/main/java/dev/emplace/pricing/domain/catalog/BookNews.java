package dev.emplace.pricing.domain.catalog;

/** Tells that something was published, soon after; may miss some, so that it only saves waiting for the next look. */
public interface BookNews {

    /** Runs {@code onNews}, which must not block, on each publication from now on until the service stops. */
    void follow(Runnable onNews);
}
