package dev.emplace.power.domain.draw;

/** What accelerators do, as far as measurements tell their draw apart. */
public enum LoadClass {
    TRAINING,
    LLM_CHAT,
    LLM_REASONING,
    LLM_CODE,
    IMAGE_GENERATION,
    VISION,
    TEXT_ENCODING,
    RECOMMENDATION,
    SPEECH,
    IDLE;

    /** Whether requests run together in batches, whose size moves the draw. */
    public boolean batches() {
        return this == LLM_CHAT || this == LLM_REASONING || this == LLM_CODE;
    }
}
