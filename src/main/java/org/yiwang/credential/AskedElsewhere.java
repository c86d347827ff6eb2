package org.yiwang.credential;

import java.time.Instant;
import java.util.UUID;

/**
 * What was asked of a wallet of another region (跨区调取的授权请求).
 *
 * @param id its nonce, which the answer has to carry
 * @param region whose wallet is asked
 * @param link where its holder goes to agree
 * @param until until when it can be answered
 */
public record AskedElsewhere(UUID id, AskableRegion region, String link, Instant until) {}
