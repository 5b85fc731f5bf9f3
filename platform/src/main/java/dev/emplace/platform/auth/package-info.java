/** Who may call what: the role that each method declares, and the refusal to listen openly without authentication. */
@NullMarked
package dev.emplace.platform.auth;

import org.jspecify.annotations.NullMarked;
