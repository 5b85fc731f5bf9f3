package dev.emplace.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.supply.BillOfMaterials.Component;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the folders that ship, file by file. */
class ShippedLibrariesIT {

    /** Maven resolves it with Quarkus' core, which leaves it out of what it packs: it serves the dev mode. */
    private static final String LEFT_OUT = "io.quarkus:quarkus-ide-launcher";

    static List<Distribution> distributions() {
        return Distribution.all();
    }

    static List<Advisory> advisories() {
        return Advisory.all();
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void everyLibraryThatShipsIsInTheBillOfMaterials(Distribution distribution) {
        List<Component> billed = distribution.bill().components();

        assertThat(distribution.libraries())
                .hasSizeGreaterThan(20)
                .allSatisfy((file, sha256) ->
                        assertThat(billed).as(file).anyMatch(component -> component.is(file, sha256)));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void nothingElseIsInTheBillOfMaterials(Distribution distribution) {
        Map<String, String> shipped = distribution.libraries();

        assertThat(distribution.bill().components())
                .filteredOn(component -> !component.name().equals(LEFT_OUT))
                .filteredOn(component ->
                        shipped.entrySet().stream().noneMatch(file -> component.is(file.getKey(), file.getValue())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("advisories")
    void versionThatShipsIsAffectedOnlyWhereItIsNotReached(Advisory advisory) {
        List<Component> affected = shipped().filter(advisory::affects).toList();

        assertThat(affected.isEmpty())
                .as("%s ships, and the row says that it is %s", affected, advisory.reached() ? "fixed" : "not reached")
                .isEqualTo(advisory.reached());
    }

    @ParameterizedTest
    @MethodSource("advisories")
    void advisoryIsAboutALibraryThatShips(Advisory advisory) {
        assertThat(shipped()).anyMatch(advisory::isAbout);
    }

    @Test
    void everyLicenceAllowsShippingUnderApache2() {
        assertThat(shipped())
                .filteredOn(component -> !component.isOurs())
                .allSatisfy(component -> assertThat(component.licences())
                        .as(component.toString())
                        .anyMatch(Licences::allow));
    }

    private static Stream<Component> shipped() {
        return distributions().stream()
                .flatMap(distribution -> distribution.bill().components().stream())
                .distinct();
    }
}
