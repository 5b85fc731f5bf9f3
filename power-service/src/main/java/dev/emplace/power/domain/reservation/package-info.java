/** Power held for loads: the ledger of a site, written by one batch after the other. */
@NullMarked
package dev.emplace.power.domain.reservation;

import org.jspecify.annotations.NullMarked;
