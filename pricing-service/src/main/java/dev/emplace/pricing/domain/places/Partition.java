package dev.emplace.pricing.domain.places;

/** A part of a cloud with its own accounts and prices; an ordinary search answers from COMMERCIAL only. */
public enum Partition {
    COMMERCIAL,
    GOVERNMENT,
    CHINA
}
