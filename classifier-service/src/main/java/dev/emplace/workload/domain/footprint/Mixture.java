package dev.emplace.workload.domain.footprint;

/**
 * A mixture of experts; a dense model is one whose tokens touch all.
 *
 * @param activeParameters parameters that one token touches
 * @param experts experts of a layer that a token chooses from; 0 is dense, or unknown
 * @param activeExperts how many of them a token touches; 0 is dense, or unknown
 */
public record Mixture(long activeParameters, int experts, int activeExperts) {
    static Mixture dense(long parameters) {
        return new Mixture(parameters, 0, 0);
    }

    /**
     * Parameters that a step touches on average in which so many requests are written. Tokens choose independently, so
     * they touch E(1 - (1 - k/E)^B) of E experts, k for each of B tokens. Where the experts are not known, none is shared.
     *
     * @param parameters all parameters
     */
    double touched(long parameters, int requests) {
        if (activeExperts == 0 || experts <= activeExperts) {
            return Math.min((double) parameters, (double) activeParameters * requests);
        }
        double expert = (double) (parameters - activeParameters) / (experts - activeExperts);
        double untouched = Math.pow(1 - (double) activeExperts / experts, requests);
        return parameters - expert * experts * untouched;
    }
}
