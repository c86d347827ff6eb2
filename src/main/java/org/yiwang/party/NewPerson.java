package org.yiwang.party;

import org.jspecify.annotations.Nullable;

/**
 * A person without an account who gets a file (新建个人档案).
 *
 * @param name as the document says it
 * @param kind id of the kind of that number, one of {@link FactKinds#numbersOf}; null for the usual
 *     one, {@link FactKinds#numberOf}
 * @param number that identifies them; spaces and hyphens make no difference
 * @param phone under which they are told; null if they gave none
 * @param source who saw which document
 */
public record NewPerson(
    String name,
    @Nullable String kind,
    String number,
    @Nullable String phone,
    Fact.Source source) {}
