package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Credentials signed with SM2 (国密) are checked by a program that shares no line with ours: OpenSSL
 * 3 with SM3 and the identity of GB/T 35276, where it is installed.
 */
class Sm2OpensslTests {
  /** DER of an EC key on the curve 1.2.156.10197.1.301, up to its point. */
  private static final byte[] KEY_BEGINS =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d03420004");

  private static final BigInteger ORDER =
      new BigInteger("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123", 16);

  @TempDir Path folder;

  @BeforeEach
  void needsOpenssl() {
    Assumptions.assumeTrue(
        List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
            .anyMatch(at -> Files.isExecutable(Path.of(at, "openssl"))),
        "No openssl found: install it (Debian: apt-get install openssl).");
  }

  @Test
  void aCredentialIsGoodForOpenssl() throws Exception {
    Forge issuer = new Forge(CredentialType.Signature.SM2);
    Jws token = Jws.parse(issuer.sign(issuer.payload()));
    assertThat(verify(issuer.key.publicKey(), token.signed(), token.signature()))
        .contains("Signature Verified Successfully")
        .endsWith("exit 0");
  }

  @Test
  void aChangedOneAndAnotherKeyAreNot() throws Exception {
    Forge issuer = new Forge(CredentialType.Signature.SM2);
    Jws token = Jws.parse(issuer.sign(issuer.payload()));
    byte[] signed = token.signed();
    Forge other = new Forge(CredentialType.Signature.SM2);
    assertThat(verify(other.key.publicKey(), signed, token.signature())).endsWith("exit 1");
    signed[signed.length - 1] ^= 1;
    assertThat(verify(issuer.key.publicKey(), signed, token.signature())).endsWith("exit 1");
  }

  private String verify(Map<String, Object> key, byte[] signed, byte[] signature)
      throws IOException, InterruptedException {
    BigInteger r = new BigInteger(1, Arrays.copyOf(signature, 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    byte[] der = StandardDSAEncoding.INSTANCE.encode(ORDER, r, s);
    return openssl(
        List.of("pkeyutl", "-verify", "-pubin", "-rawin", "-digest", "sm3"),
        List.of("-pkeyopt", "distid:1234567812345678"),
        List.of("-inkey", Files.writeString(folder.resolve("key.pem"), pem(key)).toString()),
        List.of("-in", Files.write(folder.resolve("signed"), signed).toString()),
        List.of("-sigfile", Files.write(folder.resolve("signature"), der).toString()));
  }

  private static String pem(Map<String, Object> key) {
    byte[] der = Arrays.copyOf(KEY_BEGINS, KEY_BEGINS.length + 64);
    System.arraycopy(Letters.decode(text(key, "x")), 0, der, KEY_BEGINS.length, 32);
    System.arraycopy(Letters.decode(text(key, "y")), 0, der, KEY_BEGINS.length + 32, 32);
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static String text(Map<String, Object> key, String name) {
    return String.valueOf(key.get(name));
  }

  @SafeVarargs
  private static String openssl(List<String>... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    Arrays.stream(arguments).forEach(command::addAll);
    Process openssl = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(openssl.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return said + "exit " + openssl.exitValue();
  }
}
