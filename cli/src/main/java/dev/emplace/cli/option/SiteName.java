package dev.emplace.cli.option;

import picocli.CommandLine.ITypeConverter;

/** A site by its id or its resource name: {@code ashburn-colo}, {@code sites/ashburn-colo}. */
public final class SiteName implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        return text.startsWith("sites/") ? text : "sites/" + text;
    }
}
