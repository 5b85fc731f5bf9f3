package dev.emplace.pricing.ingest.formats;

/** A value that an action found on its way through a document; never null, as an AtomicReference may be. */
final class Cell<T> {

    private T value;

    Cell(T value) {
        this.value = value;
    }

    void set(T found) {
        value = found;
    }

    T get() {
        return value;
    }
}
