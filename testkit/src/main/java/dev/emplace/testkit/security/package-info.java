/** Issuers of tokens and authorities of certificates for tests, and the table of what a secured service must refuse. */
@NullMarked
package dev.emplace.testkit.security;

import org.jspecify.annotations.NullMarked;
