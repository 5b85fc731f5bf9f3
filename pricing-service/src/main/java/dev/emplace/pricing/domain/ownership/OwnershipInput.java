package dev.emplace.pricing.domain.ownership;

/** What the cost of owning a node follows from. */
public enum OwnershipInput {
    /** C, paid today. */
    CAPITAL("capital", "$"),
    /** S, at the end of the life. */
    RESIDUAL("residual", "$"),
    /** r, of a year. */
    RATE("rate", "1/a"),
    /** n. */
    LIFE_YEARS("years", "a"),
    RENT("rent_per_kilowatt_month", "$/kW/month"),
    PROVISIONED_KILOWATTS("provisioned_kilowatts", "kW"),
    MEAN_WATTS("mean_watts", "W"),
    PUE("pue", ""),
    ENERGY_PRICE("price_per_kilowatt_hour", "$/kWh"),
    OPERATIONS_SHARE("operations_share", "1/a");

    private final String symbol;
    private final String unit;

    OwnershipInput(String symbol, String unit) {
        this.symbol = symbol;
        this.unit = unit;
    }

    /** Its name in formulas. */
    public String symbol() {
        return symbol;
    }

    /** With the currency in the place of the dollar sign. */
    public String unit(String currency) {
        return unit.replace("$", currency);
    }
}
