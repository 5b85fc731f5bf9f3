package dev.emplace.workload.domain.manifest;

import java.util.List;

/** The documents of one input, in order, without the empty ones. */
public record Manifest(List<Document> documents) {
    public Manifest {
        documents = List.copyOf(documents);
    }

    /**
     * One document.
     *
     * @param index position in the input, from 0, empty documents counted
     */
    public record Document(int index, Node.Mapping root) {}
}
