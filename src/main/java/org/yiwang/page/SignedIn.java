package org.yiwang.page;

import org.yiwang.pack.Text;

/**
 * The signed-in person (登录人) as the header shows them.
 *
 * @param name how they are called
 * @param detail their unit and role; empty for residents
 * @param href their own page
 * @param signOutAction where a POST signs them out
 */
public record SignedIn(Text name, Text detail, String href, String signOutAction) {}
