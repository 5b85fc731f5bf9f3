package dev.emplace.power.domain.reservation;

import dev.emplace.platform.errors.Failure;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.metering.QuietRun;
import dev.emplace.power.domain.topology.TopologyReview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One batch of commands on a locked site: decided one after the other, kept together.
 *
 * <p>A command that is refused changes nothing for the others. Answers are given only once the batch is kept.
 */
final class Batch {
    private final String site;
    private final DrawModel draws;
    private final TopologyReview review;
    private final Journal.Session session;
    private final Journal.Head head;
    private final List<Transition> transitions = new ArrayList<>();
    private final Map<UUID, Transition> known = new HashMap<>();
    private final List<Runnable> answers = new ArrayList<>();
    private List<Transition> missed = List.of();
    private boolean afresh;
    private @Nullable Ledger ledger;

    Batch(String site, DrawModel draws, TopologyReview review, Journal.Session session, @Nullable Ledger remembered) {
        this.site = site;
        this.draws = draws;
        this.review = review;
        this.session = session;
        this.head = session.head();
        this.ledger = upToDate(remembered);
    }

    /**
     * Decides the tickets and keeps what they led to.
     *
     * @param metered whether to look at what was metered: a report brings something new, a command does not
     */
    void run(List<Ticket> tickets, boolean metered) {
        endWhatIsDue();
        if (metered) {
            endWhatIsQuiet();
        }
        known.putAll(session.outcomes(
                tickets.stream().map(ticket -> ticket.command().request().id()).toList()));
        tickets.forEach(this::decide);
        if (!transitions.isEmpty()) {
            session.commit(transitions, new Journal.Head(token(), head.time()));
        }
    }

    /** Tells the callers; only after the batch is kept, and visible to readers here. */
    void answer() {
        answers.forEach(Runnable::run);
    }

    /** The ledger as the batch leaves it; empty for a site that has never been applied. */
    Optional<Ledger> ledger() {
        return Optional.ofNullable(ledger);
    }

    /** The last transitions as the batch leaves them. */
    RecentTransitions recent(RecentTransitions before) {
        return (afresh ? RecentTransitions.NONE : before.and(missed)).and(transitions);
    }

    Journal.Head head() {
        return new Journal.Head(token(), head.time());
    }

    private @Nullable Ledger upToDate(@Nullable Ledger remembered) {
        if (remembered != null && remembered.leadsTo(head.token())) {
            missed = session.since(remembered.revision());
            // History is kept for a time only: a ledger that slept longer than that is read afresh.
            if (remembered.revision() + missed.size() == head.token().revision()) {
                missed.forEach(remembered::apply);
                return remembered;
            }
        }
        afresh = true;
        return session.standing()
                .map(standing ->
                        new Ledger(standing.site(), standing.live(), standing.quotas(), head.token(), head.time()))
                .orElse(null);
    }

    private void endWhatIsDue() {
        if (ledger != null) {
            ledger.due(head.time())
                    .forEach(due -> record(Optional.empty(), Decider.end(due, head.time(), nextToken())));
            ledger.advance(head.time());
        }
    }

    /** One that lapsed holds until its power is seen to have dropped. */
    private void endWhatIsQuiet() {
        Ledger current = ledger;
        if (current == null) {
            return;
        }
        List<String> lapsed = current.lapsedBy(head.time().minus(QuietRun.LONG_ENOUGH));
        if (!lapsed.isEmpty()) {
            session.quiet(lapsed)
                    .forEach((id, run) -> current.live(id)
                            .filter(known -> run.ends(known.lapsed().orElseThrow(), head.time()))
                            .ifPresent(known ->
                                    record(Optional.empty(), Decider.quiet(known, run, head.time(), nextToken()))));
        }
    }

    private void decide(Ticket ticket) {
        if (ticket.abandoned().getAsBoolean()) {
            answers.add(() -> ticket.answer().cancel(false));
            return;
        }
        try {
            Outcome outcome = outcome(ticket.command());
            answers.add(() -> ticket.answer().complete(outcome));
        } catch (Failure refusal) {
            answers.add(() -> ticket.answer().completeExceptionally(refusal));
        } catch (RuntimeException fault) {
            throw new FaultyTicketException(ticket, fault);
        }
    }

    private Outcome outcome(Command command) {
        RequestKey request = command.request();
        Transition first = known.get(request.id());
        if (first != null) {
            return replay(request, first);
        }
        Change change = change(command);
        if (!command.validateOnly()) {
            record(Optional.of(request), change);
        }
        return new Outcome(change, token().revision());
    }

    private static Outcome replay(RequestKey request, Transition first) {
        if (first.request().filter(request::equals).isEmpty()) {
            throw new RequestIdReusedException(request);
        }
        return new Outcome(first.change(), first.token().revision());
    }

    private Change change(Command command) {
        if (command instanceof Command.Apply apply) {
            return new TopologyDecider(review, site, ledger).decide(apply, head.time(), nextToken());
        }
        Ledger current = ledger;
        if (current == null) {
            throw new UnknownSiteException(site);
        }
        Decider decider = new Decider(draws, site, current, session::reservation);
        if (command instanceof Command.Create create) {
            return decider.create(create, head.time(), nextToken());
        }
        if (command instanceof Command.Confirm confirm) {
            return decider.confirm(confirm, head.time(), nextToken());
        }
        if (command instanceof Command.Renew renew) {
            return decider.renew(renew, head.time(), nextToken());
        }
        if (command instanceof Command.SetQuotas quotas) {
            return decider.quotas(quotas, nextToken());
        }
        return command instanceof Command.Resize resize
                ? decider.resize(resize, head.time(), nextToken())
                : decider.release((Command.Release) command, head.time(), nextToken());
    }

    private void record(Optional<RequestKey> request, Change change) {
        Transition transition = new Transition(nextToken(), head.time(), request, change);
        transitions.add(transition);
        request.ifPresent(key -> known.put(key.id(), transition));
        Ledger current = ledger;
        if (current != null) {
            current.apply(transition);
        } else if (change instanceof Change.OfSite of) {
            ledger = new Ledger(of.site(), List.of(), Quotas.NONE, transition.token(), head.time());
        }
    }

    private Token token() {
        return new Token(head.token().epoch(), head.token().revision() + transitions.size());
    }

    private Token nextToken() {
        return new Token(head.token().epoch(), head.token().revision() + transitions.size() + 1);
    }
}
