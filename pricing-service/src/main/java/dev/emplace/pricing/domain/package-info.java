/** Prices of accelerators: the rules, in plain Java. This package holds what can be refused; its children the rest. */
@NullMarked
package dev.emplace.pricing.domain;

import org.jspecify.annotations.NullMarked;
