package dev.emplace.workload.domain.footprint;

/** Which parameters a training changes, and what the others take. */
public enum Training {
    /** All are trained. */
    FULL,
    /** Only an adapter is; the others stay frozen in 16 bits. */
    LORA,
    /** Only an adapter is; the others stay frozen in 4 bits. */
    QLORA;

    public boolean adapter() {
        return this != FULL;
    }
}
