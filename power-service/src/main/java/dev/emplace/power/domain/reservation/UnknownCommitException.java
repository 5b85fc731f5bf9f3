package dev.emplace.power.domain.reservation;

/** The database did not say whether it committed. */
public final class UnknownCommitException extends RuntimeException {
    public UnknownCommitException(Throwable cause) {
        super("the outcome of a commit is unknown", cause);
    }
}
