package dev.emplace.cli.output;

import dev.emplace.api.pricing.v1.CompareDeploymentsResponse;
import dev.emplace.api.pricing.v1.DeploymentCost;
import dev.emplace.api.pricing.v1.Quote;
import dev.emplace.api.pricing.v1.SavingSensitivity;
import dev.emplace.api.pricing.v1.UtilizationRange;

/** Ways to have the same work done, held against a baseline. */
public final class ComparisonView {

    private static final int STRONGEST = 3;

    private ComparisonView() {}

    public static void show(CompareDeploymentsResponse response, boolean explain, Sheet sheet) {
        DeploymentCost baseline = response.getBaseline();
        sheet.line("baseline: " + Names.id(baseline.getQuote().getOffer().getName()) + ", "
                + Figures.price(baseline.getMonthlyPrice()) + " a month");
        sheet.blank().table(table(response));
        if (explain) {
            response.getDeploymentsList().forEach(each -> explain(each, sheet));
        }
        response.getDeploymentsList().forEach(each -> notIncluded(each.getQuote(), sheet));
        notIncluded(baseline.getQuote(), sheet);
        sheet.line(Tone.FAINT, "catalog revision " + response.getRevision());
    }

    private static Table table(CompareDeploymentsResponse response) {
        Table table = new Table(
                Column.name("OFFER", 30),
                Column.text("BOUGHT").leftOut(3),
                Column.number("$/MONTH"),
                Column.number("$/USEFUL GPU-HOUR").leftOut(2),
                Column.number("SAVES"),
                Column.number("OF THE SPEND"),
                Column.text("CHEAPER AT USE OF"),
                Column.text("CLAIM HOLDS AT"),
                Column.number("FLIPS IF PRICE").leftOut(1));
        response.getDeploymentsList()
                .forEach(each -> table.row(
                        Names.id(each.getQuote().getOffer().getName()),
                        Names.words(each.getQuote().getOffer().getCommercialModel()),
                        Figures.price(each.getMonthlyPrice()),
                        Figures.price(each.getQuote().getUsefulAcceleratorHourPrice()),
                        Figures.percent(each.getSavingShare(), 0),
                        each.hasSpendSavingPrice() ? Figures.price(each.getSpendSavingPrice()) : "",
                        each.hasCheaperRange() ? range(each.getCheaperRange()) : "none",
                        each.hasClaimedRange() ? range(each.getClaimedRange()) : "",
                        each.hasFlippingPriceChange() ? signed(each) : ""));
        return table;
    }

    private static void explain(DeploymentCost deployment, Sheet sheet) {
        sheet.blank().line(deployment.getStatement());
        deployment.getSensitivitiesList().stream()
                .limit(STRONGEST)
                .forEach(each -> sheet.indented().line(Tone.FAINT, sensitivity(each)));
    }

    private static String sensitivity(SavingSensitivity each) {
        return each.getInput() + " from " + each.getLowValue().getValue() + " to "
                + each.getHighValue().getValue() + ": saves from "
                + Figures.percent(each.getLowValueSavingShare(), 0) + " to "
                + Figures.percent(each.getHighValueSavingShare(), 0) + (each.getFlips() ? ", so the answer flips" : "");
    }

    private static void notIncluded(Quote quote, Sheet sheet) {
        quote.getNotIncludedList()
                .forEach(text -> sheet.item(
                        Tone.DOUBTFUL,
                        "not included for " + Names.id(quote.getOffer().getName()),
                        text));
    }

    private static String range(UtilizationRange range) {
        return Figures.percent(range.getMinimum(), 0) + " to " + Figures.percent(range.getMaximum(), 0);
    }

    private static String signed(DeploymentCost deployment) {
        String change = Figures.percent(deployment.getFlippingPriceChange(), 0);
        return change.startsWith("-") ? change : "+" + change;
    }
}
