package dev.emplace.testkit.leaks;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sorts of text by which an answer would show the inside of a service. */
enum Leak {
    /**
     * Full names under the top-level packages that we and our libraries use, internal names, the short names of
     * exceptions and errors, and what {@link Object#toString()} says. Names of protobuf types have a version instead of
     * a top-level domain in front, and kinds of manifests a slash, so neither looks like one of these.
     */
    CLASS_NAME("(?<![\\w./@-])(?:javax?|jakarta|sun|jdk|kotlin|scala|org|io|com|dev|net)\\.(?:[a-z]\\w*\\.)+[A-Z]\\w*"
            + "|\\b(?:java/(?:lang|util|io|sql)|dev/emplace)/\\w+"
            + "|\\b\\w*[a-z](?:Exception|Throwable)\\b"
            + "|\\b(?:Assertion|OutOfMemory|StackOverflow|NoClassDefFound|NoSuch\\w+|\\w*Linkage|VirtualMachine)Error\\b"
            + "|\\b[A-Z][\\w$]*@[0-9a-f]{5,8}\\b"
            + "|\\$\\$Lambda"),

    SQL("(?is)\\bselect\\b.{1,400}?\\bfrom\\b"
            + "|\\binsert\\s+into\\b|\\bdelete\\s+from\\b|\\bupdate\\s+[\\w\".]+\\s+set\\b"
            + "|\\b(?:alter|create|drop)\\s+(?:table|index|sequence)\\b|\\bon\\s+conflict\\b"
            + "|\\bsql\\s?state\\b|\\bjdbc:\\w+"
            + "|\\brelation \"\\w+\"|\\bviolates \\S+(?: key)? constraint\\b"),

    STACK_TRACE("\\bat\\s+[\\w.$/<>@]+\\([\\w$]+\\.(?:java|kt|scala)(?::\\d+)?\\)"
            + "|\\bat\\s+[\\w.$/<>@]+\\((?:Native Method|Unknown Source)\\)"
            + "|\\w\\.(?:java|kt|scala):\\d+|\\bCaused by:");

    private final Pattern pattern;

    Leak(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    private Optional<Found> in(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(new Found(this, matcher.group(), text)) : Optional.empty();
    }

    /** The first leak in a text; what shows a frame of a stack is one rather than the class name in it. */
    static Optional<Found> anyIn(String text) {
        return Arrays.asList(STACK_TRACE, SQL, CLASS_NAME).stream()
                .flatMap(leak -> leak.in(text).stream())
                .findFirst();
    }

    /**
     * A leak that was found.
     *
     * @param shown the part of the text that gives it away
     */
    record Found(Leak leak, String shown, String text) {
        @Override
        public String toString() {
            return leak + " \"" + shown + "\" in: " + text;
        }
    }
}
