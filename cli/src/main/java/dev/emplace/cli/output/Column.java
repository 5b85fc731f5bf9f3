package dev.emplace.cli.output;

/**
 * One column of a table.
 *
 * @param least the fewest characters it may be squeezed to; for a whole column none is given up
 * @param rank the column with the highest rank goes first where a terminal is narrow; 0 stays
 */
public record Column(String heading, Fit fit, int least, int rank, Tone tone) {

    /** What happens to a cell that is longer than its column. */
    enum Fit {
        /** Nothing: the column is as wide as its longest cell. */
        WHOLE,
        /** The same, aligned to the right. */
        NUMBER,
        /** The middle is left out: for names that are told in full elsewhere. */
        SHORTENED,
        /** It goes on in the next line. */
        WRAPPED
    }

    public static Column text(String heading) {
        return new Column(heading, Fit.WHOLE, 0, 0, Tone.PLAIN);
    }

    public static Column number(String heading) {
        return new Column(heading, Fit.NUMBER, 0, 0, Tone.PLAIN);
    }

    /** A name that JSON tells in full. */
    public static Column name(String heading, int least) {
        return new Column(heading, Fit.SHORTENED, least, 0, Tone.PLAIN);
    }

    public static Column prose(String heading, int least) {
        return new Column(heading, Fit.WRAPPED, least, 0, Tone.PLAIN);
    }

    /** The same column, left out of tables that are too wide; the highest rank first. */
    public Column leftOut(int newRank) {
        return new Column(heading, fit, least, newRank, tone);
    }

    public Column in(Tone newTone) {
        return new Column(heading, fit, least, rank, newTone);
    }

    boolean squeezable() {
        return fit == Fit.SHORTENED || fit == Fit.WRAPPED;
    }
}
