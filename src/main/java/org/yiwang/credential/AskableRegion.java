package org.yiwang.credential;

import org.yiwang.pack.Text;

/**
 * A region whose wallet can be asked for a credential (可调取的地区).
 *
 * @param url its public address, as the agreement has it
 */
public record AskableRegion(String url, Text name) {}
