package org.yiwang.credential;

import java.util.List;

/**
 * The types of credential that an application issues (证照目录).
 *
 * @param credentials the types
 */
record CredentialsFile(List<CredentialType> credentials) {}
