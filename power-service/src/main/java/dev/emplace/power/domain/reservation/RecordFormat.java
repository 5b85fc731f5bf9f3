package dev.emplace.power.domain.reservation;

/** How records are written down for good. What was written by an earlier release must stay readable. */
public interface RecordFormat {
    byte[] write(Change change);

    Change readChange(byte[] bytes);

    byte[] write(Site site);

    Site readSite(byte[] bytes);

    byte[] write(Quotas quotas);

    Quotas readQuotas(byte[] bytes);

    byte[] write(Reservation reservation);

    Reservation readReservation(byte[] bytes);
}
