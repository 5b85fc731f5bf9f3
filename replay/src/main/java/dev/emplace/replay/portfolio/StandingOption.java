package dev.emplace.replay.portfolio;

/**
 * Machines that are paid all the time once they are taken.
 *
 * @param name of the offer
 * @param accelerators in one machine
 * @param machineUsd what one costs for the window, a term that is longer in full
 * @param machineLimit the most that there are: by power, by floor space, by what is sold
 */
public record StandingOption(String name, double accelerators, double machineUsd, int machineLimit) {}
