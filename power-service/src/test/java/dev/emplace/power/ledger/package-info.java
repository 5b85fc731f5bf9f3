@NullMarked
package dev.emplace.power.ledger;

import org.jspecify.annotations.NullMarked;
