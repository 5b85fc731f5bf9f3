package dev.emplace.power.domain.topology;

/**
 * What a node takes in beyond what it gives out: {@code a + b·P + c·P²} watts for an output of P watts.
 *
 * <p>No-load, proportional and square-law loss: the three terms of Schneider Electric White Paper 113,
 * "Electrical Efficiency Modeling for Data Centers".
 */
public record Losses(long noLoadWatts, double proportional, double squarePerWatt) {
    public static final Losses NONE = new Losses(0, 0, 0);

    public Losses {
        if (noLoadWatts < 0 || !(proportional >= 0) || proportional >= 1 || !(squarePerWatt >= 0)) {
            throw new IllegalArgumentException("loss coefficients are not negative, the proportional one below 1");
        }
    }

    /** Watts that are lost at an output. */
    public double of(double outputWatts) {
        return noLoadWatts + outputWatts * (proportional + outputWatts * squarePerWatt);
    }

    /** Input watts for that many output watts, rounded up to a whole watt. */
    public long inputFor(long outputWatts) {
        double p = outputWatts;
        return outputWatts + noLoadWatts + (long) Math.ceil(p * proportional + p * p * squarePerWatt);
    }
}
