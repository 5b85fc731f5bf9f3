package dev.emplace.pricing.domain.accelerators;

import java.util.List;

/** What a name turned out to mean. */
public sealed interface Resolution {

    /** The name means exactly this accelerator. */
    record Resolved(Accelerator accelerator) implements Resolution {}

    /** The name is used for several accelerators, sorted by id: the asker has to choose. */
    record Ambiguous(String name, List<Accelerator> choices) implements Resolution {
        public Ambiguous {
            choices = List.copyOf(choices);
        }
    }

    /** Nobody uses this name; the nearest names that somebody uses, best first, perhaps none. */
    record Unknown(String name, List<String> suggestions) implements Resolution {
        public Unknown {
            suggestions = List.copyOf(suggestions);
        }
    }
}
