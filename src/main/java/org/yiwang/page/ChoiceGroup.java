package org.yiwang.page;

import java.util.List;

/**
 * Some of many checkboxes under a name (一组选项), folded until somebody opens it.
 *
 * @param label what they have in common
 * @param choices sorted as the reader looks for them
 * @param open whether it is unfolded from the start
 */
public record ChoiceGroup(String label, List<Choice> choices, boolean open) {}
