package dev.emplace.pricing.ingest.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.ObservedRow;
import dev.emplace.pricing.domain.imports.StatedMachine;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.pricing.ingest.bundled.CatalogFiles;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The upstream formats, on files made for these tests. */
class FormatsTest {

    private static final BundledCatalog CATALOG = BundledCatalog.load(CatalogFiles.bundled());
    private static final String SKYPILOT =
            "InstanceType,vCPUs,MemoryGiB,AcceleratorName,AcceleratorCount,GPUInfo,Region,AvailabilityZone,Price,SpotPrice\n";

    @Test
    void plainCsvHasOneRowForEachPrice() {
        var rows = Reads.rows(new PlainCsv(), """
                provider,region,instance_type,purchase,usd_per_hour
                AWS,us-east-1,p5.48xlarge,on_demand,55.04
                gcp,us-central1,a3-highgpu-8g,spot,
                aws,us-east-1,p5.48xlarge,reserved_3y,24.5
                """);
        assertThat(rows).extracting(ObservedRow::provider).containsExactly("aws", "gcp", "aws");
        assertThat(rows).extracting(ObservedRow::line).containsExactly(2L, 3L, 4L);
        assertThat(rows.get(1).price()).isEmpty();
        assertThat(rows.get(2).term()).contains(Term.ofMonths(36));
    }

    @Test
    void aCsvSaysTermsDatesAndTimesInFurtherColumns() {
        var rows = Reads.rows(new PlainCsv(), """
                provider,region,instance_type,purchase,usd_per_hour,end_time,upfront_usd,minimum_instances,block_start_time,block_end_time
                aws,us-east-1,p5.48xlarge,capacity_block,33.1,2026-11-20T00:00:00Z,,4,2026-12-01T11:30:00Z,2026-12-15T11:30:00Z
                aws,us-east-1,p5.48xlarge,reserved_1y,17.2,,150000.50,,,
                aws,us-east-1,p5.48xlarge,savings_plan_3y,24.1,,,,,
                """);
        assertThat(rows).allSatisfy(row -> assertThat(row.fault()).isEmpty());
        var block = rows.get(0);
        assertThat(block.model()).isEqualTo(CommercialModel.CAPACITY_BLOCK);
        assertThat(block.term()).contains(Term.ofDays(14));
        assertThat(block.conditions().minimumInstances()).isEqualTo(4);
        assertThat(block.conditions().until()).contains(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(rows.get(1).conditions().upfront()).isEqualByComparingTo("150000.5");
        assertThat(rows.get(2).model()).isEqualTo(CommercialModel.SAVINGS_PLAN);
        assertThat(rows.get(2).term()).contains(Term.ofMonths(36));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capacity_block,1,,,,",
                "capacity_block,1,,,2026-12-01T11:30:00Z,",
                "capacity_block,1,,,2026-12-01T11:30:00Z,2026-12-01T12:30:00Z",
                "capacity_block,1,,,2026-12-02T11:30:00Z,2026-12-01T11:30:00Z",
                "capacity_block,1,,,2026-12-01,2026-12-02",
                "on_demand,1,,,2026-12-01T11:30:00Z,2026-12-02T11:30:00Z",
                "reserved_1y,1,-5,,,",
                "reserved_1y,1,,1.5,,",
                "on_demand,1,5,,,",
                "on_demand,1,,0,,"
            })
    void aCsvWhoseTermsAreNoneIsRefused(String rest) {
        var file = "provider,region,instance_type,purchase,usd_per_hour,upfront_usd,minimum_instances,"
                + "block_start_time,block_end_time\naws,us-east-1,p5.48xlarge," + rest + "\n";
        assertThatThrownBy(() -> Reads.rows(new PlainCsv(), file)).isInstanceOf(BrokenFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "provider,region,instance_type,purchase,price\naws,us-east-1,x,on_demand,1\n",
                "provider,region,instance_type,purchase,usd_per_hour\naws,us-east-1,x\n",
                "provider,region,instance_type,purchase,usd_per_hour\naws,us-east-1,x,sometimes,1\n",
                "provider,region,instance_type,purchase,usd_per_hour\naws,us-east-1,,on_demand,1\n",
                "provider,region,instance_type,purchase,usd_per_hour\naws,us-east-1,\"x,on_demand,1\n"
            })
    void aCsvThatIsNoneIsRefused(String file) {
        assertThatThrownBy(() -> Reads.rows(new PlainCsv(), file)).isInstanceOf(BrokenFileException.class);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        PricePage page = () -> new java.io.ByteArrayInputStream(new byte[] {'p', (byte) 0xff, '\n', 'x'});
        assertThatThrownBy(() -> Reads.all(new PlainCsv(), List.of(page))).isInstanceOf(BrokenFileException.class);
    }

    @Test
    void skyPilotHasOnDemandByRegionAndSpotByZone() {
        var rows = Reads.rows(
                new SkyPilotCsv("aws", CATALOG.shapes()),
                SKYPILOT
                        + "p5e.48xlarge,192.0,2048.0,H200,8.0,\"{'Gpus': [{'Name': 'H200', 'MemoryInfo': {'SizeInMiB':"
                        + " 80}}]}\",us-east-2,us-east-2a,,21.5\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).model()).isEqualTo(CommercialModel.ON_DEMAND);
        assertThat(rows.get(0).price()).isEmpty();
        assertThat(rows.get(0).zone()).isEmpty();
        assertThat(rows.get(1).zone()).contains("us-east-2a");
        assertThat(rows.get(1).price()).contains("21.5");
        assertThat(rows.get(1)
                        .machine()
                        .map(StatedMachine::acceleratorMemoryMib)
                        .orElseThrow()
                        .getAsLong())
                .isEqualTo(80);
    }

    @Test
    void skyPilotPutsGooglesAcceleratorsAndHostsTogether() {
        var rows = Reads.rows(
                new SkyPilotCsv("gcp", CATALOG.shapes()),
                SKYPILOT
                        + ",,,A100,1.0,,us-central1,us-central1-a,2.9,1.5\n"
                        + "a2-highgpu-1g,12.0,85.0,,,,us-central1,us-central1-a,0.75,0.25\n"
                        + "a2-highgpu-1g,12.0,85.0,,,,europe-west4,europe-west4-a,0.8,0.3\n"
                        + "n2-standard-4,4.0,16.0,,,,us-central1,us-central1-a,0.19,0.05\n");
        assertThat(rows.stream().map(row -> row.price().orElse("")))
                .containsExactly("3.65", "1.75", ObservedRow.HOST_ALONE, ObservedRow.HOST_ALONE, "0.19", "0.05");
    }

    @Test
    void skyPilotTakesTheNarrowestNameOfAnAccelerator() {
        assertThat(ultra(",,,A100,1.0,,", ",,,A100-80GB,1.0,,")).containsExactly("5", "2.0");
        assertThat(ultra(",,,A100-80GB,1.0,,", ",,,A100,1.0,,")).containsExactly("4", "1.5");
    }

    @Test
    void skyPilotsMemoryTellsAcceleratorsOfOneNameApart() {
        assertThat(ultra(",,,A100,1.0,\"{'SizeInMiB': 40960}\",", ",,,A100,1.0,\"{'SizeInMiB': 81920}\","))
                .containsExactly("5", "2.0");
    }

    @Test
    void skyPilotAddsNoAcceleratorThatMayBeAnother() {
        assertThat(ultra(",,,A100,1.0,,", ",,,A100,1.0,,"))
                .containsExactly(ObservedRow.HOST_ALONE, ObservedRow.HOST_ALONE);
    }

    /** Prices of an a2-ultragpu-1g at 1 and 0.5, where one accelerator is at 3 and 1, and another at 4 and 1.5. */
    private static Stream<String> ultra(String one, String two) {
        return Reads.rows(
                        new SkyPilotCsv("gcp", CATALOG.shapes()),
                        SKYPILOT.replace("GPUInfo", "GpuInfo") + one + "us-central1,us-central1-a,3,1\n" + two
                                + "us-central1,us-central1-a,4,1.5\n"
                                + "a2-ultragpu-1g,12.0,170.0,,,,us-central1,us-central1-a,1,0.5\n")
                .stream()
                .map(row -> row.price().orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws,us-east-1,a\u0000b,on_demand,1",
                "aws,us\u0007east-1,m7i.large,on_demand,1",
                "a\u001bws,us-east-1,m7i.large,on_demand,1"
            })
    void aRowWithControlCharactersIsRefused(String row) {
        assertThatThrownBy(() -> Reads.rows(
                        new PlainCsv(), "provider,region,instance_type,purchase,usd_per_hour\n" + row + "\n"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("line 2: the ");
    }

    @Test
    void aRowThatCanBeNoOfferIsRefused() {
        var name = "x".repeat(70);
        var long3 = "provider,region,instance_type,purchase,usd_per_hour\naws," + name + "," + name + ",on_demand,1\n";
        assertThatThrownBy(() -> Reads.rows(new PlainCsv(), long3))
                .hasMessageContaining("line 2")
                .hasMessageContaining("143 letters together");
        var many = SKYPILOT + "new.1x,1.0,1.0,H100,10001,,us-east-1,us-east-1a,1,\n";
        assertThatThrownBy(() -> Reads.rows(new SkyPilotCsv("aws", CATALOG.shapes()), many))
                .hasMessageContaining("the count of accelerators is 10001");
    }

    @Test
    void anObjectThatIsNoEntryIsRefusedBeforeItFillsTheMemory() {
        var values = IntStream.range(0, 10_001).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
        assertThatThrownBy(() -> Reads.all(new AzureRetailJson(), "{\"Items\": [{\"x\": [" + values + "]}]}"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("more than 10000 values");
        assertThatThrownBy(() ->
                        Reads.all(new AzureRetailJson(), "{\"Items\": [{\"x\": \"" + "y".repeat(10_001) + "\"}]}"))
                .hasMessageContaining("exceeds the maximum allowed");
    }

    @Test
    void jsonThatIsNoTextIsRefused() {
        var bytes = "{\"Items\": [{\"x\": \"?\"}]}".getBytes(StandardCharsets.UTF_8);
        bytes[18] = (byte) 0xff;
        PricePage page = () -> new java.io.ByteArrayInputStream(bytes);
        assertThatThrownBy(() -> Reads.all(new AzureRetailJson(), List.of(page)))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("no UTF-8");
    }

    @Test
    void skyPilotsMisstatedMemoryDoesNotHideAnAccelerator() {
        assertThat(ultra(",,,A100-80GB,1.0,\"{'SizeInMiB': 0}\",", ",,,V100,1.0,,"))
                .containsExactly("4", "1.5");
    }

    @Test
    void aPriceOfAnotherAgeIsRefused() {
        assertThat(new ObservedRow(
                                1,
                                "aws",
                                "us-east-1",
                                Optional.empty(),
                                "m7i.large",
                                CommercialModel.ON_DEMAND,
                                Optional.empty(),
                                Optional.of("1"),
                                "USD",
                                true,
                                Optional.empty(),
                                Optional.of(Instant.parse("+100000-01-01T00:00:00Z")))
                        .fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("+100000"));
    }

    @Test
    void azureDividesReservationsByTheHoursOfTheirTerm() {
        var rows = Reads.all(
                new AzureRetailJson(),
                page(
                        item("Consumption", "NC40ads H100 v5", "6.98", ""),
                        item("Consumption", "NC40ads H100 v5 Spot", "1.4", ""),
                        item("Reservation", "NC40ads H100 v5", "26280", ", \"reservationTerm\": \"1 Year\""),
                        item("Reservation", "NC40ads H100 v5", "52560", ", \"reservationTerm\": \"3 Years\"")));
        assertThat(rows.rows())
                .extracting(ObservedRow::model)
                .containsExactly(
                        CommercialModel.ON_DEMAND,
                        CommercialModel.SPOT,
                        CommercialModel.RESERVED,
                        CommercialModel.RESERVED);
        assertThat(rows.rows().stream().map(row -> row.price().orElse(""))).containsExactly("6.98", "1.4", "3", "2");
        assertThat(rows.rows().get(0).from()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(rows.rows().get(0).currencyStated()).isTrue();
    }

    @Test
    void azureLeavesOutWindowsLowPriorityAndDevelopersPrices() {
        var rows = Reads.all(
                new AzureRetailJson(),
                page(
                        item("Consumption", "NC40 Low Priority", "1", ""),
                        item("DevTestConsumption", "NC40", "1", ""),
                        item("Consumption", "NC40", "1", "").replace("NCads Series", "NCads Series Windows"),
                        item("Consumption", "NC40", "1", "").replace("Virtual Machines\",", "Storage\","),
                        item("Consumption", "NC40", "1", ", \"tierMinimumUnits\": 100.0")));
        assertThat(rows.rows()).isEmpty();
        assertThat(rows.leftOut().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(5);
        assertThat(rows.leftOut()).containsKeys("Windows", "Low Priority", "DevTestConsumption");
    }

    @Test
    void azurePricesEndWhereTheySayThatTheyDo() {
        var rows = Reads.rows(
                new AzureRetailJson(),
                page(
                        item("Consumption", "A", "6.98", ", \"effectiveEndDate\": \"2026-12-31T23:59:59Z\""),
                        item("Consumption", "B Spot", "2.1", "")));
        assertThat(rows)
                .extracting(row -> row.conditions().until())
                .containsExactly(Optional.of(Instant.parse("2026-12-31T23:59:59Z")), Optional.empty());
    }

    @Test
    void azurePricesWithExponentsAreRead() {
        var rows = Reads.rows(new AzureRetailJson(), page(item("Consumption", "B1", "1E-05", "")));
        assertThat(rows.get(0).price().map(BigDecimal::new)).contains(new BigDecimal("0.00001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"Rows\": []}",
                "{\"Items\": [{\"price\": 1}], \"NextPageLink\": null}",
                "{\"Items\": [], \"NextPageLink\": \"https://example.com/2\"}",
                "{\"Items\": [{\"retailPr",
                "<html></html>"
            })
    void anAzureListThatIsNotWholeIsRefused(String file) {
        assertThatThrownBy(() -> Reads.rows(new AzureRetailJson(), file)).isInstanceOf(BrokenFileException.class);
    }

    @Test
    void awsKeepsLinuxOnSharedMachines() {
        var rows = Reads.all(
                new AwsBulkJson(),
                "{\"products\": {"
                        + product("ONE", "Linux", "Shared", "Used") + ","
                        + product("TWO", "Windows", "Shared", "Used") + ","
                        + product("THREE", "Linux", "Dedicated", "Used") + ","
                        + product("FOUR", "Linux", "Shared", "UnusedCapacityReservation")
                        + "}, \"terms\": {\"OnDemand\": {\"ONE\": {\"ONE.A\": " + term("55.04", "Hrs", "")
                        + "}, \"TWO\":"
                        + " {\"TWO.A\": " + term("99", "Hrs", "") + "}}, \"Reserved\": {\"ONE\": {\"ONE.B\": "
                        + term(
                                "24.5",
                                "Hrs",
                                "\"LeaseContractLength\": \"3yr\", \"OfferingClass\": \"standard\", \"PurchaseOption\":"
                                        + " \"No Upfront\"")
                        + ", \"ONE.C\": "
                        + term(
                                "0",
                                "Hrs",
                                "\"LeaseContractLength\": \"3yr\", \"OfferingClass\": \"standard\", \"PurchaseOption\":"
                                        + " \"All Upfront\"")
                        + "}}}}");
        assertThat(rows.rows().stream()
                        .map(row -> row.model() + " " + row.price().orElse("")))
                .containsExactly("ON_DEMAND 55.04", "RESERVED 24.5");
        assertThat(rows.rows().get(0).machine().orElseThrow().vcpus()).hasValue(192);
        assertThat(rows.rows().get(0).machine().orElseThrow().memoryBytes()).hasValue(2048L << 30);
        assertThat(rows.leftOut()).containsKeys("other systems than Linux", "capacity held and not used");
    }

    @Test
    void awsTermsMayComeBeforeTheirProducts() {
        var rows = Reads.rows(
                new AwsBulkJson(),
                "{\"terms\": {\"OnDemand\": {\"ONE\": {\"ONE.A\": " + term("55.04", "Hrs", "") + "}}}, \"products\": {"
                        + product("ONE", "Linux", "Shared", "Used") + "}}");
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.price()).contains("55.04"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"products\": {}}", "{\"products\": {\"ONE\": {", "{\"products\": [], \"terms\": {}}"
            })
    void anAwsListThatIsNotWholeIsRefused(String file) {
        assertThatThrownBy(() -> Reads.rows(new AwsBulkJson(), file)).isInstanceOf(BrokenFileException.class);
    }

    /** A third of a gigabyte of products: what is not kept is not held. */
    @Test
    void aLargeAwsListIsReadInLittleMemory() {
        int products = 400_000;
        PricePage page = () -> stream(products);
        var rows = Reads.all(new AwsBulkJson(), List.of(page));
        assertThat(rows.rows()).hasSize(1);
        assertThat(rows.leftOut()).containsEntry("other systems than Linux", (long) products);
    }

    @Test
    void googlesMachinesArePutTogetherFromTheirComponents() {
        var rows = Reads.rows(
                new GcpBillingJson(CATALOG.shapes()),
                skus(
                        "",
                        sku("A2 Instance Core running in Americas", "OnDemand", 0, 30_000_000, "h"),
                        sku("A2 Instance Ram running in Americas", "OnDemand", 0, 4_000_000, "GiBy.h"),
                        sku("Nvidia Tesla A100 GPU running in Americas", "OnDemand", 2, 900_000_000, "h"),
                        sku("Storage PD Capacity", "OnDemand", 0, 40_000_000, "GiBy.mo")));
        assertThat(rows)
                .filteredOn(row -> row.instanceType().equals("a2-highgpu-1g"))
                .singleElement()
                .satisfies(row -> assertThat(new BigDecimal(row.price().orElseThrow()))
                        .as("12 x 0.03 + 85 x 0.004 + 2.9")
                        .isEqualByComparingTo("3.6"));
        assertThat(rows)
                .filteredOn(row -> row.instanceType().equals("g2-standard-4"))
                .isEmpty();
    }

    @Test
    void googlesLastEntryOfATimelineHolds() {
        var pricing = "{\"effectiveTime\": \"2025-01-01T00:00:00Z\", \"pricingExpression\": {\"usageUnit\": \"h\","
                + " \"tieredRates\": [{\"unitPrice\": {\"currencyCode\": \"USD\", \"units\": \"9\", \"nanos\": 0}}]}}, ";
        var rows = Reads.rows(
                new GcpBillingJson(CATALOG.shapes()),
                skus(
                        "",
                        sku("A2 Instance Core running in Americas", "OnDemand", 0, 30_000_000, "h")
                                .replace("\"pricingInfo\": [", "\"pricingInfo\": [" + pricing),
                        sku("A2 Instance Ram running in Americas", "OnDemand", 0, 4_000_000, "GiBy.h"),
                        sku("Nvidia Tesla A100 GPU running in Americas", "OnDemand", 2, 900_000_000, "h")));
        assertThat(rows)
                .filteredOn(row -> row.instanceType().equals("a2-highgpu-1g"))
                .hasSize(1);
        assertThat(new BigDecimal(rows.stream()
                        .filter(row -> row.instanceType().equals("a2-highgpu-1g"))
                        .flatMap(row -> row.price().stream())
                        .findFirst()
                        .orElseThrow()))
                .isEqualByComparingTo("3.6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"skus\": [{\"sku\": 1}]}",
                "{\"skus\": [], \"nextPageToken\": \"more\"}",
                "{\"skus\": ["
            })
    void aGoogleListThatIsNotWholeIsRefused(String file) {
        assertThatThrownBy(() -> Reads.rows(new GcpBillingJson(CATALOG.shapes()), file))
                .isInstanceOf(BrokenFileException.class);
    }

    @Test
    void googlesNextPageIsTheSameAddressWithItsToken() throws java.io.IOException {
        var format = new GcpBillingJson(CATALOG.shapes());
        var next = format.next(
                java.net.URI.create("https://example.com/v1/skus?pageSize=5&pageToken=old"),
                Reads.page("{\"skus\": [], \"nextPageToken\": \"a b\"}"));
        assertThat(next).contains(java.net.URI.create("https://example.com/v1/skus?pageSize=5&pageToken=a+b"));
    }

    private static String page(String... items) {
        return "{\"Items\": [" + String.join(",", items) + "], \"NextPageLink\": null}";
    }

    private static String item(String type, String meter, String price, String more) {
        return "{\"currencyCode\": \"USD\", \"retailPrice\": " + price
                + ", \"armRegionName\": \"eastus\", \"armSkuName\": \"Standard_NC40ads_H100_v5\", \"serviceName\":"
                + " \"Virtual Machines\", \"productName\": \"NCads Series\", \"meterName\": \"" + meter
                + "\", \"unitOfMeasure\": \"1 Hour\", \"type\": \"" + type
                + "\", \"effectiveStartDate\": \"2026-01-01T00:00:00Z\"" + more + "}";
    }

    private static String product(String sku, String system, String tenancy, String capacity) {
        return "\"" + sku + "\": {\"sku\": \"" + sku + "\", \"attributes\": {\"regionCode\": \"us-east-1\","
                + " \"instanceType\": \"p5.48xlarge\", \"operatingSystem\": \"" + system + "\", \"tenancy\": \""
                + tenancy
                + "\", \"preInstalledSw\": \"NA\", \"capacitystatus\": \"" + capacity
                + "\", \"vcpu\": \"192\", \"memory\": \"2,048 GiB\"}}";
    }

    private static String term(String price, String unit, String attributes) {
        return "{\"effectiveDate\": \"2026-01-01T00:00:00Z\", \"priceDimensions\": {\"A\": {\"unit\": \"" + unit
                + "\", \"beginRange\": \"0\", \"pricePerUnit\": {\"USD\": \"" + price + "\"}}}, \"termAttributes\": {"
                + attributes + "}}";
    }

    /** Never whole in memory. */
    @SuppressWarnings("JdkObsolete") // a SequenceInputStream takes nothing else
    private static InputStream stream(int products) {
        var parts = IntStream.range(0, products)
                .mapToObj(i -> product("W" + i, "Windows", "Shared", "Used").replace("NA", "N".repeat(600)) + ",");
        var head = java.util.stream.Stream.of("{\"products\": {");
        var tail = java.util.stream.Stream.of(product("ONE", "Linux", "Shared", "Used")
                + "}, \"terms\": {\"OnDemand\": {\"ONE\": {\"ONE.A\": " + term("55.04", "Hrs", "") + "}}}}");
        var all = java.util.stream.Stream.concat(head, java.util.stream.Stream.concat(parts, tail))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return all.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new java.io.ByteArrayInputStream(all.next().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String skus(String token, String... skus) {
        return "{\"skus\": [" + String.join(",", skus) + "], \"nextPageToken\": \"" + token + "\"}";
    }

    private static String sku(String description, String usage, long units, long nanos, String unit) {
        return "{\"description\": \"" + description
                + "\", \"category\": {\"resourceFamily\": \"Compute\", \"usageType\": \""
                + usage
                + "\"}, \"serviceRegions\": [\"us-central1\"], \"pricingInfo\": [{\"pricingExpression\": {\"usageUnit\":"
                + " \"" + unit
                + "\", \"tieredRates\": [{\"startUsageAmount\": 0, \"unitPrice\": {\"currencyCode\": \"USD\","
                + " \"units\": \"" + units + "\", \"nanos\": " + nanos + "}}]}}]}";
    }
}
