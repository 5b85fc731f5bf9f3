package dev.emplace.cli;

/** Something that the user can mend, said in one line: what is wrong, and what to do. */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CliException(String message) {
        super(message);
    }

    public CliException(String message, Throwable cause) {
        super(message, cause);
    }
}
