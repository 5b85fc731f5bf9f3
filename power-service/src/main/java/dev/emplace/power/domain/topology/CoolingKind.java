package dev.emplace.power.domain.topology;

/** What a cooling unit is. */
public enum CoolingKind {
    CRAH,
    IN_ROW,
    REAR_DOOR,
    CDU,
    CHILLER,
    DRY_COOLER,
    TOWER,
    DX;

    /** Whether it takes heat from the liquid in a rack, not from the air around it. */
    public boolean takesLiquid() {
        return this == CDU;
    }

    /** Whether it stands outdoors or in a plant room, where no more units run than the heat takes. */
    public boolean isCentral() {
        return this == CHILLER || this == DRY_COOLER || this == TOWER;
    }

    /** Whether it lifts heat with a compressor, whose draw falls with the outdoor temperature. */
    public boolean compresses() {
        return this == CHILLER || this == DX;
    }
}
