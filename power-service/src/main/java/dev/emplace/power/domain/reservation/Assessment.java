package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.Binding;
import dev.emplace.power.domain.draw.DrawEstimate;
import java.util.Optional;

/**
 * Whether a demand fits at a site.
 *
 * @param binding the limit that stops it, or would be met first after it
 * @param fittingAccelerators the most of the kind that would fit, the demand included; 0 for a load in watts
 * @param draw empty for a load in watts
 */
public record Assessment(
        String site, boolean fits, Binding binding, int fittingAccelerators, Optional<DrawEstimate> draw, double pue) {}
