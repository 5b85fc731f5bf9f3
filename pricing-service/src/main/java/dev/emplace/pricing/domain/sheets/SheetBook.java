package dev.emplace.pricing.domain.sheets;

/** Where it is kept which sources are contracted sheets, and whose. Its methods block. */
public interface SheetBook {

    Sheets all();

    /** Whether anything was ever imported or published of a source that is no sheet. */
    boolean isPublic(String source);
}
