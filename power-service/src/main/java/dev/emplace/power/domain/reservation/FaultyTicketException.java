package dev.emplace.power.domain.reservation;

/** A command ran into a fault of ours; the ledger that it was decided against is not to be trusted any more. */
final class FaultyTicketException extends RuntimeException {
    private final transient Ticket ticket;
    private final RuntimeException fault;

    FaultyTicketException(Ticket ticket, RuntimeException fault) {
        super(fault);
        this.ticket = ticket;
        this.fault = fault;
    }

    Ticket ticket() {
        return ticket;
    }

    RuntimeException fault() {
        return fault;
    }
}
