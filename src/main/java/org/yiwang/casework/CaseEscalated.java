package org.yiwang.casework;

import org.yiwang.pack.Text;

/** A case stayed too long and was raised to a role (超时升级); told inside the transaction. */
public record CaseEscalated(Case now, String toRole, Text says) {}
