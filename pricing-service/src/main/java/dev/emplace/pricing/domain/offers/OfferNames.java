package dev.emplace.pricing.domain.offers;

import java.util.Locale;
import java.util.Optional;

/**
 * The ids of offers: provider, place, machine and model name the thing to buy, and what follows two hyphens names the
 * source that prices it. The catalog that ships with the service has no such end. Two hyphens stand nowhere else, since
 * words are joined by one.
 */
public final class OfferNames {

    private static final String SOURCE = "--";

    private OfferNames() {}

    /** What a source says of a thing. */
    public static String id(String thing, String source) {
        return thing + SOURCE + source;
    }

    public static String thing(
            String provider, String place, String instanceType, CommercialModel model, Optional<Term> term) {
        return thing(provider, place, instanceType, model, term, false, Optional.empty());
    }

    /**
     * Names a thing to buy.
     *
     * @param upfront whether some of it is paid before the term begins
     * @param dates of a capacity block, of which its start is named
     */
    public static String thing(
            String provider,
            String place,
            String instanceType,
            CommercialModel model,
            Optional<Term> term,
            boolean upfront,
            Optional<Window> dates) {
        return String.join(
                ".",
                provider,
                slug(place),
                slug(instanceType),
                slug(model.name())
                        + term.map(bound -> "-" + bound.code()).orElse("")
                        + (upfront ? "-upfront" : "")
                        + dates.map(window -> "-" + window.code()).orElse(""));
    }

    /** The thing to buy, whoever prices it. */
    public static String thingOf(String id) {
        int end = id.indexOf(SOURCE);
        return end < 0 ? id : id.substring(0, end);
    }

    /** Empty for the catalog that ships with the service. */
    public static Optional<String> sourceOf(String id) {
        int end = id.indexOf(SOURCE);
        return end < 0 ? Optional.empty() : Optional.of(id.substring(end + SOURCE.length()));
    }

    private static String slug(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var slug = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
                slug.append(letter);
            } else if (slug.length() == 0 || slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return slug.toString();
    }
}
