package dev.emplace.power.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.power.ledger.Limits;
import dev.emplace.power.ledger.RecordedCall;
import dev.emplace.power.ledger.SequentialModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker of the ledger passes what is right, and finds each sort of wrong that it is there for. */
class SequentialModelTest {
    private final TestDesk desk = new TestDesk(SiteDeskTest.site());
    private final List<RecordedCall> calls = new ArrayList<>();
    private List<Transition> journal = List.of();

    @BeforeEach
    void live() {
        Reservation first = told("create", TestDesk.creating(TestDesk.watts(1, 4_000)));
        told("confirm", new Command.Confirm(TestDesk.key(), first.id(), "", Optional.of(Duration.ofMinutes(1))));
        told("create", TestDesk.creating(TestDesk.watts(1, 4_000)));
        desk.pass(Duration.ofMinutes(1));
        told("release", new Command.Release(TestDesk.key(), first.id(), ""));
        journal = new ArrayList<>(desk.journal.kept);
    }

    private Reservation told(String method, Command command) {
        Outcome outcome = desk.run(command);
        Reservation reservation = ((Change.OfReservation) outcome.change()).reservation();
        calls.add(new RecordedCall(
                0,
                2L * calls.size(),
                2L * calls.size() + 1,
                1,
                method,
                command.request().id(),
                reservation.id(),
                RecordedCall.OK,
                outcome.revision(),
                reservation.state().name()));
        return reservation;
    }

    @Test
    void journalThatWasReallyKeptHasNothingWrong() {
        assertThat(journal).hasSize(7);
        assertThat(violations()).isEmpty();
    }

    @Test
    void acknowledgedChangeThatIsNotKeptIsLost() {
        journal.remove(journal.size() - 1);
        assertThat(violations()).singleElement().asString().startsWith("told").contains("release");
    }

    @Test
    void changeThatIsMissingInTheMiddleIsAGap() {
        journal.remove(2);
        assertThat(violations()).anyMatch(found -> found.contains("does not follow revision 2"));
    }

    @Test
    void secondEffectOfARequestIsFound() {
        Transition last = journal.get(journal.size() - 1);
        journal.add(moved(last, 8, last.change(), journal.get(1).request()));
        assertThat(violations()).anyMatch(found -> found.contains("second effect"));
    }

    @Test
    void reservationHasOneEnd() {
        Transition last = journal.get(journal.size() - 1);
        journal.add(moved(last, 8, last.change(), Optional.of(TestDesk.key())));
        assertThat(violations()).anyMatch(found -> found.contains("RELEASED became RELEASED"));
    }

    @Test
    void loadsBeyondALimitAreFound() {
        Transition last = journal.get(journal.size() - 1);
        for (int revision = 8; revision < 14; revision++) {
            Reservation more = new TestDesk(SiteDeskTest.site()).held(TestDesk.creating(TestDesk.watts(1, 8_000)));
            Token token = new Token(1, revision);
            Reservation moved = new Reservation(
                    "r1-" + revision,
                    more.state(),
                    more.demand(),
                    more.held(),
                    more.draw(),
                    token,
                    "",
                    last.at(),
                    Optional.of(last.at().plusSeconds(60)),
                    Optional.empty(),
                    Optional.empty());
            journal.add(moved(
                    last, revision, new Change.OfReservation(moved, Optional.empty()), Optional.of(TestDesk.key())));
        }
        assertThat(violations()).anyMatch(found -> found.contains(" carries "));
    }

    @Test
    void changeThatCameBeforeAnEndThatWasDueIsFound() {
        Transition expiry = journal.get(4);
        assertThat(expiry.request()).isEmpty();
        Transition late = journal.get(6);
        journal = new ArrayList<>(journal.subList(0, 4));
        Reservation released = ((Change.OfReservation) late.change()).reservation();
        Token token = new Token(1, 5);
        Reservation moved = new Reservation(
                released.id(),
                released.state(),
                released.demand(),
                released.held(),
                released.draw(),
                token,
                released.holder(),
                released.created(),
                Optional.empty(),
                Optional.empty(),
                released.resolved());
        journal.add(moved(late, 5, new Change.OfReservation(moved, Optional.empty()), late.request()));
        assertThat(violations()).anyMatch(found -> found.contains("came before the end of"));
    }

    @Test
    void callThatBeganAfterALaterRevisionWasToldIsFound() {
        RecordedCall first = calls.get(0);
        calls.set(
                0,
                new RecordedCall(
                        0,
                        100,
                        101,
                        1,
                        first.method(),
                        first.request(),
                        first.reservation(),
                        RecordedCall.OK,
                        first.revision(),
                        first.state()));
        assertThat(violations()).singleElement().asString().contains("began after revision 7 was told");
    }

    @Test
    void refusalThatHadAnEffectIsFound() {
        RecordedCall first = calls.get(0);
        calls.set(0, new RecordedCall(0, 0, 1, 1, first.method(), first.request(), "", "INSUFFICIENT_CAPACITY", 0, ""));
        assertThat(violations()).singleElement().asString().startsWith("refused");
    }

    @Test
    void rowsThatDifferFromTheJournalAreFound() {
        SequentialModel model = model();
        model.compare(Map.of());
        assertThat(model.violations()).hasSize(2).allMatch(found -> found.contains("stored is null"));
    }

    private static Transition moved(Transition like, long revision, Change change, Optional<RequestKey> request) {
        return new Transition(new Token(1, revision), like.at(), request, change);
    }

    private SequentialModel model() {
        SequentialModel model = new SequentialModel(new Limits(SiteDeskTest.site()));
        journal.forEach(model::apply);
        model.compare(calls);
        return model;
    }

    private List<String> violations() {
        return model().violations();
    }
}
