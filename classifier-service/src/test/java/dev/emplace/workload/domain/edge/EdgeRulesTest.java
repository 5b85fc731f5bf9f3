package dev.emplace.workload.domain.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.edge.EdgeVerdict.Outcome;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each of the eight rules on either side of its threshold. */
class EdgeRulesTest {
    private static final EdgeRules RULES = new EdgeRules(Policies.shipped());

    private static Facts serving() {
        return Facts.of(Activity.SERVING);
    }

    private static EdgeVerdict verdict(EdgeRule rule, Facts facts, double networkMillis) {
        return RULES.apply(facts.known(), Optional.of(networkMillis)).stream()
                .filter(v -> v.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(EdgeRule rule, Facts facts) {
        return verdict(rule, facts, 12).outcome();
    }

    @Test
    void objectiveBelowFiveMillisecondsAndBelowTheRoundTripSpeaksFor() {
        EdgeRule rule = EdgeRule.LATENCY_BELOW_NETWORK;
        EdgeVerdict tight = verdict(rule, serving().within(4.9), 12.4);
        assertThat(tight.outcome()).isEqualTo(Outcome.FOR_EDGE);
        assertThat(tight.number()).contains("12.4 ms", "4.9 ms");
        assertThat(verdict(rule, serving().within(5), 12.4).outcome()).isEqualTo(Outcome.SILENT);
        assertThat(verdict(rule, serving().within(4.9), 4.8).outcome()).isEqualTo(Outcome.SILENT);
    }

    @Test
    void tightObjectiveWithoutAPlaceAsksWhereTheUsersAre() {
        EdgeVerdict verdict =
                RULES.apply(serving().within(3).known(), Optional.empty()).get(0);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.explanation()).contains("users_location");
    }

    @Test
    void dataThatMayNotLeaveSpeaksFor() {
        assertThat(outcome(EdgeRule.DATA_MAY_NOT_LEAVE, serving().dataStays(true)))
                .isEqualTo(Outcome.FOR_EDGE);
        assertThat(outcome(EdgeRule.DATA_MAY_NOT_LEAVE, serving().dataStays(false)))
                .isEqualTo(Outcome.SILENT);
        assertThat(outcome(EdgeRule.DATA_MAY_NOT_LEAVE, serving())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void workWithoutANetworkSpeaksFor() {
        assertThat(outcome(EdgeRule.MUST_WORK_OFFLINE, serving().offline(true))).isEqualTo(Outcome.FOR_EDGE);
        assertThat(outcome(EdgeRule.MUST_WORK_OFFLINE, serving().offline(false)))
                .isEqualTo(Outcome.SILENT);
    }

    @Test
    void videoThatCostsMoreToMoveThanToComputeSpeaksFor() {
        // USD 0.80 of computing moves 8.89 GB at USD 0.09.
        EdgeVerdict video = verdict(EdgeRule.MOVING_DATA_COSTS_MORE, serving().brings(9_000_000_000L), 12);
        assertThat(video.outcome()).isEqualTo(Outcome.FOR_EDGE);
        assertThat(video.number()).contains("USD 0.81");
        assertThat(outcome(EdgeRule.MOVING_DATA_COSTS_MORE, serving().brings(8_800_000_000L)))
                .isEqualTo(Outcome.SILENT);
    }

    @Test
    void modelOfSeventyBillionParametersSpeaksAgainst() {
        EdgeVerdict large = verdict(EdgeRule.MODEL_DOES_NOT_FIT, serving().model("Llama-3.1-70B"), 12);
        assertThat(large.outcome()).isEqualTo(Outcome.AGAINST_EDGE);
        assertThat(large.number()).contains("GB");
        assertThat(outcome(EdgeRule.MODEL_DOES_NOT_FIT, serving().model("Llama-3.1-8B")))
                .isEqualTo(Outcome.SILENT);
        assertThat(outcome(EdgeRule.MODEL_DOES_NOT_FIT, serving())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void fastUpdatesSpeakAgainst() {
        assertThat(outcome(EdgeRule.NEEDS_FAST_UPDATES, serving().updatesFast(true)))
                .isEqualTo(Outcome.AGAINST_EDGE);
        assertThat(outcome(EdgeRule.NEEDS_FAST_UPDATES, serving().updatesFast(false)))
                .isEqualTo(Outcome.SILENT);
    }

    @Test
    void objectiveThatACloudMeetsSpeaksAgainst() {
        assertThat(outcome(EdgeRule.CLOUD_ROUND_TRIP_IS_FINE, serving().within(50)))
                .isEqualTo(Outcome.AGAINST_EDGE);
        assertThat(outcome(EdgeRule.CLOUD_ROUND_TRIP_IS_FINE, serving().within(49)))
                .isEqualTo(Outcome.SILENT);
    }

    @Test
    void capitalBeyondRentingSpeaksAgainst() {
        // USD 0.80 an hour over 5 years is 35,040; at a tenth of the time, 3,504.
        assertThat(outcome(EdgeRule.CAPITAL_IS_PROHIBITIVE, serving().deviceFor("35041")))
                .isEqualTo(Outcome.AGAINST_EDGE);
        assertThat(outcome(EdgeRule.CAPITAL_IS_PROHIBITIVE, serving().deviceFor("35039")))
                .isEqualTo(Outcome.SILENT);
        assertThat(outcome(
                        EdgeRule.CAPITAL_IS_PROHIBITIVE,
                        serving().deviceFor("3505").busy(10)))
                .isEqualTo(Outcome.AGAINST_EDGE);
    }

    @Test
    void roundTripOfJustTheObjectiveDoesNotSpeakFor() {
        EdgeRule rule = EdgeRule.LATENCY_BELOW_NETWORK;
        EdgeVerdict slower = verdict(rule, serving().within(4.99), 5);
        assertThat(slower.outcome()).isEqualTo(Outcome.FOR_EDGE);
        assertThat(slower.number()).isEqualTo("5 ms round trip for 4.99 ms");
        assertThat(verdict(rule, serving().within(4.99), 4.99).outcome()).isEqualTo(Outcome.SILENT);
        EdgeVerdict relaxed = verdict(rule, serving().within(5), 400);
        assertThat(relaxed.outcome()).isEqualTo(Outcome.SILENT);
        assertThat(relaxed.number()).isEqualTo("5 ms");
    }

    @Test
    void statedAnswersAreTheNumbersOfRulesThatCountNothing() {
        assertThat(verdict(EdgeRule.DATA_MAY_NOT_LEAVE, serving().dataStays(true), 12)
                        .number())
                .isEqualTo("yes");
        assertThat(verdict(EdgeRule.MUST_WORK_OFFLINE, serving().offline(false), 12)
                        .number())
                .isEqualTo("no");
        EdgeVerdict fleet = verdict(EdgeRule.NEEDS_FAST_UPDATES, serving().updatesFast(true), 12);
        assertThat(fleet.number()).isEqualTo("yes");
        assertThat(fleet.threshold()).isEqualTo("yes");
    }

    @Test
    void oneByteBeyondTheVolumeWorthOneAcceleratorSpeaksFor() {
        EdgeRule rule = EdgeRule.MOVING_DATA_COSTS_MORE;
        EdgeVerdict even = verdict(rule, serving().uplinkAt("0.08").brings(10_000_000_000L), 12);
        assertThat(even.outcome()).isEqualTo(Outcome.SILENT);
        assertThat(even.number()).isEqualTo("USD 0.8 an hour for moving");
        assertThat(even.threshold()).isEqualTo("USD 0.8 an hour for computing");
        assertThat(outcome(rule, serving().uplinkAt("0.08").brings(10_000_000_001L)))
                .isEqualTo(Outcome.FOR_EDGE);
        assertThat(outcome(rule, serving().brings(8_888_888_888L))).isEqualTo(Outcome.SILENT);
        assertThat(outcome(rule, serving().brings(8_888_888_889L))).isEqualTo(Outcome.FOR_EDGE);
    }

    @Test
    void largestModelOfADeviceHasTwentyFiveBillionParametersAtSixteenBits() {
        EdgeVerdict fits = verdict(EdgeRule.MODEL_DOES_NOT_FIT, serving().parameters(25), 12);
        EdgeVerdict exceeds = verdict(EdgeRule.MODEL_DOES_NOT_FIT, serving().parameters(26), 12);
        assertThat(fits.outcome()).isEqualTo(Outcome.SILENT);
        assertThat(exceeds.outcome()).isEqualTo(Outcome.AGAINST_EDGE);
        // 84% of 64 GiB are 57.7 GB.
        assertThat(gigabytes(fits)).isBetween(53.0, 57.8);
        assertThat(gigabytes(exceeds)).isBetween(57.7, 61.0);
    }

    private static double gigabytes(EdgeVerdict verdict) {
        return Double.parseDouble(verdict.number().replace(" GB", ""));
    }

    @Test
    void aMillisecondBelowFiftyTheCloudIsNoLongerTakenToBeFine() {
        EdgeVerdict fine = verdict(EdgeRule.CLOUD_ROUND_TRIP_IS_FINE, serving().within(50), 12);
        assertThat(fine.number()).isEqualTo("50 ms");
        EdgeVerdict tight = verdict(EdgeRule.CLOUD_ROUND_TRIP_IS_FINE, serving().within(49.99), 12);
        assertThat(tight.outcome()).isEqualTo(Outcome.SILENT);
        assertThat(tight.number()).isEqualTo("49.99 ms");
        assertThat(outcome(EdgeRule.CLOUD_ROUND_TRIP_IS_FINE, serving().within(200)))
                .isEqualTo(Outcome.AGAINST_EDGE);
    }

    @Test
    void capitalThatEqualsRentingDoesNotSpeakAgainst() {
        EdgeRule rule = EdgeRule.CAPITAL_IS_PROHIBITIVE;
        EdgeVerdict half = verdict(rule, serving().deviceFor("17520").busy(50), 12);
        assertThat(half.outcome()).isEqualTo(Outcome.SILENT);
        assertThat(half.number()).isEqualTo("USD 0.4 an hour of owning over 5 years");
        assertThat(half.threshold()).startsWith("USD 0.4 an hour of renting");
        assertThat(outcome(rule, serving().deviceFor("17521").busy(50))).isEqualTo(Outcome.AGAINST_EDGE);
        assertThat(outcome(rule, serving())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void allEightAreEvaluatedAndEachNamesItsThreshold() {
        List<EdgeVerdict> verdicts = RULES.apply(serving().known(), Optional.empty());
        assertThat(verdicts).extracting(EdgeVerdict::rule).containsExactly(EdgeRule.values());
        assertThat(verdicts).allSatisfy(v -> assertThat(v.threshold()).isNotBlank());
        assertThat(Arrays.stream(EdgeRule.values()).filter(EdgeRule::speaksFor)).hasSize(4);
    }

    @Test
    void edgeIsInQuestionOnlyWhereSomethingPointsThere() {
        assertThat(RULES.inQuestion(WorkloadClass.SUSTAINED_INFERENCE, serving().known()))
                .isFalse();
        assertThat(RULES.inQuestion(
                        WorkloadClass.SUSTAINED_INFERENCE, serving().within(200).known()))
                .isFalse();
        assertThat(RULES.inQuestion(
                        WorkloadClass.LOW_LATENCY_INFERENCE,
                        serving().within(20).known()))
                .isTrue();
        assertThat(RULES.inQuestion(
                        WorkloadClass.SUSTAINED_INFERENCE, serving().brings(1).known()))
                .isTrue();
        assertThat(RULES.inQuestion(WorkloadClass.EDGE_INFERENCE, serving().known()))
                .isTrue();
    }
}
