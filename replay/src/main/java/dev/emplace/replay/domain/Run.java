package dev.emplace.replay.domain;

import java.util.List;

/** What came of a replay under one policy. */
public record Run(List<Stay> stays, List<Rental> rentals, List<Workload> unplaced) {

    public Run {
        stays = List.copyOf(stays);
        rentals = List.copyOf(rentals);
        unplaced = List.copyOf(unplaced);
    }
}
