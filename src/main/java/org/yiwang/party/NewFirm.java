package org.yiwang.party;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * A firm to get a file (新建企业档案).
 *
 * @param representative party of the legal representative; null while nobody is
 * @param source where the firm comes from: its licence's case, or the demo
 */
public record NewFirm(
    Text name, @Nullable UUID representative, List<NewFact> facts, Fact.Source source) {}
