package org.yiwang.credential;

import java.util.function.Supplier;
import org.yiwang.credential.Linked.Carried;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Something that is tried with a request link, and what whoever opens it has to be told.
 *
 * @param link made when it is tried, for which two regions have to run
 */
record LinkAttack(String name, Supplier<Carried> link, Refusal told) {
  LinkAttack(String name, Supplier<Carried> link, RefusedException told) {
    this(name, link, told.refusals().getFirst());
  }
}
