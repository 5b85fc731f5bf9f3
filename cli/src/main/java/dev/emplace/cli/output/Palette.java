package dev.emplace.cli.output;

/** Whether tones become colours. */
public enum Palette {
    PLAIN,
    ANSI;

    /** The text in that tone, with the sequences of ECMA-48 around it where there are colours. */
    public String paint(Tone tone, String text) {
        return this == PLAIN || text.isEmpty() || tone.graphics().isEmpty()
                ? text
                : "\u001b[" + tone.graphics() + "m" + text + "\u001b[0m";
    }
}
