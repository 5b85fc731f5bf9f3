package dev.emplace.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** References say what the code and the contracts say; with {@code -Demplace.write=true} they are written first. */
class ReferencesTest {

    private static final List<Reference> REFERENCES = Reference.all();

    static List<Reference> references() {
        return REFERENCES;
    }

    @BeforeAll
    static void writeWhereAskedTo() {
        if (Boolean.getBoolean("emplace.write")) {
            REFERENCES.forEach(Reference::write);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void referenceIsCurrent(Reference reference) {
        assertThat(reference.written())
                .as("%s is not what code and contracts say. Write it anew: %s", reference, Reference.COMMAND)
                .isEqualTo(reference.text());
    }

    @ParameterizedTest
    @MethodSource("references")
    void everyLinkOfAReferenceLeadsSomewhere(Reference reference) {
        assertThat(Links.of(reference).filter(link -> !link.leadsSomewhere())).isEmpty();
    }

    @Test
    void everySettingIsExplained() {
        assertThat(SettingsSource.readAll())
                .allSatisfy(settings -> assertThat(settings.comments())
                        .as("comments of the methods of %s", settings.type())
                        .allSatisfy((method, comment) -> assertThat(comment).isNotEmpty()));
    }
}
