package dev.emplace.power.domain.draw;

import java.util.List;

/**
 * Moves the fractions of like devices to those of one that was measured: linear between the measured points, and on in
 * the direction of the last two.
 */
record Correction(List<Point> points) {
    static final Correction NONE = new Correction(List.of());

    /** A fraction that like devices show, and the one that this device showed. */
    record Point(double like, double measured) {}

    Correction {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).like() <= points.get(i - 1).like()) {
                throw new IllegalArgumentException("points rise");
            }
        }
    }

    Fraction of(Fraction like, double most) {
        double median = Math.min(most, of(like.median()));
        return new Fraction(
                Math.min(median, of(like.low())), median, Math.max(median, Math.min(most, of(like.high()))));
    }

    private double of(double like) {
        if (points.size() < 2) {
            return like;
        }
        int upper = 1;
        while (upper < points.size() - 1 && points.get(upper).like() < like) {
            upper++;
        }
        Point from = points.get(upper - 1);
        Point to = points.get(upper);
        double slope = (to.measured() - from.measured()) / (to.like() - from.like());
        return Math.max(0.01, from.measured() + slope * (like - from.like()));
    }
}
