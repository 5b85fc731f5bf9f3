package dev.emplace.k8s;

/** What is wrong, and where: the file, the object in it, the field of that. */
public record Fault(String file, String object, String field, String problem) {

    @Override
    public String toString() {
        return file + ": " + object + ": " + field + " " + problem;
    }
}
