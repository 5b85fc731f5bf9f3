package dev.emplace.cli.output;

/** What a piece of text means to its reader; a terminal shows it as a colour, everything else not at all. */
public enum Tone {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    DOUBTFUL("33"),
    BAD("31");

    private final String graphics;

    Tone(String graphics) {
        this.graphics = graphics;
    }

    /** The parameter of ANSI's Select Graphic Rendition; empty for none. */
    String graphics() {
        return graphics;
    }
}
