package dev.emplace.pricing.domain.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetsTest {

    private static final Identity OWNER = identity("test:sub:publisher");
    private static final Identity OTHER = identity("test:sub:other");
    private static final Identity ADMIN = new Identity("test:sub:admin", Set.of("test:sub:admin"), true);
    private static final Sheet SHEET =
            new Sheet(OWNER.name(), Set.of("test:sub:acme", "test:group:buyers", "mesh:sub:spiffe/acme/*"));
    private static final Sheets SHEETS = new Sheets(Map.of("acme", SHEET));

    @Test
    void aReaderIsKnownByAnyOfItsNames() {
        assertThat(SHEETS.readBy(Set.of("test:sub:acme"))).containsExactly("acme");
        assertThat(SHEETS.readBy(Set.of("test:sub:somebody", "test:group:buyers")))
                .containsExactly("acme");
        assertThat(SHEETS.readBy(Set.of("mesh:sub:spiffe/acme/scheduler"))).containsExactly("acme");
    }

    @Test
    void whoIsOnlyLikeAReaderIsNone() {
        assertThat(SHEETS.readBy(Set.of())).isEmpty();
        assertThat(SHEETS.readBy(Set.of(
                        "test:sub:acme2",
                        "other:sub:acme",
                        "test:sub:group:buyers",
                        "mesh:sub:spiffe/acme",
                        "anonymous",
                        "*")))
                .isEmpty();
    }

    @Test
    void ownersAndAdminsManageWhatTheyDoNotRead() {
        assertThat(SHEETS.managedBy(OWNER)).containsExactly("acme");
        assertThat(SHEETS.managedBy(ADMIN)).containsExactly("acme");
        assertThat(SHEETS.readBy(OWNER.names())).isEmpty();
        assertThat(SHEETS.readBy(ADMIN.names())).isEmpty();
        assertThat(SHEETS.knownTo(OTHER)).isEmpty();
        assertThat(SHEETS.managedBy(identity("test:sub:acme"))).isEmpty();
        assertThat(SHEETS.knownTo(identity("test:sub:acme"))).containsExactly("acme");
    }

    @Test
    void whoImportsASheetAgainMayReplaceItsReadersOrKeepThem() {
        assertThat(new Sharing(OWNER, Set.of()).of("acme", Optional.of(SHEET), false))
                .contains(SHEET);
        assertThat(new Sharing(OWNER, Set.of("test:sub:new")).of("acme", Optional.of(SHEET), false))
                .contains(new Sheet(OWNER.name(), Set.of("test:sub:new")));
        assertThat(new Sharing(ADMIN, Set.of("test:sub:new")).of("acme", Optional.of(SHEET), false))
                .as("it stays its owner's")
                .contains(new Sheet(OWNER.name(), Set.of("test:sub:new")));
    }

    @Test
    void nobodyElseImportsASheetAndNothingPublicBecomesOne() {
        assertThatThrownBy(() -> new Sharing(OTHER, Set.of()).of("acme", Optional.of(SHEET), false))
                .isInstanceOf(SheetOfAnotherException.class);
        assertThatThrownBy(() -> new Sharing(OTHER, Set.of("test:sub:x")).of("list", Optional.empty(), true))
                .isInstanceOf(PublicSourceException.class);
        assertThat(new Sharing(OTHER, Set.of()).of("list", Optional.empty(), true))
                .isEmpty();
    }

    private static Identity identity(String name) {
        return new Identity(name, Set.of(name), false);
    }
}
