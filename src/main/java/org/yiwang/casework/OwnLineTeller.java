package org.yiwang.casework;

import java.util.List;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;

/**
 * Tells what somebody has going of what one module keeps (本人的事): reports, applications, what they
 * asked about their file. A bean; nothing is told twice, since each module tells only its own.
 */
public interface OwnLineTeller {
  /** Of what is over it may tell or leave out as it likes. */
  List<OwnLine> listOwn(Page page, Viewer signedIn);
}
