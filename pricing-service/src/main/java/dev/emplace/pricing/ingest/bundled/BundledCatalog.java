package dev.emplace.pricing.ingest.bundled;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.imports.Assortment;
import dev.emplace.pricing.domain.imports.Shapes;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.providers.ListedProvider;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalog that ships with the service, read and checked as a whole: all of it, or a CatalogFileException. */
public record BundledCatalog(Reference reference, PriceFeed feed, List<Offer> offers, Shapes shapes) {

    /** Name of the feed that the bundled offers belong to. */
    public static final String FEED = "bundled";

    public BundledCatalog {
        offers = List.copyOf(offers);
        var ids = new HashSet<String>();
        offers.stream().map(Offer::id).filter(id -> !ids.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("the catalog has two offers of one id, '" + id + "'");
        });
    }

    public static BundledCatalog load(CatalogFiles files) {
        return new Loading(files).load();
    }

    private static final class Loading {

        private final CatalogFiles files;
        private final MessageDigest digest = sha256();
        private final List<ListedProvider> providers = new ArrayList<>();
        private final List<Offer> offers = new ArrayList<>();
        private final Map<String, Assortment> assortments = new HashMap<>();
        private final Map<Accelerator, Collection<String>> names = new LinkedHashMap<>();

        Loading(CatalogFiles files) {
            this.files = files;
        }

        BundledCatalog load() {
            var index = read("catalog.yaml").entry().allowing("edition", "accelerators", "providers");
            int edition = index.decimal("edition").intValue();
            var accelerators = new AcceleratorFile(read(index.text("accelerators")));
            accelerators.aliases().forEach((accelerator, aliases) -> names.put(accelerator, new ArrayList<>(aliases)));
            index.texts("providers").forEach(name -> add(new ProviderFile(read(name), accelerators.accelerators())));
            var aliases = AliasTable.of(names);
            var reference = new Reference(aliases, providers);
            var feed = new PriceFeed(FEED, edition, HexFormat.of().formatHex(digest.digest()), Optional.empty());
            return new BundledCatalog(reference, feed, offers, new Shapes(aliases, assortments));
        }

        private void add(ProviderFile provider) {
            providers.add(provider.provider());
            assortments.put(provider.provider().id(), provider.assortment());
            offers.addAll(provider.offers());
            provider.instances()
                    .forEach(instance -> instance.accelerator()
                            .ifPresent(accelerator -> names.computeIfAbsent(accelerator, key -> new ArrayList<>())
                                    .add(instance.name())));
        }

        private YamlFile read(String name) {
            var bytes = files.read(name);
            digest.update(bytes);
            return new YamlFile(name, bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
