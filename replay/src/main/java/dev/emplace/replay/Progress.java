package dev.emplace.replay;

/** Is told how far a replay has come. */
@FunctionalInterface
public interface Progress {

    /** {@code done} of {@code total} in a stage that is named in a few words. */
    void show(String stage, long done, long total);
}
