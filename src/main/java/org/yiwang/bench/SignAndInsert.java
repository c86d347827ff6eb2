package org.yiwang.bench;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.yiwang.launch.DatabaseAddress;

/**
 * What cannot be saved when a credential is issued: one ES256 signature over as many bytes, one row
 * of the same table and one of the journal, one commit.
 */
final class SignAndInsert implements Worker {
  private static final int SIGNED_BYTES = 1_000;
  private static final int SEALED_BYTES = 1_400;
  private static final String CREDENTIAL =
      """
      insert into credential_credential (id, number, type, name_zh, name_en, holder, issuer,
        case_number, issued, expires, list, list_index, token)
      values (?, ?, 'bench', '测量', 'Bench', ?, 'bench', 'BENCH', now(), now(), 0, ?, ?)
      """;
  private static final String ENTRY =
      """
      insert into journal_entry
        (at, kind, subject, actor_kind, actor_account, actor_zh, actor_en, facts)
      values (now(), 'credential.issued', ?, 'SYSTEM', null, '测量', 'Bench',
        '{"type": "bench", "number": "CASE-ZZ-20261122-000318", "case": "BENCH"}')
      """;
  private static final AtomicInteger PLACE = new AtomicInteger();

  private final Connection connection;
  private final PreparedStatement credential;
  private final PreparedStatement entry;
  private final KeyPair key;

  private SignAndInsert(Connection connection) throws SQLException, GeneralSecurityException {
    this.connection = connection;
    connection.setAutoCommit(false);
    credential = connection.prepareStatement(CREDENTIAL);
    entry = connection.prepareStatement(ENTRY);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    key = generator.generateKeyPair();
  }

  /** Makes one client. */
  interface Workers {
    Worker make() throws Exception;
  }

  static Timings measured(DatabaseAddress database, String from, Function<Workers, Timings> run) {
    return new BareTables(database, from, List.of("credential_credential", "journal_entry"))
        .measured(tables -> run.apply(() -> new SignAndInsert(tables.open())));
  }

  @Override
  public void once() throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key.getPrivate());
    signature.update(new byte[SIGNED_BYTES]);
    byte[] sealed = java.util.Arrays.copyOf(signature.sign(), SEALED_BYTES);
    UUID id = UUID.randomUUID();
    credential.setObject(1, id);
    credential.setString(2, id.toString());
    credential.setObject(3, id);
    credential.setInt(4, PLACE.getAndIncrement());
    credential.setBytes(5, sealed);
    credential.executeUpdate();
    entry.setString(1, "credential:" + id);
    entry.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
