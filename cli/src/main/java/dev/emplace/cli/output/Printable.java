package dev.emplace.cli.output;

/** Text that cannot steer a terminal: manifests and services hold what strangers wrote. */
public final class Printable {

    private Printable() {}

    /** The text with a blank for each line break and a question mark for each other control character. */
    public static String of(String text) {
        return text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : steers(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Control characters, and those that are not seen but turn the direction of writing. */
    private static boolean steers(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
